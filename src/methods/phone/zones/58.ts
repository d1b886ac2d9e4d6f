/** Numbering plans of calling zone 58; written by `npm run zones` from libphonenumber-js. */
export default '{"version":4,"country_calling_codes":{"58":["VE"]},"countries":{"VE":["58","00","[68]00\\\\d{7}|(?:[24]\\\\d|[59]0)\\\\d{8}",[10],[["(\\\\d{3})(\\\\d{7})","$1-$2",["[24-689]"],"0$1"]],"0"]}}';
