/** Registers `<security-info-wizard>`: importing this file is the package's only side effect. */
import { SecurityInfoWizard } from './wizard/security-info-wizard.js';

// A second copy of the package on the page leaves the first one's element alone (R61).
if (!customElements.get('security-info-wizard')) customElements.define('security-info-wizard', SecurityInfoWizard);

declare global {
  interface HTMLElementTagNameMap {
    'security-info-wizard': SecurityInfoWizard;
  }
}

export type * from './index.js';
export { SecurityInfoWizard };
