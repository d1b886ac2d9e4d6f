/** Numbering plans of calling zone 94; written by `npm run zones` from libphonenumber-js. */
export default '{"version":4,"country_calling_codes":{"94":["LK"]},"countries":{"LK":["94","00","[1-9]\\\\d{8}",[9],[["(\\\\d{2})(\\\\d{3})(\\\\d{4})","$1 $2 $3",["7"],"0$1"],["(\\\\d{3})(\\\\d{3})(\\\\d{3})","$1 $2 $3",["[1-689]"],"0$1"]],"0"]}}';
