// Cuts the phone metadata of libphonenumber-js by calling zone, so that a page fetches what one country needs.
// `npm run zones` writes the files again after an update of the library; a test compares them with what is installed.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

const folder = new URL('../src/methods/phone/zones/', import.meta.url);

/** File name → text, for every file of the folder. */
export function zoneFiles() {
  const file = createRequire(import.meta.url).resolve('libphonenumber-js/metadata.min.json');
  const { version, country_calling_codes: codes, countries } = JSON.parse(readFileSync(file, 'utf8'));
  const zones = new Map();
  for (const [code, list] of Object.entries(codes)) {
    // North America and Russia have one digit; else two digits are a country or a few neighbours (ITU-T E.164).
    const zone = /^[17]/.test(code) ? code[0] : code.slice(0, 2);
    zones.set(zone, [...(zones.get(zone) ?? []), [code, list]]);
  }
  const files = new Map();
  for (const [zone, rows] of zones) {
    const data = {
      version,
      country_calling_codes: Object.fromEntries(rows),
      countries: Object.fromEntries(rows.flatMap(([, list]) => list).map((country) => [country, countries[country]])),
    };
    files.set(`${zone}.ts`, generated(`Numbering plans of calling zone ${zone}`, JSON.stringify(data)));
  }
  const table = Object.entries(codes).flatMap(([code, list]) => list.map((country) => `${country}${code}`));
  files.set(
    'countries.ts',
    generated('Every country with its calling code, the main one of a code first', table.join(' ')),
  );
  files.set('chunks.ts', chunks([...zones.keys()].sort()));
  return files;
}

/** The table of dynamic imports, one line a zone: bundlers follow no other. */
function chunks(zones) {
  const rows = zones.map((zone) => `  '${zone}': () => import('./${zone}.js'),\n`).join('');
  return `/** Where the numbering plans of each calling zone are; written by \`npm run zones\`. */
export const chunks: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {\n${rows}};\n`;
}

/** Text to be parsed when needed: a script's own object would be parsed at load, and slower. */
function generated(what, text) {
  return `/** ${what}; written by \`npm run zones\` from libphonenumber-js. */\nexport default ${quoted(text)};\n`;
}

function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href)
  for (const [name, text] of zoneFiles()) writeFileSync(new URL(name, folder), text);
