/** Numbering plans of calling zone 34; written by `npm run zones` from libphonenumber-js. */
export default '{"version":4,"country_calling_codes":{"34":["ES"]},"countries":{"ES":["34","00","400\\\\d{6}|(?:51|[6-9]\\\\d)\\\\d{7}",[9],[["(\\\\d{3})(\\\\d{3})(\\\\d{3})","$1 $2 $3",["[89]00"]],["(\\\\d{3})(\\\\d{2})(\\\\d{2})(\\\\d{2})","$1 $2 $3 $4",["[4-9]"]]]]}}';
