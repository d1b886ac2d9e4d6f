// What the linter forbids: unsound types, unsafe markup, inaccessible templates, and habits this project refuses.
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const asText = 'Text goes into a template as a text node; markup is never made from a string.';

/** The ways around Lit's templates. A strict content policy would stop most of them on somebody's page only. */
const unsafeMarkup = [
  ...['innerHTML', 'outerHTML', 'srcdoc'].map((name) => `MemberExpression[property.name='${name}']`),
  ...['insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment', 'parseFromString'].map(
    (name) => `CallExpression[callee.property.name='${name}']`,
  ),
  `CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]`,
].map((selector) => ({ selector, message: asText }));

const inlineStyle = {
  selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
  message: 'A strict content policy refuses style attributes: use a class or a part.',
};

const unsafeImports = {
  paths: [
    ...['unsafe-html', 'unsafe-svg', 'unsafe-mathml', 'style-map', 'template-content'].map(
      (name) => `lit/directives/${name}.js`,
    ),
    'lit/static-html.js',
  ].map((name) => ({ name, message: asText })),
  patterns: [
    { group: ['lit-html', 'lit-html/*', 'lit-element', 'lit-element/*', '@lit/*'], message: "Import from 'lit'." },
  ],
};

/** `test(…)` of Node settles by itself; everything else that is a promise must be waited for. */
const knownSafe = [{ from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] }];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '**/*.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...litA11y.configs.recommended.rules,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-imports': ['error', unsafeImports],
      'no-restricted-syntax': ['error', ...unsafeMarkup, inlineStyle],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: knownSafe }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      // Lit calls listeners on their element, and lifecycle methods may be asynchronous.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // An interface beside a class gives its addEventListener the types of its events.
      '@typescript-eslint/no-unsafe-declaration-merging': 'off',
      // `'totp' | string` in an open table tells the reader what is known today.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // The compiler reports these, with better reasons.
      '@typescript-eslint/no-unused-vars': 'off',
      // `async` is a promise of the signature, not of an await inside.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/**/*strings*.ts'], rules: { 'max-lines': ['error', { max: 250 }] } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Tests look at markup; they never make a page from it.
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['test/**/*.browser.ts'],
    rules: {
      // chai asserts by reading a property, and with its axe plugin every assertion has the type of a promise …
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        {
          // … but only this one is.
          selector: "ExpressionStatement > CallExpression[callee.property.name='accessible']",
          message: 'Await it, or the test passes before axe has looked.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.recommended],
    rules: { eqeqeq: 'error', 'no-restricted-syntax': ['error', ...unsafeMarkup] },
  },
);
