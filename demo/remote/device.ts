/** The phone's way to a real server: texts and calls as they are sent live, the company's app by its own protocol. */
import type { Authenticator, Glance } from '../authenticator/client.js';
import type { Device } from '../phone/device.js';
import type { Text } from '../phone/phone.js';
import type { PhoneContent } from '../server/http/simulated-phone.js';
import { post } from './visitor.js';

type Message = PhoneContent['messages'][number];

export class RemoteDevice implements Device {
  /** Called with every text and mail that was not there before. */
  onText: ((text: Text) => void) | undefined;
  readonly #authenticator: Authenticator;
  readonly #listeners: (() => void)[] = [];
  readonly #seen = new Set<string>();
  #calls: readonly Message[] = [];
  #requests: Glance['requests'] = [];
  #stream: EventSource | undefined;
  #isAsking = false;

  constructor(authenticator: Authenticator) {
    this.#authenticator = authenticator;
  }

  /** Once somebody is signed in: listens until `close`. */
  open(): void {
    this.#stream?.close();
    this.#stream = new EventSource('/demo/phone');
    this.#stream.onmessage = ({ data }) => this.#take(JSON.parse(String(data)) as PhoneContent);
  }

  close(): void {
    this.#stream?.close();
    this.#listeners.length = 0;
  }

  /** Asks what there is to approve; as often as an app that is open does. */
  async look(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const { requests } = await this.#authenticator.requests().finally(() => (this.#isAsking = false));
    const isSame = requests.map(({ id }) => id).join() === this.#requests.map(({ id }) => id).join();
    this.#requests = requests;
    if (!isSame) this.#changed();
  }

  async pair(text: string): Promise<void> {
    const { outcome } = await this.#authenticator.pair(text);
    if (outcome !== 'paired') throw new Error(outcome === 'used' || outcome === 'expired' ? outcome : 'unknown');
  }

  approve(id: string, number = ''): void {
    void this.#authenticator.approve(id, number).then(() => this.look());
  }

  deny(id: string): void {
    void this.#authenticator.deny(id).then(() => this.look());
  }

  async settleElsewhere(state: string, outcome: 'finished' | 'refused'): Promise<string> {
    const response = await post('/demo/elsewhere', { state, outcome });
    return ((await response.json()) as { readonly ticket?: string }).ticket ?? '';
  }

  answer = (id: string): void => this.#act(id, 'answer');
  press = (id: string, key: string): void => this.#act(id, 'press', { key });
  hangUp = (id: string): void => this.#act(id, 'hang-up');
  requests = (): ReturnType<Device['requests']> => this.#requests;
  calls = (): ReturnType<Device['calls']> =>
    this.#calls.map(({ id, to, from = '', state, text }) => ({ id, to, from, state, spoken: text }));

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #act(id: string, deed: string, body: object = {}): void {
    void post(`/demo/phone/calls/${encodeURIComponent(id)}/${deed}`, body);
  }

  #take({ messages, mails }: PhoneContent): void {
    this.#calls = messages.filter(({ channel }) => channel === 'voice');
    const texts = messages.filter(({ channel }) => channel === 'sms');
    const came = [...texts, ...mails].filter(({ id }) => !this.#seen.has(id)).sort((one, other) => one.at - other.at);
    for (const { id, to, text, ...rest } of came) {
      this.#seen.add(id);
      this.onText?.({ to, text, ...('subject' in rest && { subject: rest.subject }) });
    }
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
