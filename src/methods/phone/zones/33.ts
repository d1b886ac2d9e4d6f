/** Numbering plans of calling zone 33; written by `npm run zones` from libphonenumber-js. */
export default '{"version":4,"country_calling_codes":{"33":["FR"]},"countries":{"FR":["33","00","[1-9]\\\\d{8}",[9],[["(\\\\d{3})(\\\\d{2})(\\\\d{2})(\\\\d{2})","$1 $2 $3 $4",["8"],"0 $1"],["(\\\\d)(\\\\d{2})(\\\\d{2})(\\\\d{2})(\\\\d{2})","$1 $2 $3 $4 $5",["[1-79]"],"0$1"]],"0"]}}';
