/** The base of every method's step element: a page is handed in, drawn into the shell's own shadow tree, and forgotten. */
import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { MethodSpec } from '../contract/method.js';
import type { StepClass, StepView } from '../contract/step.js';

/**
 * Extend it and draw one body per page. A step has no shadow root of its own: its fields belong to the shell's form, and
 * the shell's styles and ids apply to it.
 *
 * @example
 * class BadgeStep extends StepElement<Badge> {
 *   protected override body(view: StepView<Badge>) {
 *     return codeField({ name: 'pin', label: view.t('pin'), problem: view.problem });
 *   }
 * }
 */
export abstract class StepElement<M extends MethodSpec> extends LitElement {
  /** Private, since it may hold a secret (R44). */
  #view: StepView<M> | undefined;
  #hasFailed = false;

  protected override createRenderRoot(): this {
    return this;
  }

  /** Draws a page; settles when it stands in the tree, and rejects when it cannot be drawn. */
  async show(view: StepView<M>): Promise<void> {
    this.#view = view;
    this.#hasFailed = false;
    this.requestUpdate();
    await this.updateComplete;
    if (this.#hasFailed) throw new Error('The page could not be drawn.');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved, it is connected again by now, and typed text must survive; else the shell has let go of it.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#view = undefined;
      this.requestUpdate();
    });
  }

  /** What is thrown while drawing may quote what it drew: it goes no further. */
  protected override update(changed: PropertyValues): void {
    try {
      super.update(changed);
    } catch {
      this.#hasFailed = true;
      // Else Lit waits for the end of this one for ever, and wipes nothing once the shell has let go of it.
      this.isUpdatePending = false;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.#view ? this.body(this.#view) : nothing;
  }

  protected override updated(): void {
    if (this.#view) this.drawn(this.#view);
  }

  /** Sends an event of the page that stands; nothing once that is gone. */
  protected send(event: M['event']): void {
    this.#view?.send(event);
  }

  /** The page stands in the tree. Override it for what the device has to fetch or watch meanwhile. */
  protected drawn(_view: StepView<M>): void {
    // Most pages need nothing.
  }

  /** What stands between the heading and the buttons. No decisions here: those are the logic's. */
  protected abstract body(view: StepView<M>): TemplateResult | typeof nothing;
}

/** The names that steps were registered under, so that each class is registered once. */
const registered = new WeakSet<CustomElementConstructor>();

/**
 * Creates a step by its class, registering it under the next free name: two copies of the package on one page, or two
 * methods of one kind, do not meet.
 */
export function createStep<M extends MethodSpec>(kind: string, Step: StepClass<M>): InstanceType<StepClass<M>> {
  if (!registered.has(Step)) {
    let name = `siw-step-${kind}`;
    for (let n = 2; customElements.get(name); n++) name = `siw-step-${kind}-${n}`;
    customElements.define(name, Step);
    registered.add(Step);
  }
  return new Step();
}
