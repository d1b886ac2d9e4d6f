/** Events and answers of `security-questions` that stand for all others. Never shipped. */
import type { EnrollmentId, MethodId } from '../../contract/enrollment.js';
import type { MethodSamples } from '../../contract/samples.js';
import type { AnsweredQuestion } from '../../contract/security-answers.js';
import type { SecurityQuestions } from './logic.js';

const id = 'enrollment-5' as EnrollmentId;
const account = { label: 'ayaka@harbor.example', organization: 'Harbor' };
const kind = 'security-questions';
const questions = [
  { id: 'first-trip', text: 'Where did your first trip without your family lead?' },
  { id: 'first-book', text: 'Which book did you first read twice?' },
  { id: 'old-neighbour', text: 'What was the name of the neighbour you visited most as a child?' },
];
const trip: AnsweredQuestion = { questionId: 'first-trip', answer: 'Otaru' };
const book: AnsweredQuestion = { questionId: 'first-book', answer: 'Momo' };
const own: AnsweredQuestion = { question: 'What did the cat eat?', answer: 'My homework' };

export const samples: MethodSamples<SecurityQuestions> = {
  contexts: [
    {
      offer: { kind, usage: ['recovery'], count: 2, ownAllowed: true },
      account,
      locale: 'en',
      device: { touch: false },
    },
    { offer: { kind, usage: ['recovery'], minLength: 2 }, account, locale: 'ja', device: { touch: true } },
  ],
  events: [
    { type: 'went-on' },
    { type: 'went-back' },
    ...[
      [{ questionId: '', answer: '' }],
      [trip, { ...trip, answer: 'Momo' }],
      [{ ...own, question: '' }],
      [{ ...own, question: 'x'.repeat(201) }],
      [{ ...trip, answer: ' ' }],
      [{ ...trip, answer: 'A' }],
      [{ ...trip, answer: 'あ'.repeat(41) }],
      [trip, { ...book, answer: ' ＯＴＡＲＵ' }],
      [{ ...trip, answer: 'Ayaka' }],
      [trip, book],
      [trip, own],
    ].map((answers) => ({ type: 'answers-given', answers }) as const),
  ],
  enrollments: [
    { id, kind, expiresIn: 1_800_000, next: { type: 'answers', count: 2, questions, ownAllowed: true } },
    { id, kind, next: { type: 'answers', count: 3, questions, ownAllowed: false } },
    {
      id,
      kind,
      next: {
        type: 'done',
        methods: [
          {
            id: 'method-5' as MethodId,
            kind,
            label: 'Security questions',
            usage: ['recovery'],
            canBeDefault: false,
            removable: true,
          },
        ],
      },
    },
  ],
  secrets: [],
};
