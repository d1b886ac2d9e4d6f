/** The pages of `push`, drawn. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StepView } from '../../contract/step.js';
import { CopyButtons } from '../../ui/copy-button.js';
import { icon } from '../../ui/icon.js';
import { paths } from '../../ui/icon-paths.js';
import { isAppLink, isSafePicture, isSecurePage } from '../../ui/link.js';
import { manualEntry } from '../../ui/manual-entry.js';
import { QrPicture } from '../../ui/qr-picture.js';
import { StepElement } from '../../ui/step-element.js';
import { card } from './card.js';
import type { AppStore } from './contract.js';
import type { On, Push } from './state.js';

type View = StepView<Push>;

export class PushStep extends StepElement<Push> {
  readonly #qr = new QrPicture(this);
  readonly #copy = new CopyButtons(this);

  protected override body(view: View): TemplateResult {
    const { state } = view;
    switch (state.page) {
      case 'get':
        return this.#get(view);
      case 'set-up':
        return this.#setUp(view);
      case 'pair':
        return this.#pair(state, view);
      case 'scan':
        return this.#scan(state, view);
      case 'key':
        return this.#key(state, view);
      case 'test':
        return this.#test(state, view);
      case 'refused':
        return html`<p>${view.t(adviceFor(state))}</p>`;
      case 'registered':
        return html`<p>${view.t(['registered.body', { app: appOf(view) }])}</p>`;
    }
  }

  #get(view: View): TemplateResult {
    const { t, context } = view;
    const { icon: picture, stores } = context.offer;
    // From a backend without types it may be anything.
    const links: readonly AppStore[] = Array.isArray(stores) ? stores : [];
    return html`<div class="siw-push-phone" aria-hidden="true">
        ${
          picture !== undefined && isSafePicture(picture)
            ? html`<img class="siw-push-icon" src=${picture} alt="" />`
            : icon(card.icon, 'siw-push-icon')
        }
      </div>
      <p>${t(['get.body', { app: appOf(view) }])}</p>
      <ul class="siw-push-stores">
        ${links
          .filter(({ platform, url }) => isSecurePage(url) && Object.hasOwn(platforms, platform))
          .map(
            ({ platform, url }) =>
              html`<li>
                <a class="siw-quiet" part="button store-link" href=${url} target="_blank" rel="noopener noreferrer">
                  ${icon(paths.download)} ${t(platforms[platform])}
                  <span class="siw-unseen">(${t('get.tab')})</span>
                </a>
              </li>`,
          )}
      </ul>
      <p>${t('get.after')}</p>`;
  }

  #setUp(view: View): TemplateResult {
    const { t } = view;
    return html`<ol class="siw-numbered">
        <li>${t(['set-up.notifications', { app: appOf(view) }])}</li>
        <li>${t('set-up.add')}</li>
        <li>${t('set-up.camera')}</li>
      </ol>
      <p class="siw-hint">${t('set-up.body')}</p>`;
  }

  #pair(state: On<'pair'>, view: View): TemplateResult {
    const { t } = view;
    const app = appOf(view);
    const link = state.provision?.deepLink;
    if (state.isOpened) return html`<p>${t('pair.opened')}</p>`;
    return html`<p>${t(['pair.body', { app }])}</p>
      ${
        isAppLink(link)
          ? html`<button
              type="button"
              class="siw-quiet siw-push-open"
              part="button"
              @click=${() => {
                // Built when it is used, so that the payload never stands in an attribute (R44).
                location.assign(link);
                this.send({ type: 'link-opened' });
              }}
            >
              ${t(['pair.open', { app }])}
            </button>`
          : nothing
      }`;
  }

  #scan(state: On<'scan'>, view: View): TemplateResult {
    const { t } = view;
    if (state.isPaired)
      return html`${icon(paths.check, 'siw-tick')}
        <p>${t('scan.paired')}</p>`;
    const app = appOf(view);
    return html`<p>${t(['scan.body', { app }])}</p>
      ${this.#qr.draw(state.provision?.uri, t(['scan.picture', { app }]))}
      <p>${t('scan.after')}</p>`;
  }

  #key({ provision }: On<'key'>, { t }: View): TemplateResult {
    const values = (provision?.manual ?? []).map(({ name, value }) => ({
      label: t(name === 'url' ? 'key.url' : 'key.code'),
      value,
      // What a backend has grouped itself is not cut again.
      isGrouped: name !== 'url' && /^\w+$/.test(value),
    }));
    return html`<p>${t('key.body')}</p>
      ${manualEntry(values, this.#copy, { copy: t('copy'), copied: t('copied'), selected: t('selected') })}
      <p>${t('scan.after')}</p>`;
  }

  #test(state: On<'test'>, view: View): TemplateResult {
    const { t } = view;
    const { number, isHinted } = state;
    const app = appOf(view);
    return html`<p>${t([number === undefined ? 'test.plain' : 'test.body', { app }])}</p>
      ${number === undefined ? nothing : html`<p class="siw-push-number siw-number" part="match-number">${number}</p>`}
      <p class="siw-hint">${t(isHinted ? 'test.hint' : 'test.after')}</p>`;
  }
}

const platforms = { ios: 'get.ios', android: 'get.android' } as const;

/** The organisation's own name for its app. */
function appOf({ context, t }: View): string {
  return context.offer.displayName ?? t('app');
}

function adviceFor({ reason, recover }: On<'refused'>) {
  if (recover === 'restart') return 'refused.renew';
  if (recover === 'none') return 'refused.none';
  return reason === 'timed-out' || reason === 'unreachable' ? 'refused.notifications' : 'refused.again';
}
