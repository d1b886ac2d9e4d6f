/** `phone`, assembled. */
import type { MethodModule } from '../../contract/step.js';
import { CountryNames } from './country-names.js';
import { logic, type Phone } from './logic.js';
import { firstCountry } from './phone-number.js';
import { PhoneStep } from './step.js';
import { en } from './strings.js';

const phone: MethodModule<Phone> = {
  kind: 'phone',
  logic,
  nexts: { code: true, wait: true, rejected: true },
  Step: PhoneStep,
  // The first look into the names of countries takes 18 ms, and 70 on a slow phone.
  prepare: (locale) => void new CountryNames().one(locale, firstCountry(locale, {})),
  strings: { en, load: { ja: () => import('./strings.ja.js') } },
};

export default phone;
