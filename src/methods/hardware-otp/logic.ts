/** What `hardware-otp` decides: serial number → name → the code that is shown now → registered. Pure. */
import { leadsElsewhere, type MethodFault } from '../../contract/fault.js';
import type { Enrolled, MethodLogic, Next, Reply } from '../../contract/method.js';
import { readCode, type CodeShape } from '../../contract/typed-code.js';
import { frames, longestName } from './frames.js';
import { readSerial } from './serial.js';
import type { HardwareOtp, On, Shape, TokenState } from './state.js';

export type { HardwareOtp, TokenEvent, TokenState } from './state.js';

const digits = 6;

export const logic: MethodLogic<HardwareOtp> = {
  start: (_context, pending) => [pending ? arrived('', pending) : serialPage('')],

  update(state, incoming) {
    switch (incoming.type) {
      case 'serial-given':
        return state.page === 'serial' && !state.isBusy ? serialGiven(incoming.typed) : [state];
      case 'name-given':
        return state.page === 'name' && !state.isBusy ? nameGiven(state, incoming.typed) : [state];
      case 'code-given':
        return state.page === 'code' && !state.isBusy ? codeGiven(state, incoming.typed) : [state];
      case 'went-back':
        return [state.page === 'name' || state.page === 'code' ? serialPage(state.typed) : state];
      case 'went-on':
        return state.page === 'registered' ? [state, [{ type: 'leave' }]] : [state];
      case 'enrolled':
        return [enrolled(state, incoming)];
      case 'refused':
        return [refused(state, incoming)];
      case 'withdrawn':
        return ['isBusy' in state ? { ...state, isBusy: false } : state];
    }
  },

  frame: (state) => frames[state.page](state as never),
};

function serialPage(typed: string, problem?: On<'serial'>['problem']): On<'serial'> {
  return { page: 'serial', typed, isBusy: false, problem };
}

function codePage(typed: string, { alphabet, length = digits }: CodeShape): On<'code'> {
  return { page: 'code', typed, shape: { alphabet, length }, isBusy: false, problem: undefined };
}

function serialGiven(typed: string): Next<HardwareOtp> {
  const read = readSerial(typed);
  if ('problem' in read) return [serialPage(typed, read.problem)];
  return [{ ...serialPage(typed), isBusy: true }, [{ type: 'begin', input: { serial: read.serial } }]];
}

/** Without a name there is nothing to tell the backend. */
function nameGiven(state: On<'name'>, given: string): Next<HardwareOtp> {
  const { serial, typed, shape } = state;
  const name = given.trim();
  if (name === '') return [codePage(typed, shape)];
  if ([...name].length > longestName) return [{ ...state, name, problem: 'too-long' }];
  return [{ ...state, name, isBusy: true, problem: undefined }, [{ type: 'begin', input: { serial }, label: name }]];
}

function codeGiven(state: On<'code'>, typed: string): Next<HardwareOtp> {
  const read = readCode(typed, state.shape);
  if ('problem' in read) return [{ ...state, problem: read.problem }];
  return [
    { ...state, isBusy: true, problem: undefined },
    [{ type: 'verify', proof: { type: 'code', code: read.code } }],
  ];
}

/** Where an enrolment stands. */
function arrived(typed: string, { enrollment: { next } }: Enrolled<HardwareOtp>): TokenState {
  return next.type === 'done' ? { page: 'registered' } : codePage(typed, next);
}

function enrolled(state: TokenState, reply: Enrolled<HardwareOtp>): TokenState {
  const { next } = reply.enrollment;
  if (state.page === 'registered') return state;
  const read = state.page === 'serial' ? readSerial(state.typed) : undefined;
  if (state.page !== 'serial' || next.type === 'done' || !read || 'problem' in read) return arrived(state.typed, reply);
  const { alphabet, length = digits } = next;
  const shape: Shape = { alphabet, length };
  return { page: 'name', typed: state.typed, serial: read.serial, name: '', shape, isBusy: false, problem: undefined };
}

function refused(state: TokenState, { fault }: Extract<Reply<HardwareOtp>, { readonly type: 'refused' }>): TokenState {
  if (state.page === 'registered') return state;
  if (state.page === 'serial' || isAboutToken(fault)) return serialPage(state.typed, fault);
  return { ...state, isBusy: false, problem: fault };
}

/** Nothing that is named or typed mends it: another token, or this one from the start. The number stays typed. */
function isAboutToken(fault: MethodFault): boolean {
  if (fault.code === 'invalid_input') return fault.field === 'serial';
  const isSpent = fault.code === 'attempts_exhausted' && fault.recover !== 'wait';
  return isSpent || fault.code === 'enrollment_gone' || leadsElsewhere(fault);
}
