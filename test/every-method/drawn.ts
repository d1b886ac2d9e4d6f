/** Draws any state of any method in a real wizard, for tests that move it from one to the next. */
import type { MethodSpec } from '../../src/contract/method.js';
import { en } from '../../src/wizard/later-strings.js';
import ja from '../../src/wizard/later-strings.ja.js';
import type { Method } from '../../demo/gallery/methods/every-method.js';
import type { Stop } from '../../demo/gallery/methods/explore.js';
import { adapterFor, methodsWith, StandIn } from '../../demo/gallery/methods/stand-in.js';
import { WizardPage, type WizardOptions } from '../wizard/wizard-page.js';
import { until } from '../wizard/patience.js';

/** What stands where a method is put to a refusal before its words have come. */
const untold = [en, ja].map((words) => String(words['fault.untold']));

export class Drawn {
  readonly page: WizardPage;
  readonly method: Method;
  readonly #standIn: StandIn;

  constructor(page: WizardPage, method: Method, standIn: StandIn) {
    this.page = page;
    this.method = method;
    this.#standIn = standIn;
  }

  /** What the page sent up. */
  get sent(): MethodSpec['event'][] {
    return this.#standIn.sent;
  }

  /** A wizard that stands at `stop`, drawn by the method's own step in the real shell. */
  static async open(method: Method, stop: Stop, options: WizardOptions = {}): Promise<Drawn> {
    const standIn = new StandIn(method, stop);
    const adapter = await adapterFor(method);
    const page = WizardPage.place({ methods: methodsWith(standIn.entry), ...options });
    // What races with the language is tested elsewhere: here it is spoken before anything else happens.
    await until(() => page.element.shadowRoot?.querySelector('section'), 'a language');
    page.element.adapter = adapter;
    await page.first();
    // Through the prompt, as people come.
    page.form()?.requestSubmit();
    const drawn = new Drawn(page, method, standIn);
    await drawn.stands(stop);
    return drawn;
  }

  /** Moves it to another state. */
  async show(stop: Stop): Promise<void> {
    this.#standIn.put(stop);
    await this.stands(stop);
  }

  async stands(stop: Stop): Promise<void> {
    await until(() => this.page.of<PageEvent>('siw-page').at(-1)?.page === stop.state.page, `page ${stop.state.page}`);
    await this.page.element.updateComplete;
    // Chunks of its own (a QR encoder) may come after the page.
    await until(() => !untold.includes(this.page.problem()), 'the words of a refusal');
    await until(() => !this.page.root.querySelector('.siw-qr:empty') || stop.frame.busy !== undefined, 'a picture');
  }
}

interface PageEvent extends globalThis.Event {
  readonly type: 'siw-page';
  readonly page: string;
}
