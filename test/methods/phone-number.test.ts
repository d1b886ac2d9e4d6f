/** Telephone numbers as people type and paste them, each read with the plans of one calling zone alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadZone } from '../../src/methods/phone/load-zone.js';
import { countriesOf, countryOf, firstCountry, readNumber, zoneOf } from '../../src/methods/phone/phone-number.js';

/** As the page does it: the zone that the number needs is fetched, then the number is read. */
async function read(typed: string, country: string, only?: readonly string[]): Promise<unknown> {
  const zone = (await loadZone(zoneOf(typed, country))) ?? assert.fail('no such zone');
  return readNumber(typed, country, only, zone);
}

const numbers: readonly (readonly [typed: string, country: string, e164: string, found: string])[] = [
  ['090-1234-5678', 'JP', '+819012345678', 'JP'],
  ['09012345678', 'JP', '+819012345678', 'JP'],
  ['９０－１２３４－５６７８', 'JP', '+819012345678', 'JP'],
  ['٠٩٠١٢٣٤٥٦٧٨', 'JP', '+819012345678', 'JP'],
  [' 090 1234 5678 ', 'JP', '+819012345678', 'JP'],
  ['\u202a+81 90-1234-5678\u202c', 'JP', '+819012345678', 'JP'],
  ['tel:+81-90-1234-5678', 'US', '+819012345678', 'JP'],
  ['tel:+819012345678;ext=2', 'US', '+819012345678', 'JP'],
  ['＋８１９０１２３４５６７８', 'US', '+819012345678', 'JP'],
  ['0081 90 1234 5678', 'DE', '+819012345678', 'JP'],
  ['+٨١ ٩٠ ١٢٣٤ ٥٦٧٨', 'US', '+819012345678', 'JP'],
  ['(415) 555-2671', 'US', '+14155552671', 'US'],
  ['+1 416 555 2671', 'JP', '+14165552671', 'CA'],
  ['07400 123456', 'GB', '+447400123456', 'GB'],
  ['+44 7400 123456', 'JP', '+447400123456', 'GB'],
  ['01512 3456789', 'DE', '+4915123456789', 'DE'],
  ['+7 912 345-67-89', 'KZ', '+79123456789', 'RU'],
];

for (const [typed, country, e164, found] of numbers)
  test(`“${typed}” with ${country} chosen is ${e164} [F81, F82]`, async () => {
    assert.deepEqual(await read(typed, country), { e164, country: found });
  });

const problems: readonly (readonly [typed: string, country: string, problem: string])[] = [
  ['', 'JP', 'empty'],
  [' \u200b', 'JP', 'empty'],
  ['tel:', 'JP', 'empty'],
  ['call me', 'JP', 'letters'],
  ['090-1234-567O', 'JP', 'letters'],
  ['0901', 'JP', 'too-short'],
  ['+81 90', 'JP', 'too-short'],
  ['415 555 2671 0', 'US', 'too-long'],
  ['000-000-0000', 'JP', 'impossible'],
  ['+999 123 456 789', 'JP', 'impossible'],
];

for (const [typed, country, problem] of problems)
  test(`“${typed}” is told to be ${problem}`, async () => {
    assert.deepEqual(await read(typed, country), { problem });
  });

test('a number of a country that the organisation does not take is told apart, however it was typed', async () => {
  assert.deepEqual(await read('+44 7400 123456', 'JP', ['JP', 'US']), { problem: 'country-refused' });
  assert.deepEqual(await read('090-1234-5678', 'JP', ['JP', 'US']), { e164: '+819012345678', country: 'JP' });
});

test('the country of a number in international form is followed while it is typed', () => {
  const followed: readonly (readonly [typed: string, country: string | undefined])[] = [
    ['090', undefined],
    ['+', undefined],
    ['+8', undefined],
    ['+81', 'JP'],
    ['+81 90', 'JP'],
    ['+1', 'US'],
    ['+44', 'GB'],
    ['+39', 'IT'],
    ['+7', 'RU'],
    ['＋８１', 'JP'],
    ['0081', 'JP'],
  ];
  for (const [typed, country] of followed) assert.equal(countryOf(typed), country, typed);
});

test('the country to start with is the offer’s, else the language’s, else one that is taken', () => {
  assert.equal(firstCountry('ja', { defaultCountry: 'DE' }), 'DE');
  assert.equal(firstCountry('ja', {}), 'JP');
  assert.equal(firstCountry('en-GB', {}), 'GB');
  assert.equal(firstCountry('pt', {}), 'BR');
  assert.equal(firstCountry('ja', { countries: ['DE'] }), 'DE');
  assert.equal(firstCountry('ja', { countries: ['DE'], defaultCountry: 'US' }), 'DE', 'not one that is refused');
  assert.equal(firstCountry('eo', { countries: ['XX'] }), 'US', 'whatever the organisation wrote');
});

test('every country is listed once and has a zone that comes, with its own plan in it', async () => {
  const countries = countriesOf(undefined);
  assert.ok(countries.length > 200);
  assert.equal(new Set(countries.map(({ code }) => code)).size, countries.length);
  for (const { code, callingCode } of countries) {
    const zone = await loadZone(zoneOf('', code));
    assert.ok(callingCode.startsWith(zone?.code ?? '?'), code);
    assert.ok(Object.hasOwn(zone?.plans.countries ?? {}, code), code);
  }
});

test('a list of countries narrows the choice, and names that are none are passed over', () => {
  assert.deepEqual(
    countriesOf(['US', 'JP', 'XX'])
      .map(({ code, callingCode }) => `${code} +${callingCode}`)
      .sort(),
    ['JP +81', 'US +1'],
  );
});

test('a zone that there is none of is not there, instead of an exception', async () => {
  for (const code of ['0', '', '8', 'constructor', '__proto__']) assert.equal(await loadZone(code), undefined, code);
});
