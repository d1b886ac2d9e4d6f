/** The walls: all specimens by method and page, with controls above them. Each is drawn when it comes into sight. */
import { html, render, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { controls } from './controls.js';
import { Easel } from './easel.js';
import type { Method } from './methods/every-method.js';
import { readSettings, writeSettings, type Settings } from './settings.js';
import type { Specimen } from './specimen.js';

export class Gallery {
  readonly #root: HTMLElement;
  readonly #specimens: readonly Specimen[];
  readonly #languages: readonly [string, ...string[]];
  readonly #easel: Easel;
  #settings: Settings;

  constructor(root: HTMLElement, specimens: readonly Specimen[], methods: readonly Method[]) {
    this.#root = root;
    this.#specimens = specimens;
    this.#languages = ['en', ...new Set(methods.flatMap(({ module }) => Object.keys(module.strings.load)))];
    this.#settings = readSettings(location.search, this.#languages);
    this.#easel = new Easel(methods);
  }

  /** Shows what the address asks for, and goes to the specimen that it names. */
  hang(): void {
    this.#root.replaceChildren();
    this.#draw();
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }

  readonly #set = (change: Partial<Settings>): void => {
    this.#settings = { ...this.#settings, ...change };
    history.replaceState(null, '', location.pathname + writeSettings(this.#settings, this.#languages) + location.hash);
    this.#draw();
  };

  #draw(): void {
    const { theme, width } = this.#settings;
    const specimens = this.#shown();
    const { dataset } = document.documentElement;
    Object.assign(dataset, { theme, width });
    const groups = groupedBy(specimens, ({ group }) => group);
    render(
      html`<header class="head">
          <h1>Gallery</h1>
          <p>${this.#count(specimens.length)}</p>
          ${controls(this.#settings, this.#languages, this.#set)}
        </header>
        <main>${[...groups].map(([group, members]) => this.#wall(group, members))}</main>`,
      this.#root,
    );
    this.#easel.draw(specimens, this.#settings);
  }

  /** A look that is named whole is shown, whatever else is asked for. */
  #shown(): readonly Specimen[] {
    const { looks, only } = this.#settings;
    const one = this.#specimens.find(({ id }) => id === only);
    if (one) return [one];
    const named = this.#specimens.filter(({ id }) => id.startsWith(only));
    if (looks === 'all') return named;
    return [...groupedBy(named, ({ group, page }) => `${group}/${page}`).values()].flatMap(([first]) => first ?? []);
  }

  #count(shown: number): TemplateResult {
    const all = this.#specimens.length;
    if (shown === all) return html`${all} looks of the wizard, each drawn by a real one as it comes into sight.`;
    return html`${shown} of ${all} looks. <a href="/gallery" @click=${this.#onAll}>Show all</a>`;
  }

  readonly #onAll = (event: Event): void => {
    event.preventDefault();
    this.#set({ looks: 'all', only: '' });
  };

  #wall(group: string, members: readonly Specimen[]): TemplateResult {
    const pages = groupedBy(members, ({ page }) => page);
    return html`<section class="wall">
      <h2 id=${group}>${group}</h2>
      <p class="index">
        ${[...pages].map(([page, { length }]) => html`<a href="#${group}/${page}">${page} <small>${length}</small></a>`)}
      </p>
      ${[...pages].map(
        ([page, specimens]) =>
          html`<h3 id="${group}/${page}">${page}</h3>
            <div class="row">${specimens.map((specimen) => this.#frame(specimen))}</div>`,
      )}
    </section>`;
  }

  /** A new frame for each setting: wizards are not moved from one language to another, they are opened in it. */
  #frame({ id, group, page, state }: Specimen): TemplateResult {
    return keyed(
      JSON.stringify([id, this.#settings]),
      html`<figure class="specimen" id=${id}>
        <figcaption>
          <a href="#${id}">${group} · ${page}</a>
          <span>${state || 'as it opens'}</span>
        </figcaption>
        <div class="stages" data-of=${id}></div>
      </figure>`,
    ) as TemplateResult;
  }
}

function groupedBy(
  specimens: readonly Specimen[],
  nameOf: (specimen: Specimen) => string,
): ReadonlyMap<string, readonly Specimen[]> {
  const groups = new Map<string, Specimen[]>();
  for (const specimen of specimens) {
    const name = nameOf(specimen);
    groups.set(name, [...(groups.get(name) ?? []), specimen]);
  }
  return groups;
}
