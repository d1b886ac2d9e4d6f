/** What the wizard is measured against: the least that Lit can draw of a first page, words and a button. */
import { LitElement, css, html } from 'lit';

class BareElement extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      max-width: 27.5rem;
      font: 1rem/1.5 system-ui;
    }
    button {
      padding: 0.5rem 1rem;
      font: inherit;
    }
  `;

  override render() {
    return html`<h1>More information required</h1>
      <p>Quarry needs more information to keep your account secure.</p>
      <button type="button">Next</button>`;
  }
}

customElements.define('bare-element', BareElement);
