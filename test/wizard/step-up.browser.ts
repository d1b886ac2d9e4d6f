/** What comes between a call and its answer: drawn over the page that waits, which keeps all that was typed (R7). */
import { expect } from '@open-wc/testing';
import type { SiwHumanCheckEvent, SiwReauthEvent, SiwRedirectEvent } from '../../src/index.js';
import type { WriteOptions } from '../../src/contract/adapter.js';
import { at, mobile, words, type Stage } from './harbor.js';
import { turn, until } from './patience.js';
import { textOf } from './reading.js';
import type { WizardPage } from './wizard-page.js';

const title = {
  password: 'Enter your password again',
  host: 'Confirm that it is you',
  human: 'One quick check',
  network: 'We cannot reach the service',
} as const;

const keys = ({ harbor }: Stage): readonly string[] =>
  harbor.calls.of('begin').map(({ args }) => (args[1] as WriteOptions).idempotencyKey);

/** A number typed, and the call for its code refused with what is planned. */
async function interrupted(plan: (stage: Stage) => void, heading: string, password?: string): Promise<Stage> {
  const stage = await at('phone', password === undefined ? {} : { password });
  plan(stage);
  await stage.page.type('Phone number', mobile);
  await stage.page.go('Next', heading);
  return stage;
}

const byPassword = (): Promise<Stage> =>
  interrupted(({ harbor }) => harbor.backend.requireStepUp(), title.password, 'open sesame');
const stepOf = (page: WizardPage): Element | null =>
  page.root.querySelector('[id=siw-number]')?.closest('.siw-body')?.firstElementChild ?? null;

