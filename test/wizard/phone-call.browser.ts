/** A phone that is called: text or call, the key that confirms, and a call that comes to nothing (R29, R98). */
import { expect } from '@open-wc/testing';
import type { MemoryBackend } from '../../src/adapters/memory/index.js';
import type { Offer } from '../../src/contract/enrollment.js';
import { at, mobile, words, type HarborOptions, type Stage } from './harbor.js';
import { expectMarked } from './marked.js';
import { HandClock, turn, until } from './patience.js';
import { textOf } from './reading.js';
import { WizardPage } from './wizard-page.js';

const field = 'Phone number';
const both: Offer<'phone'> = { kind: 'phone', usage: ['sign-in'], channels: ['sms', 'voice'], defaultCountry: 'JP' };
const callsOnly: Offer<'phone'> = { ...both, channels: ['voice'] };

const asking = (offer: Offer<'phone'>, options: HarborOptions = {}): Promise<Stage> =>
  at('phone', { requirements: [{ id: 'phone', anyOf: [offer] }], ...options });

async function calling(options: HarborOptions = {}, number = mobile): Promise<Stage> {
  const stage = await asking(both, options);
  stage.page.fill(field, number);
  stage.page.radio('Call me').click();
  await stage.page.go('Next', words.calling);
  return stage;
}

describe('text or call', () => {
  it('is asked where both are offered, and the first is chosen beforehand [F76, F78]', async () => {
    const { page } = await asking(both);
    expect(textOf(page.root.querySelector('.siw-choices legend'))).to.equal('How should we reach you?');
    expect(page.radio('Text me a code').checked).to.equal(true);
    expect(page.radio('Call me').checked).to.equal(false);
    page.fill(field, mobile);
    await page.go('Next', words.code);
  });

  it('is in the order of the organization', async () => {
    const { page } = await asking({ ...both, channels: ['voice', 'sms'] });
    expect(page.radio('Call me').checked).to.equal(true);
  });

  for (const channel of ['sms', 'voice'] as const)
    it(`is not asked where only one is offered: ${channel}`, async () => {
      const { page } = await asking({ ...both, channels: [channel] });
      expect(page.root.querySelector('input[type=radio]')).to.equal(null);
      page.fill(field, mobile);
      await page.go('Next', channel === 'sms' ? words.code : words.calling);
      expect(page.buttons().filter((name) => name.includes('instead'))).to.deep.equal([]);
    });

  it('names no rates of messages where only calls are made [F80]', async () => {
    expect((await asking(callsOnly)).page.text()).not.to.contain('Message and data rates');
    expect((await asking(both)).page.text()).to.contain('Message and data rates');
  });

  it('is chosen with the arrow keys, and kept on the way back', async () => {
    const { page } = await asking(both);
    page.fill(field, mobile);
    page.radio('Text me a code').focus();
    await page.key('ArrowDown');
    await page.key('Enter');
    await page.arrives(words.calling);
    await page.go('Back', words.number);
    expect(page.radio('Call me').checked).to.equal(true);
    expect(page.value(field)).to.equal(mobile);
  });
});

describe('a call', () => {
  it('tells the number as it was typed, who is calling, and what to do [F87, F88]', async () => {
    const { page, harbor } = await calling();
    expect(page.text()).to.contain(`We are calling ${mobile}.`);
    expect(page.text()).to.contain(`The call comes from ${harbor.call().from}.`);
    expect(page.text()).to.contain('Press # on the keypad');
    expect(harbor.call().to).to.equal('+819012345678');
    expect(harbor.backend.messages()).to.have.length(0);
  });

  it('that is answered with # registers the phone, in words of the call [F90, F92]', async () => {
    const { page, harbor } = await calling();
    harbor.backend.line.answer(harbor.call().id);
    await turn();
    expect(page.has('siw-registered')).to.equal(false);
    harbor.backend.line.press(harbor.call().id, '#');
    await page.arrives(words.phoneAdded);
    expect(page.text()).to.contain('You answered the call, and your phone was registered.');
    expect(page.of('siw-registered')).to.have.length(1);
    await page.go('Next', words.summary);
    expect(page.text()).to.contain('Call');
  });

  it('goes on after a reload', async () => {
    const { page, harbor } = await calling();
    page.element.remove();
    const again = await WizardPage.open({ adapter: harbor.adapter });
    await again.arrives(words.calling);
    expect(harbor.backend.line.calls()).to.have.length(1);
    harbor.backend.line.answer(harbor.call().id);
    harbor.backend.line.press(harbor.call().id, '#');
    await again.arrives(words.phoneAdded);
  });

  it('does not disturb whoever went back to change the number', async () => {
    const { page, harbor } = await calling();
    await page.go('Change the number', words.number);
    harbor.backend.line.hangUp(harbor.call().id);
    page.fill(field, '090-8765-4321');
    await page.go('Next', words.calling);
    expect(harbor.call().to).to.equal('+819087654321');
    expect(page.text()).to.contain('We are calling 090-8765-4321.');
  });
});

