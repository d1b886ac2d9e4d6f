/** Where a wizard stands, told by nothing but its public events and what can be seen of it. */
import type { SecurityInfoWizard } from '../../src/index.js';

export class Standing {
  readonly #wizard: SecurityInfoWizard;
  /** The last page that it told of. */
  #told = '';

  constructor(wizard: SecurityInfoWizard) {
    this.#wizard = wizard;
    wizard.addEventListener('siw-page', ({ phase, kind, page }) => {
      this.#told = `${phase}/${kind ?? ''}/${page}`;
    });
    // Nobody leaves the gallery by a button of a specimen.
    wizard.addEventListener('siw-redirect', (event) => event.preventDefault());
  }

  /** The identity of the page that stands: phase, method, page. */
  get page(): string {
    return this.form ? this.#told : '';
  }

  get form(): HTMLFormElement | undefined {
    return this.root?.querySelector<HTMLFormElement>('form:not([hidden])') ?? undefined;
  }

  get root(): ShadowRoot | null {
    return this.#wizard.shadowRoot;
  }

  get isBusy(): boolean {
    return this.form?.getAttribute('aria-busy') === 'true';
  }

  get hasProblem(): boolean {
    return this.form?.querySelector('.siw-problem, .siw-alert') != null;
  }

  /** It says so: under the page that stands, or where none does. */
  get isSlow(): boolean {
    return this.root?.querySelector('section > p.siw-hint:not(.siw-account)') != null;
  }

  /** Whether everything that comes after the page, such as the picture of a QR code, is there. */
  get isWhole(): boolean {
    return this.isBusy || !this.root?.querySelector('.siw-qr:empty');
  }
}
