// For tsconfig.pure.json alone: contract/step.ts names the type of an element, and nothing pure can do a thing with it.
interface HTMLElement {
  readonly 'only where there is a page': never;
}
