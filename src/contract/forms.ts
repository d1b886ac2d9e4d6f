/**
 * Forms: what a value has to be, so that whoever wrote it is told where it is not. For tests and for what is read once;
 * the wizard itself has the guards, which only say yes or no and cost a page less. Pure.
 */

/** A place where a value is not what it has to be. Names fields, and never quotes what stands there. */
export interface Misfit {
  /** Such as `requirements[0].skip.daysLeft`; empty: the whole. */
  readonly path: string;
  /** Such as `a number from 0 on`. */
  readonly expected: string;
}

/** Every place where a value does not fit; empty: it fits. */
export type Form = (value: unknown, path?: string) => readonly Misfit[];

type Fields = Readonly<Record<string, Form>>;

/** A form of one piece. */
export const piece =
  (expected: string, fits: (value: unknown) => boolean): Form =>
  (value, path = '') =>
    fits(value) ? [] : [{ path, expected }];

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text = piece('a text', (value) => typeof value === 'string');
export const filledText = piece('a text that is not empty', (value) => typeof value === 'string' && value !== '');
export const flag = piece('true or false', (value) => typeof value === 'boolean');
/** For what is said by being there. */
export const yes = piece('true, or left out', (value) => value === true);
export const amount = piece('a number from 0 on', (value) => isNumber(value) && value >= 0);
export const whole = (least: 0 | 1): Form =>
  piece(`a whole number from ${String(least)} on`, (value) => Number.isInteger(value) && Number(value) >= least);
export const object = piece('an object', isObject);

/** One of these, and nothing else. */
export function oneOf(...allowed: readonly [string | number, ...(string | number)[]]): Form {
  const named = allowed.map((one) => (typeof one === 'string' ? `'${one}'` : String(one)));
  const last = named.at(-1) ?? '';
  const expected = named.length > 1 ? `${named.slice(0, -1).join(', ')} or ${last}` : last;
  return piece(expected, (value) => allowed.some((one) => one === value));
}

/** May be left out; `null` is left out too, as everywhere in the contract. */
export const maybe =
  (form: Form): Form =>
  (value, path) =>
    value === undefined || value === null ? [] : form(value, path);

/** A list, each part of which fits. */
export function list(form: Form, least: 0 | 1 = 0): Form {
  const expected = least === 0 ? 'a list' : 'a list that is not empty';
  return (value, path = '') => {
    if (!Array.isArray(value) || value.length < least) return [{ path, expected }];
    // By its indices: a hole in a list is a part that does not fit.
    return [...value.keys()].flatMap((at) => form(value[at], `${path}[${String(at)}]`));
  };
}

/** An object with these fields; others are let pass, for a later version may know them. */
export function fields(forms: Fields): Form {
  return (value, path = '') =>
    isObject(value)
      ? Object.entries(forms).flatMap(([name, form]) => form(value[name], under(path, name)))
      : object(value, path);
}

/** An object with these fields and no others: for what people write by hand, where a field that is misspelt does nothing. */
export function only(forms: Fields): Form {
  const known = fields(forms);
  return (value, path = '') => {
    const strange = isObject(value) ? Object.keys(value).filter((name) => !Object.hasOwn(forms, name)) : [];
    const expected = `left out: there is no such field besides ${Object.keys(forms).join(', ')}`;
    return [...known(value, path), ...strange.map((name) => ({ path: under(path, name), expected }))];
  };
}

/** An object whose field `tag` says which of these forms it has; `otherwise` is told where it says none. */
export function variants(tag: string, forms: Fields, otherwise = named(forms)): Form {
  return (value, path = '') => {
    if (!isObject(value)) return object(value, path);
    return (own(forms, value[tag]) ?? fields({ [tag]: otherwise }))(value, path);
  };
}

function named(forms: Fields): Form {
  return piece(`one of ${Object.keys(forms).join(', ')}`, (value) => own(forms, value) !== undefined);
}

/** A row by a name that comes from outside: `constructor` is none. */
function own(forms: Fields, name: unknown): Form | undefined {
  return typeof name === 'string' && Object.hasOwn(forms, name) ? forms[name] : undefined;
}

function under(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
