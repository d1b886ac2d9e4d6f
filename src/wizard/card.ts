/** Draws the card: what stands around every page, in the same order everywhere. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SecurityInfo } from '../contract/security-info.js';
import { directionOf } from '../i18n/locale.js';
import type { Afresh } from './afresh.js';
import type { Language } from './language.js';
import { drawPage, identityOf, type Page, type Pages } from './page.js';

export interface Card {
  readonly language: Language;
  readonly account: SecurityInfo['account'] | undefined;
  readonly pages: Pages;
  readonly places: { readonly below: Afresh; readonly above: Afresh };
  /** What is said while no page stands. */
  readonly waitingFor: 'loading' | 'failed';
  readonly isSlow: boolean;
  /** What the live regions say. They stand from the first render, or they would not be heard (WCAG 2.2, 4.1.3). */
  readonly spoken: { readonly polite: string; readonly assertive: string } | undefined;
}

export function drawCard(card: Card): TemplateResult {
  const { language, account, pages, places, waitingFor, isSlow, spoken } = card;
  const { locale, say } = language;
  const { below, above } = pages;
  const place = (page: Page, at: Afresh, id: string, isCovered: boolean): TemplateResult =>
    at.draw(identityOf(page), drawPage(page, id, isCovered));
  const isWaiting = !below && !above;
  return html`<div class="siw-frame" lang=${locale} dir=${directionOf(locale)}>
    <section class="siw-card" part="card" aria-label=${say('name')}>
      <slot name="header"></slot>
      <p class="siw-account siw-hint">
        <span class="siw-strong">${say('name')}</span>
        ${account?.organization ? html`<span>${account.organization}</span>` : nothing}
        <bdi>${account?.label}</bdi>
      </p>
      ${isWaiting ? html`<h1>${say(waitingFor)}</h1>` : nothing}
      ${below ? place(below, places.below, 'siw-page', above !== undefined) : nothing}
      ${above ? place(above, places.above, 'siw-above', false) : nothing}
      ${isSlow ? html`<p class="siw-hint">${say('slow')}</p>` : nothing}
      <slot name="help"></slot>
      <div class="siw-unseen" role="status" aria-live="polite">${isWaiting ? say(waitingFor) : spoken?.polite}</div>
      <div class="siw-unseen" aria-live="assertive">${spoken?.assertive}</div>
    </section>
  </div>`;
}
