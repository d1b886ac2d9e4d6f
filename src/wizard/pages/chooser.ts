/** "Choose a different method": an inline page over the method's own, which stays as it was (R112). */
import { html } from 'lit';
import type { Offer } from '../../contract/enrollment.js';
import type { StateIn } from '../../core/machine.js';
import { knownOffers } from '../../core/plan.js';
import { choice } from '../../ui/choice.js';
import type { AsideStrings } from '../aside-strings.js';
import type { LaterStrings } from '../later-strings.js';
import { valuesOf } from '../form-values.js';
import { plain, type Page } from '../page.js';
import { nameOf, type Shell } from '../shell.js';

export function chooserPage({ info, at }: StateIn<'chooser'>, shell: Shell): Page {
  const { language } = shell;
  const say = language.sayOf<AsideStrings>('wizard aside');
  /** What a method is good for: signing in, getting back in, or both (R14, F164). */
  const usageOf = ({ usage: [first, second] }: Offer): string | undefined => {
    if (second !== undefined) return say('usage.both');
    if (first === 'sign-in') return say('usage.sign-in');
    return first && language.sayOf<LaterStrings>('wizard later')('usage.recovery');
  };
  const requirement = info.requirements.find(({ id }) => id === at.requirementId);
  const offers = requirement ? knownOffers(requirement, shell.kinds()) : [];
  const draw = (offer: Offer, index: number) => {
    const card = shell.card(offer.kind);
    const badges = [
      index === 0 && offers.length > 1 && say('recommended'),
      card?.nature.phishingResistant && say('phishing-resistant'),
      card?.nature.restricted && say('restricted'),
      usageOf(offer),
    ].filter((badge) => typeof badge === 'string');
    return choice({
      name: 'offer',
      value: String(index),
      label: nameOf(shell, offer),
      hint: card && language.card(card, 'hint'),
      badges,
      isChosen: offer.kind === at.offer.kind && offer.offerId === at.offer.offerId,
    });
  };
  return {
    ...plain,
    phase: 'chooser',
    name: 'chooser',
    title: say('chooser.title'),
    body: html`<fieldset class="siw-choices">
      <legend>${say('chooser.label')}</legend>
      ${offers.map(draw)}
    </fieldset>`,
    submit: {
      label: say('chooser.confirm'),
      run: (form) => {
        const offer = offers[Number(valuesOf(form)['offer'])];
        shell.send(offer ? { type: 'offer-chosen', offer } : { type: 'chooser-left' });
      },
    },
    back: { label: language.say('back'), run: () => shell.send({ type: 'chooser-left' }) },
  };
}
