/** "Choose a different method": an inline page over the method's own, which stays as it was (R112). */
import { html, nothing } from 'lit';
import type { Offer } from '../../contract/enrollment.js';
import type { FlowState } from '../../core/flow-state.js';
import { knownOffers } from '../../core/plan.js';
import type { LaterStrings } from '../later-strings.js';
import { plain, type Page } from '../page.js';
import { nameOf, type Shell } from '../shell.js';

export function chooserPage(state: Extract<FlowState, { readonly phase: 'chooser' }>, shell: Shell): Page {
  const { language } = shell;
  const say = language.sayOf<LaterStrings>('later');
  const requirement = state.info.requirements.find(({ id }) => id === state.at.requirementId);
  const offers = requirement ? knownOffers(requirement, shell.kinds()) : [];
  const { offer: current } = state.at;
  const choice = (offer: Offer, index: number) => {
    const card = shell.card(offer.kind);
    const badges = [
      index === 0 && offers.length > 1 && say('recommended'),
      card?.nature.phishingResistant && say('phishing-resistant'),
      Array.isArray(offer.usage) && !offer.usage.includes('sign-in') && say('recovery'),
    ].filter((badge) => typeof badge === 'string');
    const isCurrent = offer.kind === current.kind && offer.offerId === current.offerId;
    return html`<label class="siw-choice" part="choice">
      <input
        type="radio"
        name="offer"
        value=${String(index)}
        ?checked=${isCurrent}
        aria-labelledby="siw-choice-${index}-name"
        aria-describedby="siw-choice-${index}"
      />
      <span>
        <span class="siw-strong" id="siw-choice-${index}-name">${nameOf(shell, offer)}</span><br />
        <span class="siw-hint" id="siw-choice-${index}">
          ${card ? language.card(card).hint : nothing}
          <span class="siw-badges"
            >${badges.map((badge) => html`<span class="siw-badge" part="badge">${badge}</span>`)}</span
          >
        </span>
      </span>
    </label>`;
  };
  return {
    ...plain,
    phase: 'chooser',
    name: 'chooser',
    title: say('chooser.title'),
    body: html`<fieldset class="siw-choices">
      <legend>${say('chooser.label')}</legend>
      ${offers.map(choice)}
    </fieldset>`,
    submit: {
      label: say('chooser.confirm'),
      run: (values) => {
        const offer = offers[Number(values['offer'])];
        shell.send(offer ? { type: 'offer-chosen', offer } : { type: 'chooser-left' });
      },
    },
    back: { label: language.say('back'), run: () => shell.send({ type: 'chooser-left' }) },
  };
}
