// The numbering plans in the tree are those of the installed library: an update of it must not go half way.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { getCountries, getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import { loadZone } from '../../../src/methods/phone/load-zone.js';
import { readNumber, zoneOf } from '../../../src/methods/phone/phone-number.js';
import { zoneFiles } from '../../../.ci/phone-zones.mjs';

const folder = new URL('../../../src/methods/phone/zones/', import.meta.url);

test('every file of plans is the one that `npm run zones` writes, and there is no other', () => {
  const files: ReadonlyMap<string, string> = zoneFiles();
  assert.deepEqual(readdirSync(folder).sort(), [...files.keys()].sort());
  for (const [name, text] of files) assert.equal(readFileSync(new URL(name, folder), 'utf8'), text, name);
});

test('a mobile number of every country is read, in national and in international form', async () => {
  for (const country of getCountries()) {
    const example = getExampleNumber(country, examples);
    if (!example) continue;
    const zone = await loadZone(zoneOf('', country));
    assert.ok(zone, country);
    for (const typed of [example.formatNational(), example.formatInternational()]) {
      const read = readNumber(typed, country, undefined, zone);
      // Countries that share a calling code may be told to be their neighbour; the number is what counts.
      assert.equal('e164' in read && read.e164, example.number, `${country} ${typed}`);
    }
  }
});

test('there is no zone of a code that nobody has, nor of a name that every object has', async () => {
  assert.equal(await loadZone('00'), undefined);
  assert.equal(await loadZone('constructor'), undefined);
});
