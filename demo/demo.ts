/** The course of a demonstration: sign in, the wizard, the start page; and what the controls and the phone change. */
import { render } from 'lit';
import { stageOf, ticketIn } from './elsewhere.js';
import { outcomeOf } from './outcome.js';
import { startRun, type Run } from './run.js';
import { scenarioIds, type ScenarioId } from './scenarios.js';
import { languageOf, readSettings, writeSettings, type Language, type Settings } from './settings.js';
import { page } from './views/page.js';
import type { Moment, View, Wishes } from './views/view.js';
import { words } from './words/words.js';

export class Demo implements Wishes {
  readonly #root: HTMLElement;
  #settings: Settings<ScenarioId> = readSettings(location.search, scenarioIds);
  #run: Run | undefined;
  #moment: Moment = { at: 'sign-in' };
  #offline = false;
  #pages = 0;
  #resume: (() => void) | undefined;
  #shown: Moment['at'] | undefined;
  #newest = '';

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Shows the page; with a run that a reload interrupted, where it was. */
  async start(): Promise<void> {
    const run = await this.#begin();
    this.#run = run;
    const ticket = await ticketIn(location.search, run.phone);
    if (ticket !== undefined) history.replaceState(null, '', `${location.pathname}?${this.#query({ ticket })}`);
    this.#go({ at: run.isSignedIn ? 'wizard' : 'sign-in' });
    setInterval(() => void this.run.phone.tick(), 1000);
  }

  get run(): Run {
    if (!this.#run) throw new Error('The demonstration has not started.');
    return this.#run;
  }

  // Wishes are handed out as listeners, so each is bound by being an arrow.
  readonly signIn = async (password: string): Promise<void> => {
    const resume = this.#resume;
    if (!(await this.run.signIn(password)))
      return this.#go({ at: resume ? 'sign-in-again' : 'sign-in', isWrong: true });
    this.#resume = undefined;
    this.#go({ at: 'wizard' });
    resume?.();
  };

  readonly restart = async (): Promise<void> => {
    await this.run.end();
    this.#pages = 0;
    this.#resume = undefined;
    this.#run = await this.#begin();
    this.#go({ at: 'sign-in' });
  };

  readonly set = async (change: Partial<Settings<ScenarioId>>): Promise<void> => {
    const { own: _own, ...kept } = this.#settings;
    // Whoever chooses a scenario lets go of the policy of their own.
    this.#settings = { ...(change.scenario === undefined ? this.#settings : kept), ...change };
    history.replaceState(null, '', location.pathname + writeSettings(this.#settings, scenarioIds));
    // A language or a scheme changes where one stands; another backend starts over.
    if (change.scenario !== undefined || change.keep !== undefined) await this.restart();
    else this.redraw();
  };

  readonly setOffline = (offline: boolean): void => {
    this.#offline = offline;
    this.redraw();
  };

  /** The button that had focus went with the form; what comes instead of it takes over. */
  readonly wizardPage = (): void => {
    void this.#focusWizard();
    const { scenario, backend } = this.run;
    if (backend) scenario.onPage?.(++this.#pages, backend);
  };

  /** Who signed in goes on in the wizard: once a page is whole and the focus is nowhere, it is given to that. */
  async #focusWizard(): Promise<void> {
    const wizard = this.#root.querySelector('security-info-wizard');
    await wizard?.updateComplete;
    if (document.activeElement === document.body) wizard?.focus();
  }

  readonly wizardDone = async (): Promise<void> => {
    const { adapter, scenario } = this.run;
    this.#go({ at: 'start', outcome: await outcomeOf(adapter, this.#language, scenario) });
  };

  readonly wizardExpired = (resume: () => void): void => {
    this.#resume = resume;
    this.#go({ at: 'sign-in-again' });
  };

  /** The other company is made up: its page is played by this server. */
  readonly wizardLeaves = (url: string): void => {
    const { theme } = this.#settings;
    location.assign(stageOf(url, this.#query(), { lang: this.#language, theme }));
  };

  readonly redraw = (): void => {
    // A phone that is filled again after a reload changes before there is a page.
    if (!this.#run) return;
    const view = this.#view(this.#run);
    document.documentElement.lang = view.language;
    document.documentElement.dataset['theme'] = view.settings.theme;
    document.title = titleOf(view);
    render(page(view), this.#root);
    this.#settle(view);
  };

  #query(more: Readonly<Record<string, string>> = {}): string {
    const query = new URLSearchParams(writeSettings(this.#settings, scenarioIds));
    for (const [name, value] of Object.entries(more)) query.set(name, value);
    return query.toString();
  }

  get #language(): Language {
    return languageOf(this.#settings.lang, navigator.languages);
  }

  #view({ scenario, adapter, phone, account, password, backend }: Run): View {
    return {
      words: words[this.#language],
      language: this.#language,
      settings: this.#settings,
      offline: this.#offline,
      moment: this.#moment,
      adapter: scenario.adapterless ? undefined : adapter,
      phone,
      account,
      password,
      hasServer: !backend,
      ask: this,
    };
  }

  #begin(): Promise<Run> {
    return startRun({
      scenario: this.#settings.scenario,
      own: this.#settings.own,
      keep: this.#settings.keep,
      organization: words[this.#language].organization,
      isOffline: () => this.#offline,
      changed: this.redraw,
    });
  }

  #go(moment: Moment): void {
    this.#moment = moment;
    this.redraw();
  }

  /** What a drawing cannot say: focus goes to the new moment's heading, and the phone shows its newest. */
  #settle({ phone: { app, texts, entries }, moment }: View): void {
    const newest = `${app} ${texts.length} ${entries.length}`;
    if (newest !== this.#newest) {
      this.#newest = newest;
      for (const list of this.#root.querySelectorAll('[data-newest]')) list.scrollTop = list.scrollHeight;
    }
    const before = this.#shown;
    this.#shown = moment.at;
    if (before && before !== moment.at) this.#root.querySelector<HTMLElement>('[data-focus]')?.focus();
  }
}

function titleOf({ words, moment }: View): string {
  const title = {
    'sign-in': words.signInTitle,
    'sign-in-again': words.signInAgainTitle,
    wizard: words.signInTitle,
    start: words.startTitle,
  }[moment.at];
  return `${title} · ${words.organization}`;
}
