/** The pages of `phone`, drawn. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StepView } from '../../contract/step.js';
import { choice } from '../../ui/choice.js';
import { field } from '../../ui/field.js';
import { around } from '../../ui/sentence.js';
import { StepElement } from '../../ui/step-element.js';
import { codeField, textField } from '../../ui/text-field.js';
import { channelsOf } from './channels.js';
import { CountryNames } from './country-names.js';
import type { On, Phone, Reach } from './state.js';
import { loadZone } from './load-zone.js';
import { countryOf, zoneOf } from './phone-number.js';

type View = StepView<Phone>;

export class PhoneStep extends StepElement<Phone> {
  readonly #names = new CountryNames();
  /** What the select shows, while it differs from the draft. */
  #country: string | undefined;
  /** The list of 245 is made when somebody reaches for it. */
  #isListed = false;
  readonly #fetching = new Set<string>();
  /** Asked for once already, whatever came of it. */
  readonly #asked = new Set<string>();

  protected override body(view: View): TemplateResult {
    const { state } = view;
    switch (state.page) {
      case 'number':
        return this.#number(state, view);
      case 'code':
        return this.#code(state, view);
      case 'calling':
        return this.#calling(state, view);
      case 'unanswered':
        return this.#unanswered(state, view);
      case 'registered':
        return html`<p>${view.t(`registered.${state.by}`)}</p>`;
    }
  }

  #number({ draft }: On<'number'>, view: View): TemplateResult {
    const { t, problem, busy, locale, context } = view;
    const channels = channelsOf(context.offer);
    const chosen = this.#country ?? draft.country;
    const options = this.#isListed ? this.#names.all(locale, context.offer.countries) : this.#names.one(locale, chosen);
    const isBoth = channels.length > 1;
    return html`<p>${t(`number.body.${isBoth ? 'both' : draft.channel}`)}</p>
      <p class="siw-hint">${t('number.risk')}</p>
      <fieldset class="siw-group" @input=${this.#onNumber}>
        <legend>${t('number.label')}</legend>
        ${field(
          { name: 'country', label: t('number.country') },
          ({ id }) =>
            html`<select
              part="input"
              id=${id}
              name="country"
              autocomplete="tel-country-code"
              aria-disabled=${busy}
              @focus=${this.#onList}
              @pointerdown=${this.#onList}
              @change=${this.#onCountry}
            >
              ${options.map(
                ({ code, label }) => html`<option value=${code} .selected=${code === chosen}>${label}</option>`,
              )}
            </select>`,
        )}
        ${textField({
          name: 'number',
          label: t('number.number'),
          hint: channels.includes('sms') ? t('number.rates') : undefined,
          type: 'tel',
          autocomplete: 'tel-national',
          dir: 'ltr',
          value: draft.number,
          busy,
          problem,
        })}
        ${
          context.offer.extension || draft.extension !== ''
            ? textField({
                name: 'extension',
                label: t('number.ext'),
                type: 'tel',
                autocomplete: 'tel-extension',
                dir: 'ltr',
                isOptional: true,
                value: draft.extension,
                busy,
                problem,
              })
            : nothing
        }
      </fieldset>
      ${
        isBoth
          ? html`<fieldset class="siw-choices">
              <legend>${t('number.channel')}</legend>
              ${channels.map((channel) =>
                choice({
                  name: 'channel',
                  value: channel,
                  label: t(`channel.${channel}`),
                  isChosen: channel === draft.channel,
                  busy,
                }),
              )}
            </fieldset>`
          : nothing
      }`;
  }

  #code({ to, via, length, alphabet, resend }: On<'code'>, view: View): TemplateResult {
    const { t, problem, busy } = view;
    const count = length;
    return html`<p id="siw-about">
        ${
          to
            ? around((number) => t([`code.body.${via}`, { count, number }]), phoneNumber(to))
            : t(['code.body-unnamed', { count }])
        }
      </p>
      ${codeField({ name: 'code', label: t('code.label'), about: 'siw-about', busy, alphabet, problem })}
      ${this.#noMore(resend, view)}`;
  }

  #calling({ to, from, resend }: On<'calling'>, view: View): TemplateResult {
    const { t } = view;
    return html`<p>
        ${to ? around((number) => t(['calling.body', { number }]), phoneNumber(to)) : t('calling.body-unnamed')}
        ${from ? around((number) => t(['calling.from', { number }]), phoneNumber(from)) : nothing}
      </p>
      <ol class="siw-numbered">
        <li>${t('calling.answer')}</li>
        <li>${t('calling.press')}</li>
      </ol>
      <p class="siw-hint">${t('calling.after')}</p>
      ${this.#noMore(resend, view)}`;
  }

  #unanswered({ reason, resend }: On<'unanswered'>, view: View): TemplateResult {
    const known = Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : 'unanswered.other';
    return html`<p>${view.t(known)}</p>
      ${this.#noMore(resend, view)}`;
  }

  #noMore({ type }: Reach['resend'], { t }: View): TemplateResult | typeof nothing {
    return type === 'used-up' ? html`<p class="siw-hint">${t('code.no-more')}</p>` : nothing;
  }

  /** The plans of the country that is shown are fetched while the number is typed. */
  protected override drawn(view: View): void {
    const { state } = view;
    if (state.page !== 'number') return;
    const { awaited, zones, draft } = state;
    const shown = zoneOf('', this.#country ?? draft.country);
    // What did not come is asked for again when the number is handed in, not at every drawing.
    const wanted = awaited ?? (this.#asked.has(shown) ? undefined : shown);
    if (wanted !== undefined && !zones.some(({ code }) => code === wanted)) void this.#fetch(wanted);
  }

  async #fetch(code: string): Promise<void> {
    if (this.#fetching.has(code)) return;
    this.#fetching.add(code);
    const zone = await loadZone(code);
    this.#asked.add(code);
    this.send(zone ? { type: 'zone-loaded', zone } : { type: 'zone-missed', code });
    this.#fetching.delete(code);
  }

  readonly #onList = (): void => {
    if (this.#isListed) return;
    this.#isListed = true;
    this.requestUpdate();
  };

  readonly #onCountry = (event: Event): void => {
    this.#country = (event.target as HTMLSelectElement).value;
    this.requestUpdate();
  };

  /** A number in international form names its own country; what was typed is never touched (R95). */
  readonly #onNumber = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    const country = name === 'number' ? countryOf(value) : undefined;
    if (country === undefined || country === this.#country) return;
    this.#country = country;
    this.requestUpdate();
  };
}

const reasons = {
  'no-answer': 'unanswered.no-answer',
  'timed-out': 'unanswered.no-answer',
  busy: 'unanswered.busy',
  denied: 'unanswered.busy',
  'wrong-key': 'unanswered.wrong-key',
  unreachable: 'unanswered.unreachable',
} as const;

/** Keeps its own direction inside a sentence of another, and stays on one line. */
function phoneNumber(number: string): TemplateResult {
  return html`<bdi class="siw-number" dir="ltr">${number}</bdi>`;
}
