/** What the backend wants first, drawn over the page that waits for its answer (law 6 of the runtime). */
import { html } from 'lit';
import type { Answer, Asked, Interruption } from '../../runtime/interruption.js';
import type { Say } from '../../i18n/translate.js';
import { textField } from '../../ui/text-field.js';
import { SiwHumanCheckEvent, SiwReauthEvent } from '../host-events.js';
import { leave } from '../leave.js';
import type { AsideStrings } from '../aside-strings.js';
import { valuesOf } from '../form-values.js';
import { plain, type Page } from '../page.js';
import type { TellingShell } from '../shell.js';

interface Parts {
  readonly shell: TellingShell;
  readonly say: Say<AsideStrings>;
  /** Bound to this interruption: an answer that comes late is not taken for another one's. */
  answer(answer: Answer): void;
}

type Kind = Exclude<Interruption['kind'], 'network'>;

type Row<K extends Kind> = (
  interruption: Extract<Interruption, { readonly kind: K }>,
  parts: Parts,
) => Pick<Page, 'title' | 'body' | 'submit'> & Partial<Page>;

export function stepUpPage({ what, answer }: Asked, shell: TellingShell): Page {
  // A lost network has a page of its own.
  const draw = rows[what.kind as Kind] as (...given: [Interruption, Parts]) => ReturnType<Row<Kind>>;
  return {
    ...plain,
    phase: 'step-up',
    name: what.kind,
    back: { label: shell.language.say('back'), run: () => answer({ type: 'withdrawn' }) },
    ...draw(what, { shell, say: shell.language.sayOf<AsideStrings>('wizard aside'), answer }),
  };
}

const sentence = (text: string) => html`<div><p>${text}</p></div>`;

const rows: { readonly [K in Kind]: Row<K> } = {
  password: ({ busy, problem }, { shell, say, answer }) => {
    const text = problem === 'empty' ? say('password.empty') : problem && shell.explain(problem);
    const shown = text === undefined ? undefined : { field: 'password', text };
    return {
      title: say('password.title'),
      body: html`<div>
        <p id="siw-about-password">${say('password.body')}</p>
        ${textField({
          name: 'password',
          label: say('password.label'),
          about: 'siw-about-password',
          type: 'password',
          autocomplete: 'current-password',
          busy,
          problem: shown,
        })}
      </div>`,
      submit: {
        label: shell.language.say('next'),
        run: (form) => answer({ type: 'password', password: valuesOf(form)['password'] ?? '' }),
      },
      busy: busy ? say('password.checking') : undefined,
      problem: shown,
      focus: 'first-field',
    };
  },

  host: (_interruption, { shell, say, answer }) => {
    const resume = (): void => answer({ type: 'again' });
    return {
      title: say('host.title'),
      body: sentence(say('host.body')),
      submit: { label: say('host.go'), run: () => void shell.fire(new SiwReauthEvent('step-up', resume)) },
    };
  },

  redirect: ({ url }, { shell, say }) => ({
    title: say('host.title'),
    body: sentence(say('redirect.body')),
    submit: { label: say('host.go'), run: () => leave(url, shell) },
  }),

  'human-check': ({ provider }, { shell, say, answer }) => {
    const resume = (humanCheck: string): void => answer({ type: 'again', humanCheck });
    return {
      title: say('human.title'),
      body: sentence(say('human.body')),
      submit: { label: say('host.go'), run: () => void shell.fire(new SiwHumanCheckEvent(provider, resume)) },
    };
  },
};
