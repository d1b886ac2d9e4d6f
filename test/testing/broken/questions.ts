/** Broken in what it takes for an answer to a security question, and in what becomes of it. */
import { type AnsweredQuestion, foldAnswer } from '../../../src/contract/security-answers.js';
import type { RegisteredMethod } from '../../../src/contract/security-info.js';
import { type Broken, changedEnrollment, changedInfo, type Full, orElse, perPerson, refusal } from './broken.js';

type Answers = readonly AnsweredQuestion[];

/** Takes sets with this fault, as if another had been handed in. */
const taking =
  (isSo: (answers: Answers, asked: readonly string[]) => boolean): NonNullable<Broken['through']> =>
  (adapter) => ({
    verify: async (id, proof, options) => {
      if (proof.type !== 'answers') return adapter.verify(id, proof, options);
      const { next } = await adapter.get(id, options);
      if (next.type !== 'answers') return adapter.verify(id, proof, options);
      const asked = next.questions.map((one) => one.id);
      const right = asked.slice(0, next.count).map((questionId, at) => ({ questionId, answer: `right ${String(at)}` }));
      return adapter.verify(id, isSo(proof.answers, asked) ? { type: 'answers', answers: right } : proof, options);
    },
  });

const areFewer = (texts: readonly (string | undefined)[]): boolean => new Set(texts).size < texts.length;

/** What it tells of a registered set, wherever it tells of it. */
function told(adapter: Full, change: (method: RegisteredMethod) => RegisteredMethod): Partial<Full> {
  const of = (method: RegisteredMethod): RegisteredMethod =>
    method.kind === 'security-questions' ? change(method) : method;
  return {
    ...changedInfo(adapter, (info) => ({ ...info, methods: info.methods.map(of) })),
    ...changedEnrollment(adapter, (one) => {
      if (one.next.type !== 'done') return one;
      const [first, ...others] = one.next.methods;
      return { ...one, next: { ...one.next, methods: [of(first), ...others.map(of)] } };
    }),
  };
}

const memories = perPerson(() => ({ answer: 'Security questions' }));

export const questions: readonly Broken[] = [
  {
    that: 'takes one question for two',
    caughtBy: ['security-questions/question-twice'],
    through: taking((answers) => areFewer(answers.map(({ questionId }) => questionId))),
  },
  {
    that: 'takes one answer for two',
    caughtBy: ['security-questions/answer-twice'],
    through: taking((answers) => areFewer(answers.map(({ answer }) => answer))),
  },
  {
    that: 'takes one answer for two once it is in capitals',
    caughtBy: ['security-questions/answer-twice'],
    through: taking(
      (answers) =>
        areFewer(answers.map(({ answer }) => foldAnswer(answer))) && !areFewer(answers.map(({ answer }) => answer)),
    ),
  },
  {
    that: 'takes an answer of any length',
    caughtBy: ['security-questions/too-short'],
    through: taking((answers) => answers.some(({ answer }) => answer.trim().length < 3)),
  },
  {
    that: 'does not look which question was answered',
    caughtBy: ['security-questions/unknown-question'],
    through: taking((answers, asked) => answers.some(({ questionId = '' }) => !asked.includes(questionId))),
  },
  {
    that: 'is content with fewer answers than it asks for',
    caughtBy: ['security-questions/unknown-question'],
    through: taking((answers) => answers.length === 2),
  },
  {
    that: 'names a set by its first answer',
    caughtBy: ['security-questions/never-shown'],
    through: (adapter, world) => {
      const memory = memories(world);
      const telling = told(adapter, (method) => ({ ...method, label: memory.answer }));
      return {
        ...telling,
        verify: (id, proof, options) => {
          if (proof.type === 'answers') memory.answer = proof.answers[0]?.answer ?? memory.answer;
          return (telling.verify ?? adapter.verify)(id, proof, options);
        },
      };
    },
  },
  {
    that: 'quotes the answers that it refuses',
    caughtBy: ['security-questions/never-shown'],
    through: (adapter) => ({
      verify: (id, proof, options) =>
        orElse(adapter.verify(id, proof, options), (fault) => {
          throw refusal(proof.type === 'answers' ? { code: 'server', traceId: JSON.stringify(proof) } : fault);
        }),
    }),
  },
  {
    that: 'lets people sign in with what they answered',
    caughtBy: ['security-questions/recovery-only'],
    through: (adapter) =>
      told(adapter, (method) => ({ ...method, usage: ['sign-in', 'recovery'], canBeDefault: true })),
  },
];
