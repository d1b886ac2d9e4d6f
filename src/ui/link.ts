/** Which addresses from a backend may be followed: apps and secure pages, nothing that a browser or a system would run. */

/** A page of the web to open. */
export function isSecurePage(address: string): boolean {
  return /^https:\/\/\w/i.test(address) && URL.canParse(address);
}

/** A picture to show: secure, or from the root of the page's own origin. */
export function isSafePicture(address: string): boolean {
  return isSecurePage(address) || /^\/[\w.-][^\s\\]*$/.test(address);
}

/** A link that hands over to an app: a secure one, or one of a scheme that only an app is likely to own. */
export function isAppLink(address: string | undefined): address is string {
  if (address === undefined) return false;
  if (/^https:/i.test(address)) return isSecurePage(address);
  return /^[a-z][a-z\d+.-]*:/i.test(address) && !ofOthers.test(address) && URL.canParse(address);
}

/** Of browsers, which run or open these themselves, and of systems, which start programs by them. */
const ofOthers =
  /^(about|blob|chrome|content|data|feed|file|filesystem|ftp|http|intent|jar|javascript|ms-[\w-]+|resource|search|search-ms|shell|vbscript|view-source|wss?):/i;
