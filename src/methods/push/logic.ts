/** What `push` decides: get the app → set up → scan ⇄ by hand (on a phone: a link) → test → registered. Pure. */
import { leadsElsewhere } from '../../contract/fault.js';
import type { Enrolled, MethodContext, MethodLogic, Next, Reply } from '../../contract/method.js';
import type {} from './contract.js';
import { digitsOf } from './digits.js';
import { frames } from './frames.js';
import type { On, Push, PushState } from './state.js';

export type { Push, PushEvent, PushState } from './state.js';

type Context = MethodContext<Push>;
type Refused = Extract<Reply<Push>, { readonly type: 'refused' }>;
type PairingPage = On<'pair' | 'scan' | 'key'>;

/** How long a pairing may take to be known before the person is told that it is not. */
const patience = 5_000;
/** After this long without an answer, advice helps. */
const hintAfter = 10_000;

const challenge = { type: 'challenge' } as const;
const hint = { type: 'after', id: 'hint', ms: hintAfter, event: { type: 'hint-due' } } as const;

export const logic: MethodLogic<Push> = {
  start: (context, pending) => (pending ? arrived(pending, context) : [getPage()]),

  update(state, incoming, context) {
    switch (incoming.type) {
      case 'went-on':
        return wentOn(state, context);
      case 'went-back':
        return [wentBack(state, context)];
      case 'way-chosen':
        return [isPairing(state) && state.provision && !state.busy ? onPage(incoming.way, state.provision) : state];
      case 'link-opened':
        return [state.page === 'pair' ? { ...state, isOpened: true } : state];
      case 'looked-in-vain':
        return [
          isPairing(state) && state.busy === 'looking' ? { ...state, busy: undefined, problem: 'not-yet' } : state,
        ];
      case 'hint-due':
        return state.page === 'test'
          ? [{ ...state, isHinted: true }, [{ type: 'announce', text: 'test.hint' }]]
          : [state];
      case 'asked-again':
        return askedAgain(state);
      case 'renewal-asked':
        return renewed(state, context);
      case 'enrolled':
        return enrolled(state, incoming, context);
      case 'refused':
        return refused(state, incoming, context);
      case 'withdrawn':
        return [withdrawn(state)];
    }
  },

  frame: (state) => frames[state.page](state as never),
};

function isPairing(state: PushState): state is PairingPage {
  return state.page === 'pair' || state.page === 'scan' || state.page === 'key';
}

function getPage(problem?: On<'get'>['problem']): On<'get'> {
  return { page: 'get', problem };
}

function onPage(page: PairingPage['page'], provision: PairingPage['provision']): PairingPage {
  const same = { provision, isPaired: false, busy: undefined, problem: undefined };
  return page === 'pair' ? { page, isOpened: false, ...same } : { page, ...same };
}

/** A paired app needs no payload any more: only the page's button is left to choose. */
const paired: On<'scan'> = { page: 'scan', provision: undefined, isPaired: true, busy: undefined, problem: undefined };

function refusedPage(reason: On<'refused'>['reason'], recover: On<'refused'>['recover']): On<'refused'> {
  return { page: 'refused', reason, recover, busy: undefined, problem: undefined };
}

/** Asks for the payload; the backend answers with the same one as long as it can be used (R3). */
function pairing({ device }: Context, restart = false): Next<Push> {
  return [
    onPage(device.touch ? 'pair' : 'scan', undefined),
    [{ type: 'begin', input: {}, ...(restart && { restart }) }],
  ];
}

function wentOn(state: PushState, context: Context): Next<Push> {
  if (state.page === 'get' && !context.device.touch) return [{ page: 'set-up' }];
  if (state.page === 'get' || state.page === 'set-up') return pairing(context);
  if (state.page === 'registered') return [state, [{ type: 'leave' }]];
  if (!isPairing(state) || state.busy || !(state.isPaired || state.provision)) return [state];
  if (state.isPaired) return [{ ...state, busy: 'sending', problem: undefined }, [challenge]];
  return [
    { ...state, busy: 'looking', problem: undefined },
    [{ type: 'after', id: 'patience', ms: patience, event: { type: 'looked-in-vain' } }],
  ];
}

