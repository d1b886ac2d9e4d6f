/** Numbering plans of calling zone 93; written by `npm run zones` from libphonenumber-js. */
export default '{"version":4,"country_calling_codes":{"93":["AF"]},"countries":{"AF":["93","00","[2-7]\\\\d{8}",[9],[["(\\\\d{2})(\\\\d{3})(\\\\d{4})","$1 $2 $3",["[2-7]"],"0$1"]],"0"]}}';
