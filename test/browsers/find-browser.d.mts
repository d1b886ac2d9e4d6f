// What tests in TypeScript use of the search for a browser.
export const chromiumArgs: string[];
export function needBrowser(
  kind?: 'chromium' | 'firefox' | 'webkit',
): Promise<{ readonly path: string; readonly how: string; readonly shell?: boolean }>;
