/** The pages of `phone`, drawn. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { StepView } from '../../contract/step.js';
import { codeField, field } from '../../ui/field.js';
import { StepElement } from '../../ui/step-element.js';
import { CountryNames } from './country-names.js';
import type { Phone, PhoneState } from './logic.js';
import { loadZone } from './load-zone.js';
import { countryOf, zoneOf } from './phone-number.js';

type View = StepView<Phone>;
type On<P extends PhoneState['page']> = Extract<PhoneState, { readonly page: P }>;

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
      case 'registered':
        return html`<p>${view.t('registered.body')}</p>`;
    }
  }

  #number({ draft, countries }: On<'number'>, view: View): TemplateResult {
    const { t, problem, busy, locale } = view;
    const chosen = this.#country ?? draft.country;
    const options = this.#isListed ? this.#names.all(locale, countries) : this.#names.one(locale, chosen);
    return html`<p>${t('number.body')}</p>
      <fieldset class="siw-group">
        <legend>${t('number.label')}</legend>
        ${field(
          { name: 'country', label: t('number.country') },
          ({ id }) =>
            html`<select
              part="input"
              id=${id}
              name="country"
              autocomplete="tel-country-code"
              aria-disabled=${busy ? 'true' : 'false'}
              @focus=${this.#onList}
              @pointerdown=${this.#onList}
              @change=${this.#onCountry}
            >
              ${options.map(
                ({ code, label }) => html`<option value=${code} .selected=${live(code === chosen)}>${label}</option>`,
              )}
            </select>`,
        )}
        ${field(
          { name: 'number', label: t('number.number'), hint: t('number.rates'), problem },
          ({ id, describedBy, isInvalid }) =>
            html`<input
              part="input"
              id=${id}
              name="number"
              type="tel"
              dir="ltr"
              autocomplete="tel-national"
              required
              .defaultValue=${draft.number}
              ?readonly=${busy}
              aria-invalid=${ifDefined(isInvalid)}
              aria-describedby=${ifDefined(describedBy)}
              @input=${this.#onNumber}
            />`,
        )}
      </fieldset>`;
  }

  #code({ to, length, alphabet, resend }: On<'code'>, view: View): TemplateResult {
    const { t, problem, busy } = view;
    return html`<p id="siw-about">
        ${t(to ? ['code.body', { count: length, number: isolated(to) }] : ['code.body-unnamed', { count: length }])}
      </p>
      ${codeField({ name: 'code', label: t('code.label'), about: 'siw-about', busy, alphabet, problem })}
      ${resend.type === 'used-up' ? html`<p class="siw-hint">${t('code.no-more')}</p>` : nothing}`;
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
    const country = countryOf((event.target as HTMLInputElement).value);
    if (country === undefined || country === this.#country) return;
    this.#country = country;
    this.requestUpdate();
  };
}

/** A number keeps its own direction inside a sentence of another (Unicode UAX #9, 2.5). */
function isolated(number: string): string {
  return `\u2066${number}\u2069`;
}
