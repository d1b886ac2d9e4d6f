/** A situation in the address of a page, so that it can be shared; what is as plain as can be is not written. Pure. */
import { methods, plain, type Method, type Situation } from './situation.js';

/** How one part stands in the address. `read` answers the plain value for whatever it cannot understand. */
interface Field<T> {
  readonly name: string;
  write(value: T): string;
  read(text: string): T;
}

/** What may be chosen; the first is the plain one. */
export const choices = {
  enforcement: ['none', 'per-user', 'conditional', 'risk', 'baseline'],
  count: ['none', 'one', 'two'],
  phoneBy: ['text-or-call', 'text', 'call'],
  device: ['desktop', 'phone'],
  denied: ['no', 'place', 'device'],
} as const satisfies { readonly [K in keyof Situation]?: readonly [Situation[K], ...Situation[K][]] };

/** The largest of each number. */
export const most = { askedDaysAgo: 14, snoozed: 3 } as const;

const oneOf = <T extends string>(name: string, known: readonly [T, ...T[]]): Field<T> => ({
  name,
  write: (value) => value,
  read: (text) => known.find((value) => value === text) ?? known[0],
});

const several = (name: string): Field<readonly Method[]> => ({
  name,
  write: (value) => methods.filter((method) => value.includes(method)).join('.'),
  read: (text) => methods.filter((method) => text.split('.').includes(method)),
});

/** Says yes by being there. */
const flag = (name: string): Field<boolean> => ({ name, write: () => '', read: () => true });

const count = (name: string, atMost: number): Field<number> => ({
  name,
  write: String,
  read: (text) => (/^\d{1,2}$/.test(text) ? Math.min(Number(text), atMost) : 0),
});

/** THE table of the address. */
const fields: { readonly [K in keyof Situation]: Field<Situation[K]> } = {
  enforcement: oneOf('enforcement', choices.enforcement),
  signIn: several('sign-in'),
  reset: several('reset'),
  count: oneOf('count', choices.count),
  phoneBy: oneOf('phone-by', choices.phoneBy),
  campaign: flag('campaign'),
  oldPrograms: flag('old-programs'),
  has: several('has'),
  fiveApps: flag('five-apps'),
  isAdmin: flag('admin'),
  askedDaysAgo: count('asked', most.askedDaysAgo),
  snoozed: count('snoozed', most.snoozed),
  isReviewDue: flag('review-due'),
  device: oneOf('device', choices.device),
  pass: flag('pass'),
  isNeededNow: flag('needed-now'),
  denied: oneOf('denied', choices.denied),
  unusable: several('unusable'),
};

// Of the table's own keys, so each is one.
const keys = Object.keys(fields) as (keyof Situation)[];

/**
 * Reads the query of an address. `undefined` where it speaks of no situation.
 *
 * @example
 * readSituation('?enforcement=risk&sign-in=push&asked=6'); // { enforcement: 'risk', signIn: ['push'], askedDaysAgo: 6, … }
 */
export function readSituation(query: string): Situation | undefined {
  const asked = new URLSearchParams(query);
  if (!asked.has(fields.enforcement.name)) return undefined;
  const read = <K extends keyof Situation>(key: K): Situation[K] => {
    const text = asked.get(fields[key].name);
    return text === null ? plain[key] : fields[key].read(text);
  };
  return Object.fromEntries(keys.map((key) => [key, read(key)])) as unknown as Situation;
}

/** Adds the situation to a query; the enforcement is always written, which says that there is a situation at all. */
export function writeSituation(situation: Situation, query: URLSearchParams): void {
  const write = <K extends keyof Situation>(key: K): void => {
    const isPlain = String(situation[key]) === String(plain[key]);
    if (key === 'enforcement' || !isPlain) query.set(fields[key].name, fields[key].write(situation[key]));
  };
  keys.forEach((key) => write(key));
}

/** Whether two situations are the same, in whatever order their methods stand. */
export function isSame(one: Situation, other: Situation): boolean {
  const [a, b] = [new URLSearchParams(), new URLSearchParams()];
  writeSituation(one, a);
  writeSituation(other, b);
  return a.toString() === b.toString();
}
