// What goes with every page of the demo: the content policy that the widget promises to live with, and its neighbours.

const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'font-src': "'self'",
  // The simulated phone can hold the real companion app.
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html',
};

/** The companion app is installed, and starts a worker of its own. */
const ofTheApp = {
  ...policy,
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'frame-ancestors': "'self'",
  'trusted-types': 'lit-html nagisa-pass',
};

/**
 * @param {string} address
 * @returns {Readonly<Record<string, string>>}
 */
export function headersFor(address) {
  const rules = Object.entries(address.startsWith('/authenticator/') ? ofTheApp : policy);
  return {
    'Content-Security-Policy': rules.map((rule) => rule.join(' ')).join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}
