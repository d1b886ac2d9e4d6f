/** Numbering plans of calling zone 45; written by `npm run zones` from libphonenumber-js. */
export default '{"version":4,"country_calling_codes":{"45":["DK"]},"countries":{"DK":["45","00","[2-9]\\\\d{7}",[8],[["(\\\\d{2})(\\\\d{2})(\\\\d{2})(\\\\d{2})","$1 $2 $3 $4",["[2-9]"]]]]}}';
