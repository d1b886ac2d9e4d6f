/** The ways from an offer to a registered method: how each is begun, and how a person proves it. */
import type { BeginRequest, Enrollment, MethodKind } from '../contract/enrollment.js';
import type { NextAnswers, NextCode, ProofWebAuthn, Provision } from '../contract/next.js';
import type { AnsweredQuestion } from '../contract/security-answers.js';
import type { RegisteredMethod } from '../contract/security-info.js';
import { assert } from './assert.js';
import type { Way } from './check.js';
import type { LabMail, LabText } from './lab.js';
import { offerOf } from './needs.js';
import type { Visit } from './visit.js';

/** Ways that end with a typed code: the checks of codes are run for each. */
export const typed = ['totp', 'sms', 'email', 'hardware-otp'] as const satisfies readonly Way[];

/** What is asked of `begin` on this way; `to` is a number or an address. */
export function requestFor(person: Visit, way: Way, to?: string): BeginRequest {
  if (way === 'app-password') return { ...bare(person, way), name: 'Mail on my computer' };
  if (way === 'hardware-otp') return { ...bare(person, way), serial: person.hook('tokens').free };
  if (way === 'email') return { ...bare(person, way), address: to ?? person.hook('addresses').mailbox };
  if (way !== 'sms' && way !== 'voice') return bare(person, way);
  const offer = offerOf(person.info, 'phone', way) ?? assert.skip(`nobody is offered phone by ${way}`);
  return {
    kind: 'phone',
    number: to ?? person.hook('numbers').mobile,
    channel: way,
    ...(offer.offerId !== undefined && { offerId: offer.offerId }),
  };
}

/** Where nothing has to be given. */
function bare<K extends MethodKind>(person: Visit, kind: K): { readonly kind: K; readonly offerId?: string } {
  const { offerId }: { readonly offerId?: string } =
    offerOf(person.info, kind) ?? assert.skip(`nobody is offered ${kind}`);
  return { kind, ...(offerId !== undefined && { offerId }) };
}

export function begin(person: Visit, way: Way, to?: string): Promise<Enrollment> {
  return person.begin(requestFor(person, way, to));
}

/** The page that asks for a code. */
export function codeNext({ next }: Enrollment): NextCode {
  assert.that(next.type === 'code', `a code is asked for (code, not ${next.type})`);
  return next;
}

/** The code that is right for this enrolment at this moment. */
export async function rightCode(person: Visit, enrollment: Enrollment): Promise<string> {
  const next = codeNext(enrollment);
  return (await person.lab.codeFor?.(next)) ?? assert.skip('the lab has no codeFor');
}

/** The secret by which an app learns the account. */
export function provisionOf({ next }: Enrollment): Provision {
  const shown = next.type === 'code' || next.type === 'wait' ? next.provision : undefined;
  assert.that(shown !== undefined, 'the answer says what an app has to learn');
  return shown;
}

/** Goes one way from beginning to end. */
export async function register(person: Visit, way: Way): Promise<RegisteredMethod> {
  return doneMethod(await finishers[way](person, await begin(person, way)));
}

/** The method of an answer that has to be `done`. */
export function doneMethod({ next }: Enrollment): RegisteredMethod {
  assert.that(next.type === 'done', `what was proved is registered (done, not ${next.type})`);
  return next.methods[0];
}

const finishers: Readonly<Record<Way, (person: Visit, begun: Enrollment) => Promise<Enrollment>>> = {
  totp: typeCode,
  sms: typeCode,
  'hardware-otp': typeCode,
  email: typeCode,
  voice: async (person, { id, next }) => {
    if (next.type !== 'wait') assert.skip('calls here speak a code');
    const line = person.hook('line');
    const call = (await line.calls()).at(-1) ?? assert.skip('the lab hears no call');
    await line.answer(call.id);
    await line.press(call.id, '#');
    return person.get(id);
  },
  external: async (person, begun) => {
    const url = await person.hook('elsewhere').finish(addressOf(begun));
    return person.verify(begun.id, { type: 'returned', url });
  },
  push: async (person, begun) => {
    const { request, number } = await askApp(person, begun);
    await person.hook('device').approve(request, number);
    return person.get(begun.id);
  },
  'recovery-codes': acknowledge,
  'security-questions': async (person, begun) =>
    person.verify(begun.id, { type: 'answers', answers: answersTo(begun) }),
  'app-password': acknowledge,
  passkey: async (person, begun) => person.verify(begun.id, await madeFor(person, begun)),
};

