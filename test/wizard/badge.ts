/** A method of a host's own, written with nothing but what the package offers for it: the number on a badge. */
import { html } from 'lit';
import {
  StepElement,
  defineMethod,
  field,
  type MethodLogic,
  type MethodModule,
  type MethodSpec,
  type NextCode,
  type ProofCode,
  type SecurityInfo,
  type StepView,
} from '../../src/method.js';

declare module '../../src/contract/enrollment.js' {
  interface MethodTypes {
    badge: { offer: { readonly site: string }; input: { readonly badge: string }; next: NextCode; proof: ProofCode };
  }
}

const en = {
  'number.title': 'Your badge',
  'number.label': 'Number on the badge',
  'number.empty': 'Enter the number on your badge.',
  checking: 'Looking it up…',
  'done.title': 'Badge added',
  next: 'Go on',
} as const;

type State =
  { readonly page: 'number'; readonly isBusy: boolean; readonly isEmpty: boolean } | { readonly page: 'done' };
type Event = { readonly type: 'given'; readonly badge: string } | { readonly type: 'went-on' };

interface Badge extends MethodSpec {
  readonly kind: 'badge';
  readonly state: State;
  readonly event: Event;
  readonly strings: typeof en;
}

const calm: State = { page: 'number', isBusy: false, isEmpty: false };

const logic: MethodLogic<Badge> = {
  start: () => [calm],
  update(state, incoming) {
    switch (incoming.type) {
      case 'given':
        if (incoming.badge === '') return [{ page: 'number', isBusy: false, isEmpty: true }];
        return [
          { page: 'number', isBusy: true, isEmpty: false },
          [{ type: 'begin', input: { badge: incoming.badge } }],
        ];
      case 'enrolled':
        return [{ page: 'done' }];
      case 'went-on':
        return [state, [{ type: 'leave' }]];
      case 'refused':
      case 'withdrawn':
        return [calm];
    }
  },
  frame: (state) =>
    state.page === 'done'
      ? { title: 'done.title', stage: 'registered', submit: { label: 'next', toEvent: () => ({ type: 'went-on' }) } }
      : {
          title: 'number.title',
          stage: 'first',
          focus: 'first-field',
          submit: { label: 'next', toEvent: ({ badge = '' }) => ({ type: 'given', badge }) },
          ...(state.isBusy && { busy: 'checking' }),
          ...(state.isEmpty && { problem: { field: 'badge', text: 'number.empty' } }),
        },
};

export class BadgeStep extends StepElement<Badge> {
  protected override body({ state, t, problem, busy }: StepView<Badge>) {
    if (state.page === 'done') return html`<p class="siw-badge-done">${t('done.title')}</p>`;
    return html`${field(
      { name: 'badge', label: t('number.label'), problem },
      ({ id, describedBy, isInvalid }) =>
        html`<input
          class="siw-badge-number"
          part="input badge-input"
          id=${id}
          name="badge"
          ?readonly=${busy}
          aria-invalid=${isInvalid ?? 'false'}
          aria-describedby=${describedBy ?? ''}
        />`,
    )}`;
  }
}

const ja = {
  'number.title': '社員証',
  'number.label': '社員証の番号',
  'number.empty': '番号を入力してください。',
  checking: '確認しています…',
  'done.title': '追加しました',
  next: '次へ',
};

export const badgeModule: MethodModule<Badge> = {
  kind: 'badge',
  logic,
  nexts: { code: true },
  Step: BadgeStep,
  styles: '.siw-badge-number { letter-spacing: 3px; }',
  strings: { en, load: { ja: async () => ({ default: ja }) } },
};

const card = {
  kind: 'badge',
  icon: 'M5 3h14v18H5z',
  nature: { use: 'both', phishingResistant: true, requires: [] },
  words: { en: { name: 'Badge', hint: 'The card that opens your doors.' }, load: {} },
} as const;

/** A row of the table, of any module that has the badge's shape. */
export function badgeWith(load: () => Promise<{ default: MethodModule<Badge> }>) {
  return defineMethod<Badge>({ card, load });
}

export const badge = badgeWith(async () => ({ default: badgeModule }));

export const badgeInfo: SecurityInfo = {
  account: { label: 'ayaka@harbor.example', organization: 'Harbor' },
  requirements: [{ id: 'badge', anyOf: [{ kind: 'badge', site: 'north', usage: ['sign-in'] }], status: 'open' }],
  methods: [],
  pending: [],
};
