/** Numbering plans of calling zone 52; written by `npm run zones` from libphonenumber-js. */
export default '{"version":4,"country_calling_codes":{"52":["MX"]},"countries":{"MX":["52","0[09]","[2-9]\\\\d{9}",[10],[["(\\\\d{2})(\\\\d{4})(\\\\d{4})","$1 $2 $3",["33|5[56]|81"]],["(\\\\d{3})(\\\\d{3})(\\\\d{4})","$1 $2 $3",["[2-9]"]]],0,0,0,0,0,0,0,"00"]}}';
