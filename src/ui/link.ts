/** Which addresses from a backend may be followed (R56): apps and secure pages, nothing that a browser would run. */

/** A page of the web to open. */
export function isSecurePage(address: string): boolean {
  return /^https:\/\//i.test(address);
}

/** A picture to show: secure, or from the root of the page's own origin. */
export function isSafePicture(address: string): boolean {
  return isSecurePage(address) || /^\/(?![/\\])/.test(address);
}

/** A link that hands over to an app: `https:`, or a scheme that no browser handles itself. */
export function isAppLink(address: string | undefined): address is string {
  return address !== undefined && /^[a-z][a-z\d+.-]*:/i.test(address) && !ofBrowsers.test(address);
}

const ofBrowsers = /^(about|blob|data|file|filesystem|ftp|http|javascript|vbscript|view-source|wss?):/i;
