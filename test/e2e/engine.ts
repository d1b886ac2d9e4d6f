/** What a person can do in any engine. A thing is told by its selector and by the words that it begins with. */
export interface Engine {
  readonly version: string;
  open(url: string): Promise<void>;
  sees(selector: string, words: string): Promise<boolean>;
  click(selector: string, words: string): Promise<void>;
  /** Over what stands in the field. */
  type(selector: string, words: string, text: string): Promise<void>;
  /** As it is seen on the screen. */
  picture(selector: string, words: string): Promise<Buffer>;
  /** Runs a function in the page; it must bring along whatever it needs. */
  run<T>(act: (word: string) => T, word?: string): Promise<Awaited<T>>;
  close(): Promise<void>;
}

/** Runs in the page: what is in sight and not held under these words, through every shadow root. */
export function find(selector: string, words: string): Element | null {
  const roots: ParentNode[] = [document];
  for (const root of roots)
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (!element.matches(selector) || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest('[inert]') || element.ariaDisabled === 'true') continue;
      const named = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [element];
      if (named.some(({ innerText }) => innerText.trim().startsWith(words))) return element;
    }
  return null;
}