describe('a call that comes to nothing', () => {
  type Line = MemoryBackend['line'];
  const ends: readonly [string, (line: Line, id: string) => void, string][] = [
    ['another key', (line, id) => (line.answer(id), line.press(id, '1')), 'Another key than # was pressed.'],
    ['busy', (line, id) => line.hangUp(id), 'The line was busy, or the call was declined.'],
    ['hung up', (line, id) => (line.answer(id), line.hangUp(id)), 'Nobody answered, or the call went to voicemail.'],
  ];
  for (const [what, end, told] of ends)
    it(`says how, registers nothing, and can be made again: ${what}`, async () => {
      const { page, harbor } = await calling();
      end(harbor.backend.line, harbor.call().id);
      await page.arrives(words.unanswered);
      expect(page.text()).to.contain(told);
      expect(page.has('siw-registered')).to.equal(false);
      await page.go('Call again', words.calling);
      expect(page.text()).to.contain(mobile);
      expect(harbor.backend.line.calls()).to.have.length(2);
      harbor.backend.line.answer(harbor.call().id);
      harbor.backend.line.press(harbor.call().id, '#');
      await page.arrives(words.phoneAdded);
    });

  it('because nobody answered', async () => {
    let late = 0;
    const { page } = await calling({ clock: { now: () => Date.now() + late } });
    late = 46_000;
    await page.arrives(words.unanswered);
    expect(page.text()).to.contain('Nobody answered');
  });

  it('can be made into a text, the number kept', async () => {
    const { page, harbor } = await calling();
    harbor.backend.line.hangUp(harbor.call().id);
    await page.arrives(words.unanswered);
    await page.go('Text me a code instead', words.code);
    expect(page.text()).to.contain(`to ${mobile}`);
    page.fill('Code', harbor.texted());
    await page.go('Next', words.phoneAdded);
    expect(page.text()).to.contain('The code was right');
  });

  it('can be given another number', async () => {
    const { page, harbor } = await calling();
    harbor.backend.line.hangUp(harbor.call().id);
    await page.arrives(words.unanswered);
    await page.go('Change the number', words.number);
    expect(page.value(field)).to.equal(mobile);
  });

  it('waits before the next one, says how long, and can be made when the wait is over', async () => {
    let late = 0;
    const clock = { now: () => Date.now() + late };
    const { page, harbor } = await calling({ clock, limits: { resendWaits: [30_000] } });
    harbor.backend.line.hangUp(harbor.call().id);
    const hand = new HandClock();
    try {
      await page.arrives(words.unanswered);
      page.press(/^Call again \(in \d+ seconds\)$/);
      expect(await page.complains()).to.match(/You can be called again in \d+ seconds\./);
      expect(page.hasButton('Text me a code instead')).to.equal(false);
      expect(harbor.calls.of('challenge')).to.have.length(0);
      expect(harbor.backend.line.calls()).to.have.length(1);
      late = 30_500;
      await hand.pass(30_500);
      await page.settles();
      expect(page.problem()).to.equal('');
      await page.go('Call again', words.calling);
      expect(harbor.backend.line.calls()).to.have.length(2);
    } finally {
      hand.restore();
    }
  });

  it('is held on the page of the call as well, with the wait', async () => {
    const { page, harbor } = await calling({ limits: { resendWaits: [30_000] } });
    const again = page.button(/^Call again \(in \d+ seconds\)$/);
    expect(again.getAttribute('aria-disabled') ?? String(again.disabled)).to.equal('true');
    again.click();
    await page.settles();
    expect(harbor.calls.of('challenge')).to.have.length(0);
  });

  for (const [lang, wait] of [
    ['en', /\(in.30.second/],
    ['ja', /\(30.秒/],
  ] as const)
    it(`has its wait in one piece, however narrow it is: ${lang}`, async () => {
      const { page } = await calling({ limits: { resendWaits: [30_000] } });
      const hand = new HandClock();
      try {
        page.element.lang = lang;
        await until(() => page.hasButton(wait), 'the button');
        const button = page.button(wait);
        for (let width = 120; width <= 320; width += 10) {
          page.element.style.inlineSize = `${width}px`;
          expect(linesOfBrackets(button), `lines at ${width} px`).to.equal(1);
        }
      } finally {
        hand.restore();
      }
    });
});

/** On how many lines what stands in brackets is. */
function linesOfBrackets(element: Element): number {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (!text.data.includes('(')) continue;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf('('));
    range.setEnd(text, text.data.indexOf(')') + 1);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  }
  return 0;
}

