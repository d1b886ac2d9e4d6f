/** What can happen to a wizard, one thing at a time: the person presses, the backend answers, time passes. */
import type { EnrollmentFault } from '../../../src/contract/fault.js';
import type { SecurityInfo } from '../../../src/contract/security-info.js';
import { identityOf, type Page } from '../../../src/wizard/page.js';
import { everyFault, sharedFaults } from '../methods/every-fault.js';
import type { Method } from '../methods/every-method.js';
import { endingsOf, plansOf } from './plans.js';
import type { CallName, Stage } from './stage.js';

/** Where on a page a button stands. */
export type Button = 'submit' | 'back' | number;
export type Values = Readonly<Record<string, string>>;

export type Step =
  /** `on` is the page's identity, `label` what the button says in English. */
  | {
      readonly type: 'pressed';
      readonly on: string;
      readonly button: Button;
      readonly values: Values;
      readonly label: string;
    }
  | { readonly type: 'answered'; readonly call: CallName; readonly answer: unknown; readonly name: string }
  | { readonly type: 'refused'; readonly call: CallName; readonly fault: EnrollmentFault }
  /** The chunk of the method is here. */
  | { readonly type: 'arrived' }
  /** So long without an answer that the page says so. */
  | { readonly type: 'waited'; readonly call: CallName };

/** All that can be pressed on a page, with nothing in its fields; a page that wants something gets it as well. */
export function pressesOn(page: Page): readonly Step[] {
  const { submit, back, links, busy, name } = page;
  if (busy !== undefined) return [];
  const press = (button: Button, label: string, values: Values = {}): Step => ({
    type: 'pressed',
    on: identityOf(page),
    button,
    values,
    label,
  });
  return [
    ...(submit ? [press('submit', submit.label)] : []),
    ...(submit && typed[name] ? [press('submit', submit.label, typed[name])] : []),
    ...(back ? [press('back', back.label)] : []),
    ...links.flatMap(({ label, isDisabled }, index) => (isDisabled ? [] : [press(index, label)])),
  ];
}

const typed: Readonly<Record<string, Values>> = { password: { password: 'a password' }, default: { default: '0' } };

/** All that the backend may say to the call that is out. */
export function repliesOn({ out, known }: Stage, methods: readonly Method[]): readonly Step[] {
  if (!out) return [];
  const call = out.name;
  const isFirst = call === 'load' && !known;
  const answers = isFirst ? plansOf(methods) : { ...answersTo[call](known, out.args, methods) };
  return [
    ...Object.entries(answers).map(([name, answer]) => ({ type: 'answered', call, answer, name }) as const),
    ...refusalsOf(call, known).map((fault) => ({ type: 'refused', call, fault }) as const),
    { type: 'waited', call },
  ];
}

type Answers = (
  known: SecurityInfo | undefined,
  args: readonly unknown[],
  methods: readonly Method[],
) => readonly unknown[];

const answersTo: { readonly [C in CallName]: Answers } = {
  load: (known, _args, methods) => (known ? endingsOf(known, methods) : []),
  begin: (_known, [request], methods) => {
    const { kind } = request as { readonly kind: string };
    const done = methods
      .filter((method) => method.kind === kind)
      .flatMap(({ samples }) => samples.enrollments.filter(({ next }) => next.type === 'done'));
    return done.slice(0, 1);
  },
  skip: (known, [id]) =>
    known
      ? [
          {
            ...known,
            requirements: known.requirements.map((one) => (one.id === id ? { ...one, status: 'put-off' } : one)),
          },
        ]
      : [],
  setDefault: (known, [ref]) => (known ? [{ ...known, defaultMethod: ref }] : []),
  complete: (known) => [known],
  reauthenticate: () => [undefined],
};

/** Before anything stands every refusal has a page; later only what is done about it differs, and the longest stands for all. */
function refusalsOf(call: CallName, known: SecurityInfo | undefined): readonly EnrollmentFault[] {
  if (call === 'reauthenticate') return [{ code: 'invalid_input', field: 'password', reason: 'mismatch' }];
  return known ? [...everyFault.slice(-1), ...sharedFaults] : [...everyFault].reverse();
}
