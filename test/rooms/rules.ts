/** THE table of rooms: who may import whom, which file alone knows a package, and which names stay where. */
import path from 'node:path';
import type { Import, Source } from './read-source.js';

/** The first row whose pattern fits a file is its room. `$1` in `may` is the first group of the pattern. */
interface Room {
  readonly files: RegExp;
  /** Patterns of files it may import, besides those that `packages` allows. */
  readonly may: readonly string[];
  /** Patterns of files of which it may import the types. */
  readonly mayTypes?: readonly string[];
}

const anyContract = 'contract/.+';
const methodTypes = 'methods/(rows|[^/]+/contract)';

export const rooms: readonly Room[] = [
  { files: /^contract\//, may: [anyContract] },
  { files: /^(core|i18n)\//, may: [anyContract, '$1/.+'] },
  { files: /^policy\//, may: [anyContract, 'policy/.+'], mayTypes: [methodTypes] },
  { files: /^runtime\//, may: [anyContract, 'core/.+', 'runtime/.+'] },
  { files: /^ui\//, may: [anyContract, 'ui/.+'] },
  {
    files: /^methods\/(manifest|others)\.ts$/,
    may: [anyContract, 'methods/[^/]+/(card|index)'],
    mayTypes: ['methods/[^/]+/(contract|logic)'],
  },
  { files: /^methods\/rows\.ts$/, may: [], mayTypes: ['methods/[^/]+/contract'] },
  { files: /^methods\/words\.ts$/, may: [], mayTypes: ['methods/[^/]+/strings'] },
  {
    // What decides and what is said: never the drawing of the same method.
    files: /^methods\/([^/]+)\/(logic|contract|card|strings|samples)\b[^/]*$/,
    may: [anyContract, 'methods/$1/(?!step|index|styles).+'],
  },
  { files: /^methods\/([^/]+)\//, may: [anyContract, 'ui/.+', 'methods/$1/.+'] },
  {
    files: /^wizard\//,
    // The one adapter that the tag itself can ask for, when it is asked to.
    may: [
      anyContract,
      'core/.+',
      'runtime/.+',
      'i18n/.+',
      'ui/.+',
      'methods/(manifest|others)',
      'wizard/.+',
      'adapters/http/index',
    ],
    // Which words a host may put its own in the place of.
    mayTypes: ['methods/words'],
  },
  { files: /^(adapters|server|testing)\//, may: [anyContract, 'policy/.+', '$1/.+'], mayTypes: [methodTypes] },
  { files: /^index\.ts$/, may: [anyContract, 'wizard/.+'], mayTypes: [methodTypes] },
  { files: /^define\.ts$/, may: [anyContract, 'wizard/.+', 'index'] },
  { files: /^method\.ts$/, may: [anyContract, 'ui/.+'], mayTypes: [methodTypes] },
];

/** A package → the only files that may import it. A package without a row is imported by nobody. */
export const packages: Readonly<Record<string, RegExp>> = {
  lit: /^(ui\/|wizard\/|methods\/[^/]+\/(?!logic|contract|card|strings|samples))/,
  qrcode: /^ui\/qr[^/]*$/,
  'libphonenumber-js': /^methods\/phone\/phone-number\.ts$/,
  '@simplewebauthn/browser': /^methods\/passkey\//,
  otplib: /^adapters\/memory\//,
};

interface Ban {
  /** Names as `Use.name` spells them. */
  readonly names: RegExp;
  readonly except?: RegExp;
  readonly atImportOnly?: true;
  readonly why: string;
}

const ownsItsTime = /^(runtime\/clock\.ts$|adapters\/|testing\/|server\/)/;

export const bans: readonly Ban[] = [
  {
    names:
      /^((globalThis\.|window\.|self\.)?(setTimeout|setInterval|requestAnimationFrame|requestIdleCallback)|AbortSignal\.timeout)$/,
    except: ownsItsTime,
    why: 'only the clock waits',
  },
  { names: /^(Date|Date\.now|performance\.now)$/, except: ownsItsTime, why: 'only the clock knows the time' },
  {
    names: /^customElements(\.\w+)?$/,
    except: /^(define\.ts$|ui\/step-element\.ts$|wizard\/)/,
    why: 'a tag is registered by define.ts, the step base and the shell only',
  },
  {
    names: /^(document|window|navigator)(\.\w+)?$/,
    atImportOnly: true,
    why: 'importing has no effect, and works without a page',
  },
  { names: /^(style=|styleMap)$/, why: 'a strict content policy refuses style attributes' },
  { names: /^unsafe[A-Z]\w*$/, why: 'markup is never made from a string' },
  { names: /^any$/, why: 'every value has a type' },
];

const longest = 250;

/** Everything wrong with a file, one sentence each, ready to be read in a test report. */
export function violations(source: Source): readonly string[] {
  const at = (line: number, text: string): string => `${source.path}:${line} ${text}`;
  const found: string[] = [];
  if (!/^\/[/*]/.test(source.firstLine)) found.push(at(1, 'does not open with a comment that says why it exists'));
  if (source.lines > longest && !/strings[^/]*$/.test(source.path)) {
    found.push(at(source.lines, `is longer than ${longest} lines`));
  }
  for (const entry of source.imports) {
    const problem = problemOf(source, entry);
    if (problem) found.push(at(entry.line, problem));
  }
  for (const { name, line, atImport } of source.uses) {
    const ban = bans.find((row) => row.names.test(name) && (!row.atImportOnly || atImport));
    if (ban && !ban.except?.test(source.path)) found.push(at(line, `uses ${name}: ${ban.why}`));
  }
  return found;
}

function problemOf(source: Source, { from, kind }: Import): string | undefined {
  if (from === '(computed)') return 'imports a computed name, which no table can check';
  if (!from.startsWith('.')) return packageProblem(source, from);
  if (!from.endsWith('.js')) return `imports ${from} without .js`;
  const target = path.posix.join(path.posix.dirname(source.path), from).replace(/\.js$/, '');
  const room = rooms.find(({ files }) => files.test(source.path));
  if (!room) return 'is in no room of the table';
  const own = room.files.exec(source.path)?.[1] ?? '';
  const fits = (pattern: string): boolean => new RegExp(`^${pattern.replaceAll('$1', own)}$`).test(target);
  const erased = kind === 'type' || kind === 'augment';
  if (room.may.some(fits) || (erased && room.mayTypes?.some(fits))) return undefined;
  return `may not import ${target}.ts${room.mayTypes?.some(fits) ? ' but as a type' : ''}`;
}

function packageProblem({ path: file }: Source, from: string): string | undefined {
  const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/');
  const files = Object.hasOwn(packages, name) ? packages[name] : undefined;
  return files?.test(file) ? undefined : `may not import the package ${name}`;
}
