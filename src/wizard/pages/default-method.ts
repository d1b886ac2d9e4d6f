/** "Choose your default method": every registered method by every way in which it can be used (flow: 3.4). */
import { html } from 'lit';
import type { SecurityInfo } from '../../contract/security-info.js';
import type { StateIn } from '../../core/machine.js';
import { choice } from '../../ui/choice.js';
import type { AsideStrings } from '../aside-strings.js';
import { channelName, defaultsOf, type Candidate } from '../defaults.js';
import { valuesOf } from '../form-values.js';
import { plain, type Page } from '../page.js';
import { nameOf, type Shell, type TellingShell } from '../shell.js';

export function defaultMethodPage({ info, working, problem }: StateIn<'summary'>, shell: TellingShell): Page {
  const { language } = shell;
  const say = language.sayOf<AsideStrings>('wizard aside');
  const candidates = defaultsOf(info);
  return {
    ...plain,
    phase: 'chooser',
    name: 'default',
    title: say('default.title'),
    body: html`<fieldset class="siw-choices">
      <legend>${say('default.label')}</legend>
      ${candidates.map((candidate, index) => {
        const { label } = candidate.method;
        return choice({
          name: 'default',
          value: String(index),
          label: callBy(candidate, shell),
          hint: label === nameOf(shell, candidate.method) ? undefined : label,
          isChosen: isDefault(info, candidate),
          busy: working !== undefined,
        });
      })}
    </fieldset>`,
    submit: {
      label: say('chooser.confirm'),
      run: (form) => {
        const chosen = candidates[Number(valuesOf(form)['default'])];
        shell.send(
          chosen && !isDefault(info, chosen) ? { type: 'default-chosen', ref: chosen.ref } : { type: 'default-left' },
        );
      },
    },
    back: { label: language.say('back'), run: () => shell.send({ type: 'default-left' }) },
    busy: working === undefined ? undefined : say('default.setting'),
    problem: problem && { text: shell.explain(problem) },
  };
}

/** A method by the way in which it is used. */
export function callBy({ method, ref }: Candidate, shell: Shell): string {
  const name = nameOf(shell, method);
  const channel = channelName(shell, ref.channel);
  if (channel === undefined) return name;
  return shell.language.sayOf<AsideStrings>('wizard aside')(['default.by', { method: name, channel }]);
}

/** A backend need not say by which channel: then it is the method's first. */
export function isDefault({ defaultMethod }: SecurityInfo, { method, ref }: Candidate): boolean {
  if (defaultMethod?.methodId !== ref.methodId) return false;
  return ref.channel === (defaultMethod.channel ?? method.channels?.[0]);
}