function wentBack(state: PushState, { device }: Context): PushState {
  switch (state.page) {
    case 'set-up':
    case 'pair':
      return getPage();
    case 'scan':
      if (!device.touch) return { page: 'set-up' };
      return state.provision ? onPage('pair', state.provision) : getPage();
    case 'key':
      return onPage('scan', state.provision);
    case 'test':
      return paired;
    case 'refused':
      return state.recover === 'challenge' ? paired : getPage();
    case 'get':
    case 'registered':
      return state;
  }
}

function askedAgain(state: PushState): Next<Push> {
  const canAsk = state.page === 'test' || (state.page === 'refused' && state.recover === 'challenge');
  return canAsk && !state.busy ? [{ ...state, busy: 'sending', problem: undefined }, [challenge]] : [state];
}

/** A new payload in the place of one that is there, or was. */
function renewed(state: PushState, context: Context): Next<Push> {
  const isThere = isPairing(state) ? state.provision !== undefined || state.isPaired : state.page === 'refused';
  return isThere && !isAway(state) && !state.busy ? pairing(context, true) : [state];
}

/** Where an enrolment stands. */
function arrived({ enrollment: { next } }: Enrolled<Push>, { device }: Context): Next<Push> {
  switch (next.type) {
    case 'wait': {
      const { provision, matchNumber: number } = next;
      if (next.for !== 'approval')
        return [onPage(device.touch && provision?.deepLink !== undefined ? 'pair' : 'scan', provision)];
      const page = { page: 'test', number, isHinted: false, busy: undefined, problem: undefined } as const;
      return [
        page,
        number === undefined ? [hint] : [hint, { type: 'announce', text: ['test.said', { number: digitsOf(number) }] }],
      ];
    }
    case 'ready':
      return [paired];
    case 'rejected':
      return [refusedPage(next.reason, next.recover)];
    case 'done':
      return [{ page: 'registered' }];
  }
}

function enrolled(state: PushState, reply: Enrolled<Push>, context: Context): Next<Push> {
  const { next } = reply.enrollment;
  if (next.type === 'done') return arrived(reply, context);
  if (isAway(state)) return [state];
  if (!isPairing(state)) {
    const [to, effects = []] = arrived(reply, context);
    // Whoever has asked for another one does not need the advice later.
    return [state.page === 'test' && to.page === 'test' ? { ...to, isHinted: state.isHinted } : to, effects];
  }
  if (next.type === 'ready') {
    // Next was chosen before the backend knew: now it can be done.
    if (state.busy === 'looking') return [{ ...paired, busy: 'sending' }, [challenge]];
    return [paired, state.isPaired ? [] : [{ type: 'announce', text: 'scan.paired' }]];
  }
  if (next.type !== 'wait' || next.for === 'approval') return arrived(reply, context);
  if (state.provision) return [state];
  const [page] = arrived(reply, context);
  return [page, [{ type: 'announce', text: 'scan.ready' }]];
}

/** Whoever is at the start, or went back there, does not wait for anything. */
function isAway(state: PushState): state is On<'registered' | 'get' | 'set-up'> {
  return state.page === 'registered' || state.page === 'get' || state.page === 'set-up';
}

function refused(state: PushState, { during, fault }: Refused, context: Context): Next<Push> {
  if (isAway(state)) return [state];
  if (during === 'begin' || leadsElsewhere(fault)) return [getPage(fault)];
  if (fault.code === 'enrollment_gone') return [refusedPage('expired', 'restart')];
  if (fault.code === 'attempts_exhausted' && fault.recover === 'restart') return pairing(context, true);
  return [{ ...state, busy: undefined, problem: fault }];
}

function withdrawn(state: PushState): PushState {
  if (isPairing(state) && !state.provision && !state.isPaired) return getPage();
  return 'busy' in state ? { ...state, busy: undefined } : state;
}
