// What tests in TypeScript use of the search for a browser.
export const chromiumArgs: string[];
type Kind = 'chromium' | 'firefox' | 'webkit';
export function installedBrowser(kind: Kind): { readonly path: string; readonly how: string } | undefined;
export function needBrowser(
  kind?: Kind,
): Promise<{ readonly path: string; readonly how: string; readonly shell?: boolean }>;
