// A command for browser tests: set any media feature (forced colours, reduced motion, dark) where the engine can.

/**
 * In a test: `const { supported } = await executeServerCommand('media', { 'forced-colors': 'active' })`, and `{}` to
 * go back. Chromium only; elsewhere `supported` is false and the test skips itself.
 */
export function media() {
  // An override lives as long as its session, so the sessions stay open.
  const sessions = new Map();
  return {
    name: 'media',
    async executeCommand({ command, payload, session: { id, browser } }) {
      if (command !== 'media') return undefined;
      if (browser.type !== 'puppeteer' || browser.name.startsWith('Firefox')) return { supported: false };
      if (!sessions.has(id)) sessions.set(id, await browser.getPage(id).createCDPSession());
      const features = Object.entries(payload ?? {}).map(([name, value]) => ({ name, value }));
      await sessions.get(id).send('Emulation.setEmulatedMedia', { features });
      return { supported: true };
    },
  };
}
