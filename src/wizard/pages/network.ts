/** A call that may or may not have arrived: drawn with what is at hand, since nothing can be fetched now (R74). */
import { html } from 'lit';
import type { Asked } from '../../runtime/interruption.js';
import type { LaterStrings } from '../later-strings.js';
import { plain, type Page } from '../page.js';
import type { Shell } from '../shell.js';

export function networkPage({ answer }: Asked, { language }: Shell): Page {
  const say = language.sayOf<LaterStrings>('wizard later');
  return {
    ...plain,
    phase: 'step-up',
    name: 'network',
    title: say('network.title'),
    body: html`<div><p>${say('network.body')}</p></div>`,
    submit: { label: say('retry'), run: () => answer({ type: 'again' }) },
    back: { label: language.say('back'), run: () => answer({ type: 'withdrawn' }) },
  };
}