describe('a step-up by password', () => {
  it('takes focus to the password, and hides the page behind it [C29]', async () => {
    const { page } = await byPassword();
    const field = page.field('Password');
    expect(page.focused()).to.equal(field);
    expect(page.text()).to.contain('It has been a while since you signed in.');
    expect(field.getAttribute('autocomplete')).to.equal('current-password');
    expect(page.root.querySelector<HTMLElement>('form[hidden]')?.inert).to.equal(true);
  });

  it('goes on with the call that was refused, under its old key [F32]', async () => {
    const stage = await byPassword();
    await stage.page.type('Password', 'open sesame');
    await stage.page.go('Next', words.code);
    expect(keys(stage)).to.have.length(2);
    expect(new Set(keys(stage)).size).to.equal(1);
    expect(stage.harbor.backend.messages()).to.have.length(1);
  });

  it('keeps the page behind it: the same element, with what was typed', async () => {
    const { page } = await byPassword();
    const behind = stepOf(page);
    expect(behind).not.to.equal(null);
    await page.go('Back', words.number);
    expect(page.value('Phone number')).to.equal(mobile);
    expect(stepOf(page) === behind).to.equal(true);
    expect(page.problem()).to.equal('');
  });

  it('says when the password is wrong or missing, at the field, and keeps asking', async () => {
    const { page } = await byPassword();
    page.press('Next');
    expect(await page.complains()).to.equal('Enter your password.');
    await page.type('Password', 'close sesame');
    page.press('Next');
    await until(() => page.problem().startsWith('That password is not right'), 'a wrong password');
    expect(page.field('Password').getAttribute('aria-invalid')).to.equal('true');
    expect(page.description('Password')).to.contain('That password is not right');
    expect(page.hasFocus(page.field('Password')), 'focus').to.equal(true);
    await page.type('Password', 'open sesame');
    await page.go('Next', words.code);
  });

  it('leaves no password in the tree afterwards', async () => {
    const { page } = await byPassword();
    await page.type('Password', 'open sesame');
    await page.go('Next', words.code);
    const values = [...page.root.querySelectorAll('input')].map(({ value }) => value);
    expect(values).not.to.include('open sesame');
  });

  it('shares no id with the page behind it', async () => {
    const { page } = await byPassword();
    const ids = [...page.root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});

describe('a step-up by the host', () => {
  it('tells the host, and goes on when it calls resume', async () => {
    const stage = await interrupted(({ harbor }) => harbor.backend.requireStepUp(), title.host);
    stage.page.press('Continue');
    const [reauth] = stage.page.of<SiwReauthEvent>('siw-reauth');
    expect(reauth?.reason).to.equal('step-up');
    stage.harbor.backend.signInAgain();
    reauth?.resume();
    await stage.page.arrives(words.code);
    expect(new Set(keys(stage)).size).to.equal(1);
  });

  it('by redirect tells where to, once the person agrees, and the host may prevent it [C29]', async () => {
    const url = 'https://login.harbor.example/again';
    const plan = ({ harbor }: Stage): void =>
      harbor.backend.refuse('begin', { code: 'reauth_required', how: { kind: 'redirect', url } });
    const { page } = await interrupted(plan, title.host);
    page.element.addEventListener('siw-redirect', (event) => event.preventDefault());
    expect(page.has('siw-redirect')).to.equal(false);
    page.press('Continue');
    expect(page.of<SiwRedirectEvent>('siw-redirect').map((event) => event.url)).to.deep.equal([url]);
  });

  for (const url of [
    'javascript:alert(1)',
    'http://login.harbor.example',
    'data:text/html,x',
    '\tjavascript:x',
    '//evil.example',
  ])
    it(`never leads to ${JSON.stringify(url)}`, async () => {
      const { page, harbor } = await at('phone');
      harbor.backend.refuse('begin', { code: 'reauth_required', how: { kind: 'redirect', url } });
      page.fill('Phone number', mobile);
      page.press('Next');
      expect(await page.complains()).to.contain('Something went wrong on our side');
      expect(page.hasButton('Continue')).to.equal(false);
    });
});

describe('a check against robots', () => {
  it('is made by the host, whose token travels with the repeated call', async () => {
    const stage = await interrupted(
      ({ harbor }) => harbor.backend.refuse('begin', { code: 'human_check_required', provider: 'gate' }),
      title.human,
    );
    stage.page.press('Continue');
    const [check] = stage.page.of<SiwHumanCheckEvent>('siw-human-check');
    expect(check?.provider).to.equal('gate');
    check?.resume('token-9');
    await stage.page.arrives(words.code);
    const repeated = stage.harbor.calls.of('begin').at(-1)?.args[1] as WriteOptions;
    expect(repeated.humanCheck).to.equal('token-9');
  });

  it('is answered once: a host that calls resume again does not answer what is asked next', async () => {
    const stage = await interrupted(({ harbor }) => {
      harbor.backend.refuse('begin', { code: 'human_check_required' });
      harbor.backend.refuse('begin', { code: 'network' });
    }, title.human);
    stage.page.press('Continue');
    const [check] = stage.page.of<SiwHumanCheckEvent>('siw-human-check');
    check?.resume('token-9');
    await stage.page.arrives(title.network);
    check?.resume('token-10');
    await turn();
    await stage.page.element.updateComplete;
    expect(stage.page.heading()).to.equal(title.network);
    expect(keys(stage)).to.have.length(2);
  });
});

describe('a network that fails', () => {
  it('says that nothing is lost, and tries again under the same key: one message, not two', async () => {
    const stage = await interrupted(({ harbor }) => harbor.backend.loseAnswer('begin'), title.network);
    expect(stage.page.text()).to.contain('trying again does not send or register anything twice');
    await stage.page.go('Try again', words.code);
    expect(new Set(keys(stage)).size).to.equal(1);
    expect(stage.harbor.backend.messages()).to.have.length(1);
  });

  it('lets the person give up, and shows the page as it was', async () => {
    const { page } = await interrupted(
      ({ harbor }) => harbor.backend.refuse('begin', { code: 'network' }),
      title.network,
    );
    await page.go('Back', words.number);
    expect(page.value('Phone number')).to.equal(mobile);
    expect(page.isBusy()).to.equal(false);
  });

  it('notices by itself that a code was accepted though the answer was lost', async () => {
    const stage = await at('phone');
    await stage.page.type('Phone number', mobile);
    await stage.page.go('Next', words.code);
    stage.harbor.backend.loseAnswer('verify');
    await stage.page.type('Code', stage.harbor.texted());
    await stage.page.go('Next', words.phoneAdded);
  });

  it('takes focus to its heading', async () => {
    const { page } = await interrupted(
      ({ harbor }) => harbor.backend.refuse('begin', { code: 'network' }),
      title.network,
    );
    expect(textOf(page.focused())).to.equal(title.network);
  });
});
