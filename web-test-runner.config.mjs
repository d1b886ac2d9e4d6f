// Runs every test/**/*.browser.ts in real browsers; ENGINES=chromium,firefox,webkit chooses them, chromium by default.
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { launch, wanted } from './test/browsers/engines.mjs';
import { media } from './test/browsers/media.mjs';
import { prebundle } from './test/browsers/prebundle.mjs';
import { tally } from './test/browsers/tally.mjs';

/** Packages that a test page gets in one piece: CommonJS ones, and those of a hundred files. */
const packages = [
  'axe-core',
  'fast-check',
  'otplib',
  'otplib/functional',
  'qrcode/lib/core/qrcode.js',
  ...['core', 'core/es6', 'min', 'min/es6', 'max', 'max/es6', 'mobile', 'mobile/es6'].map(
    (part) => `libphonenumber-js/${part}`,
  ),
  ...['min/metadata', 'metadata.min', 'metadata.min.json', 'max/metadata', 'mobile/examples'].map(
    (data) => `libphonenumber-js/${data}`,
  ),
];

export default {
  files: ['test/**/*.browser.ts', '!test/e2e/**'],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  concurrency: wanted.every((engine) => engine === 'chromium') ? 2 : 1,
  concurrentBrowsers: 3,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 5000 } },
  plugins: [
    media(),
    prebundle(packages),
    // A named target: for a browser it does not know, 'auto' asks for syntax of 2018, and that build fails.
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: await launch(),
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY === true }), tally()],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  coverageConfig: {
    include: ['src/**/*.ts'],
    report: true,
    reportDir: 'coverage',
    reporters: ['lcovonly', 'text-summary'],
  },
};