async function acknowledge(person: Visit, { id }: Enrollment): Promise<Enrollment> {
  return person.verify(id, { type: 'acknowledged' });
}

/** The list of questions. */
export function answerList({ next }: Enrollment): NextAnswers {
  assert.that(next.type === 'answers', `questions are asked (answers, not ${next.type})`);
  return next;
}

/** A set that is right: as many of the list as are asked, and answers that stand nowhere else. */
export function answersTo(begun: Enrollment): readonly AnsweredQuestion[] {
  const { questions, count } = answerList(begun);
  return questions
    .slice(0, count)
    .map(({ id }, at) => ({ questionId: id, answer: `kittiwake cliff ${String(at + 1)}` }));
}

/** Where the person is sent. */
export function addressOf({ next }: Enrollment): string {
  assert.that(next.type === 'redirect', `the person is sent to another page (redirect, not ${next.type})`);
  return next.url;
}

/** What the browser is to make. */
export function optionsOf({ next }: Enrollment): Readonly<Record<string, unknown>> {
  assert.that(next.type === 'webauthn', `a passkey is asked for (webauthn, not ${next.type})`);
  // Whose form is looked at where it matters.
  return next.options as Readonly<Record<string, unknown>>;
}

/** Has the browser make a passkey: the proof that it hands in. */
export async function madeFor(person: Visit, begun: Enrollment, label = 'Blue key'): Promise<ProofWebAuthn> {
  const credential = await person.hook('authenticator').create(optionsOf(begun));
  return { type: 'webauthn', credential, label };
}

async function typeCode(person: Visit, begun: Enrollment): Promise<Enrollment> {
  return person.type(begun.id, await rightCode(person, begun));
}

/** Pairs the app, and has it asked once: the request on the phone, and the number that the wizard shows. */
export async function askApp(person: Visit, begun: Enrollment): Promise<{ request: string; number: string }> {
  const device = person.hook('device');
  await device.pair(provisionOf(begun).uri);
  const { next } = await person.challenge(begun.id);
  assert.that(next.type === 'wait' && next.for === 'approval', 'a challenge asks the paired app');
  const { matchNumber } = next;
  assert.that(matchNumber !== undefined, 'the wizard is told a number to show');
  const request = (await device.requests()).at(-1)?.id;
  assert.that(request !== undefined, 'the app was asked when the challenge was answered');
  return { request, number: matchNumber };
}

/** Text messages so far, to this number. */
export async function textsTo(person: Visit, number: string): Promise<readonly LabText[]> {
  return ((await person.lab.texts?.()) ?? assert.skip('the lab has no texts')).filter(({ to }) => to === number);
}

/** Mails so far, to this address. */
export async function mailsTo(person: Visit, address: string): Promise<readonly LabMail[]> {
  return ((await person.lab.mails?.()) ?? assert.skip('the lab has no mails')).filter(({ to }) => to === address);
}

/** A code of the same form that is not `right`; another one for each `turn`. */
export function wrongCode(right: string, turn = 0): string {
  if (!/^\d+$/.test(right)) return right.replace(/./g, (letter) => (letter === 'A' ? 'B' : 'A'));
  const all = 10 ** right.length;
  // Far from the right one, and from those of the minutes around it.
  return String((Number(right) + Math.floor(all / 3) + turn * 7919) % all).padStart(right.length, '0');
}
