/** The pages of `passkey`, drawn; and the ceremony, which the browser holds in the person's own press. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StepView } from '../../contract/step.js';
import { StepElement } from '../../ui/step-element.js';
import { textField } from '../../ui/text-field.js';
import { inabilityOf, make } from './ceremony.js';
import type { Passkey, PasskeyState } from './state.js';

type View = StepView<Passkey>;

export class PasskeyStep extends StepElement<Passkey> {
  /** One at a time; aborted when its page is left. */
  #ceremony: AbortController | undefined;
  #page: PasskeyState['page'] | undefined;

  protected override body(view: View): TemplateResult {
    const { state, t } = view;
    switch (state.page) {
      case 'about':
        return this.#about(view);
      case 'unable':
        return html`<p>${t(`unable.${state.reason}.body`)}</p>`;
      case 'create':
        return this.#create(view);
      case 'registered':
        return html`<p>${t('registered.body')}</p>`;
    }
  }

  #about({ t, context }: View): TemplateResult {
    const { attachment = 'any' } = context.offer;
    return html`<p>${t(`about.${attachment}`)}</p>
      <ol class="siw-numbered">
        <li>${t(`about.${attachment}.first`)}</li>
        <li>${t(`about.${attachment}.then`)}</li>
      </ol>
      ${attachment === 'any' ? html`<p class="siw-hint">${t('about.phone')}</p>` : nothing}`;
  }

  #create(view: View): TemplateResult {
    const { t, problem, busy } = view;
    return html`<p>${t('create.body')}</p>
      ${textField({
        name: 'label',
        label: t('create.label'),
        hint: t('create.hint'),
        value: nameFor(view),
        autocapitalize: 'sentences',
        busy,
        problem,
      })}`;
  }

  /** In the press itself: a browser that is asked later refuses. */
  perform(state: PasskeyState): void {
    if (state.page !== 'create') return;
    this.#ceremony?.abort();
    const ceremony = (this.#ceremony = new AbortController());
    void make(state.options, ceremony.signal).then((outcome) => {
      // One that was given up has nothing more to say.
      if (this.#ceremony !== ceremony) return;
      this.#ceremony = undefined;
      this.send('why' in outcome ? { type: 'not-made', ...outcome } : { type: 'made', ...outcome });
    });
  }

  protected override drawn({ state, context }: View): void {
    if (!('busy' in state) || state.busy !== 'device') this.#giveUp();
    const isNew = this.#page !== state.page;
    this.#page = state.page;
    if (isNew && (state.page === 'about' || state.page === 'create')) void this.#look(context.offer.attachment);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved, it is connected again by now.
    queueMicrotask(() => {
      if (!this.isConnected) this.#giveUp();
    });
  }

  async #look(attachment: Parameters<typeof inabilityOf>[0]): Promise<void> {
    const reason = await inabilityOf(attachment);
    if (reason) this.send({ type: 'found-unable', reason });
  }

  #giveUp(): void {
    const ceremony = this.#ceremony;
    this.#ceremony = undefined;
    ceremony?.abort();
  }
}

/** A name that is good enough to keep: nobody has to think of one. */
function nameFor({ state, context, t }: View): string {
  if ('name' in state && state.name !== '') return state.name;
  if (context.offer.attachment === 'cross-platform') return t('name.key');
  const { userAgentData } = navigator as { readonly userAgentData?: { readonly platform?: string } };
  const device = userAgentData?.platform;
  return device ? t(['name.passkey-on', { device }]) : t('name.passkey');
}