describe('a call that speaks a code', () => {
  it('is answered by typing it', async () => {
    const { page, harbor } = await asking(callsOnly, { calls: 'spoken-code' });
    page.fill(field, mobile);
    await page.go('Next', words.code);
    expect(page.text()).to.contain(`We are calling ${mobile}. Answer, and enter the 6-digit code that you hear.`);
    harbor.backend.line.answer(harbor.call().id);
    page.fill('Code', harbor.call().spoken.replace(/\D/g, '').slice(0, 6));
    await page.go('Next', words.phoneAdded);
  });

  it('can be made again', async () => {
    const { page, harbor } = await asking(callsOnly, { calls: 'spoken-code' });
    page.fill(field, mobile);
    await page.go('Next', words.code);
    page.press('Call again');
    await until(() => harbor.backend.line.calls().length === 2, 'another call');
    await page.settles();
    expect(page.heading()).to.equal(words.code);
  });
});

describe('from a text to a call', () => {
  async function texted(): Promise<Stage> {
    const stage = await asking(both);
    stage.page.fill(field, mobile);
    await stage.page.go('Next', words.code);
    return stage;
  }

  it('and back, the number kept: the last text counts', async () => {
    const { page, harbor } = await texted();
    const first = harbor.texted();
    await page.go('Call me instead', words.calling);
    expect(page.text()).to.contain(`We are calling ${mobile}.`);
    await page.go('Text me a code instead', words.code);
    expect(harbor.call().state, 'the call is hung up').to.equal('over');
    expect(harbor.texted()).not.to.equal(first);
    page.fill('Code', harbor.texted());
    await page.go('Next', words.phoneAdded);
    expect(page.text()).to.contain('The code was right');
    expect(harbor.calls.of('begin')).to.have.length(1);
  });

  it('that is answered registers the phone', async () => {
    const { page, harbor } = await texted();
    await page.go('Call me instead', words.calling);
    harbor.backend.line.answer(harbor.call().id);
    harbor.backend.line.press(harbor.call().id, '#');
    await page.arrives(words.phoneAdded);
    expect(page.text()).to.contain('You answered the call');
  });

  it('keeps the choice on the way back to the number', async () => {
    const { page } = await texted();
    await page.go('Call me instead', words.calling);
    await page.go('Back', words.number);
    expect(page.radio('Call me').checked).to.equal(true);
    expect(page.value(field)).to.equal(mobile);
  });
});

describe('a landline', () => {
  const landline = '03-1234-5678';

  it('is refused for a text at its field, and can be called from there [C13]', async () => {
    const { page, harbor } = await asking(both, { lineOf: () => 'fixed-line' });
    await page.type(field, landline);
    page.press('Next');
    expect(await page.complains()).to.contain('This number cannot receive text messages.');
    expectMarked(page, field, landline);
    page.radio('Call me').click();
    await page.go('Next', words.calling);
    expect(page.text()).to.contain(`We are calling ${landline}.`);
    harbor.backend.line.answer(harbor.call().id);
    harbor.backend.line.press(harbor.call().id, '#');
    await page.arrives(words.phoneAdded);
  });

  it('that is called cannot be texted instead, and the page of the call stays', async () => {
    const { page } = await calling({ lineOf: () => 'fixed-line' }, landline);
    page.press('Text me a code instead');
    expect(await page.complains()).to.contain('This number cannot receive text messages.');
    expect(page.heading()).to.equal(words.calling);
  });
});
