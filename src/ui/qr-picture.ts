/** A QR code as an inline picture: drawn here, dark on white in every theme, and forgotten with its page. */
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { QrPath } from './qr-code.js';

type Encode = (text: string) => QrPath;

let encoder: Promise<Encode | undefined> | undefined;

/**
 * The encoder, run once for nothing, over as much as it will be given: code that has run before takes a fraction of the
 * time. Undefined when its chunk does not come; there is still the key to type.
 */
export function loadEncoder(): Promise<Encode | undefined> {
  encoder ??= import('./qr-code.js').then(
    ({ encodeQr }) => {
      encodeQr('0'.repeat(120));
      return encodeQr;
    },
    () => undefined,
  );
  return encoder;
}

export class QrPicture implements ReactiveController {
  #encode: Encode | undefined;
  /** Private and short-lived: it is a secret in another form. */
  #drawn: { readonly text: string; readonly path: QrPath } | undefined;
  #isShown = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
    // Fetched while the page before it is read, so that the picture does not keep anybody waiting.
    void loadEncoder().then((encode) => {
      this.#encode = encode;
      if (this.#isShown) host.requestUpdate();
    });
  }

  hostUpdate(): void {
    this.#isShown = false;
  }

  hostUpdated(): void {
    if (!this.#isShown) this.#drawn = undefined;
  }

  hostDisconnected(): void {
    this.#drawn = undefined;
  }

  /** `label` says what the picture is for, and that there is another way. */
  draw(text: string | undefined, label: string): TemplateResult {
    this.#isShown = true;
    const path = text === undefined ? undefined : this.#pathOf(text);
    if (!path) return html`<div class="siw-qr" part="qr"></div>`;
    return html`<div class="siw-qr" part="qr">
      <svg role="img" aria-label=${label} viewBox="0 0 ${path.size} ${path.size}" shape-rendering="crispEdges">
        <path d=${path.d} />
      </svg>
    </div>`;
  }

  #pathOf(text: string): QrPath | undefined {
    if (this.#drawn?.text === text) return this.#drawn.path;
    const path = this.#tryToEncode(text);
    this.#drawn = path && { text, path };
    return path;
  }

  /** A text that fits no code is left to be typed by hand. */
  #tryToEncode(text: string): QrPath | undefined {
    try {
      return this.#encode?.(text);
    } catch {
      return undefined;
    }
  }
}
