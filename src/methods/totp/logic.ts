/** What `totp` decides: set up → scan ⇄ key by hand → code → registered. Pure. */
import { leadsElsewhere, type MethodFault } from '../../contract/fault.js';
import type { Enrolled, Frame, MethodLogic, MethodSpec, Next, Reply } from '../../contract/method.js';
import type { Provision } from '../../contract/next.js';
import { codeProblem, readCode, type CodeProblem, type CodeShape } from '../../contract/typed-code.js';
import type {} from './contract.js';
import type { en } from './strings.js';

export type TotpState =
  | { readonly page: 'set-up'; readonly problem: MethodFault | undefined }
  /** Without a provision yet, it is on its way. */
  | {
      readonly page: 'scan';
      readonly provision: Provision | undefined;
      /** The QR of before has died, and another stands in its place. */
      readonly isRenewed: boolean;
    }
  /** The same by hand. These two are the only pages that hold the secret. */
  | { readonly page: 'key'; readonly provision: Provision }
  | {
      readonly page: 'code';
      readonly shape: { readonly alphabet: CodeShape['alphabet']; readonly length: number };
      readonly isBusy: boolean;
      readonly problem: CodeProblem | MethodFault | undefined;
    }
  | { readonly page: 'registered' };

export type TotpEvent =
  | { readonly type: 'went-on' }
  | { readonly type: 'went-back' }
  | { readonly type: 'manual-toggled' }
  | { readonly type: 'code-given'; readonly typed: string };

export interface Totp extends MethodSpec {
  readonly kind: 'totp';
  readonly state: TotpState;
  readonly event: TotpEvent;
  readonly strings: typeof en;
}

type Code = Extract<TotpState, { readonly page: 'code' }>;

const digits = 6;

export const logic: MethodLogic<Totp> = {
  start: (_context, pending) => (pending ? [arrived(pending)] : [{ page: 'set-up', problem: undefined }]),

  update(state, incoming) {
    switch (incoming.type) {
      case 'went-on':
        return wentOn(state);
      case 'went-back':
        if (state.page === 'scan') return [{ page: 'set-up', problem: undefined }];
        if (state.page === 'key') return [toggled(state)];
        return state.page === 'code' ? scan() : [state];
      case 'manual-toggled':
        return [toggled(state)];
      case 'code-given':
        return state.page === 'code' && !state.isBusy ? codeGiven(state, incoming.typed) : [state];
      case 'enrolled':
        return enrolled(state, incoming);
      case 'refused':
        return refused(state, incoming);
      case 'withdrawn':
        if (state.page === 'scan') return [{ page: 'set-up', problem: undefined }];
        return [state.page === 'code' ? { ...state, isBusy: false } : state];
    }
  },

  frame: (state) => frames[state.page](state as never),
};

function wentOn(state: TotpState): Next<Totp> {
  switch (state.page) {
    case 'set-up':
      return scan();
    case 'scan':
      // Its secret is dropped here: only the page that shows it holds it.
      return [state.provision ? code({ alphabet: 'digits', length: digits }) : state];
    case 'key':
      return [code({ alphabet: 'digits', length: digits })];
    case 'code':
      return [state];
    case 'registered':
      return [state, [{ type: 'leave' }]];
  }
}

/** The picture or the key: one secret, two ways to carry it over. */
function toggled(state: TotpState): TotpState {
  if (state.page === 'key') return { ...state, page: 'scan', isRenewed: false };
  if (state.page !== 'scan' || !state.provision) return state;
  return { page: 'key', provision: state.provision };
}

/** Asks for the QR; the backend answers with the same one as long as its enrolment stands (R3). */
function scan(renewal?: 'expired' | 'restart'): Next<Totp> {
  return [
    {
      page: 'scan',
      provision: undefined,
      isRenewed: renewal !== undefined,
    },
    [{ type: 'begin', input: {}, ...(renewal === 'restart' ? { restart: true } : {}) }],
  ];
}

function code({ alphabet, length = digits }: CodeShape): Code {
  return { page: 'code', shape: { alphabet, length }, isBusy: false, problem: undefined };
}

function codeGiven(state: Code, typed: string): Next<Totp> {
  const read = readCode(typed, state.shape);
  if ('problem' in read) return [{ ...state, problem: read.problem }];
  return [
    { ...state, isBusy: true, problem: undefined },
    [{ type: 'verify', proof: { type: 'code', code: read.code } }],
  ];
}

/** Where an enrolment stands. */
function arrived({ enrollment: { next } }: Enrolled<Totp>): TotpState {
  if (next.type === 'done') return { page: 'registered' };
  const { provision } = next;
  return provision ? { page: 'scan', provision, isRenewed: false } : code(next);
}

function enrolled(state: TotpState, reply: Enrolled<Totp>): Next<Totp> {
  const { next } = reply.enrollment;
  if (next.type === 'done' || state.page === 'registered') return [{ page: 'registered' }];
  if (state.page === 'scan' && next.provision)
    return [{ ...state, provision: next.provision }, [{ type: 'announce', text: 'scan.ready' }]];
  if (state.page === 'scan') return [code(next)];
  // The proof was not enough yet: another code, the next one.
  return [state.page === 'code' ? { ...code(next), problem: undefined } : arrived(reply)];
}

function refused(state: TotpState, { during, fault }: Extract<Reply<Totp>, { readonly type: 'refused' }>): Next<Totp> {
  if (state.page === 'registered') return [state];
  if (state.page !== 'code' || during === 'begin' || leadsElsewhere(fault)) return [{ page: 'set-up', problem: fault }];
  if (fault.code === 'enrollment_gone') return scan('expired');
  if (fault.code === 'attempts_exhausted' && fault.recover !== 'wait') return scan('restart');
  return [{ ...state, isBusy: false, problem: fault }];
}

const frames: {
  readonly [P in TotpState['page']]: (state: Extract<TotpState, { readonly page: P }>) => Frame<Totp>;
} = {
  'set-up': ({ problem }) => ({
    title: 'set-up.title',
    stage: 'first',
    submit: { toEvent: () => ({ type: 'went-on' }) },
    ...(problem && { problem: { fault: problem } }),
  }),
  scan: ({ provision, isRenewed }) => ({
    title: 'scan.title',
    stage: 'middle',
    submit: { toEvent: () => ({ type: 'went-on' }) },
    back: { type: 'went-back' },
    links: provision ? [{ label: 'scan.cannot', event: { type: 'manual-toggled' } }] : [],
    ...(isRenewed && { problem: { text: 'scan.renewed' } }),
    ...(!provision && { busy: 'scan.preparing' }),
  }),
  key: () => ({
    title: 'key.title',
    stage: 'middle',
    submit: { toEvent: () => ({ type: 'went-on' }) },
    back: { type: 'went-back' },
    links: [{ label: 'key.picture', event: { type: 'manual-toggled' } }],
  }),
  code: ({ isBusy, problem, shape }) => ({
    title: 'code.title',
    stage: 'middle',
    submit: { toEvent: ({ code: typed = '' }) => ({ type: 'code-given', typed }) },
    back: { type: 'went-back' },
    focus: 'first-field',
    ...(isBusy && { busy: 'code.checking' }),
    ...(problem !== undefined && { problem: codeProblem(problem, shape.length) }),
  }),
  registered: () => ({
    title: 'registered.title',
    stage: 'registered',
    submit: { toEvent: () => ({ type: 'went-on' }) },
  }),
};
