/** The form: the organisation's policy, the person, and the circumstances. */
import { html, type TemplateResult } from 'lit';
import { scenarioIds, scenarios, situationOf, type ScenarioId } from '../../scenarios.js';
import { choices, isSame, most } from '../address.js';
import type { Situation } from '../situation.js';
import { counted } from '../words/words.js';
import { check, group, radios, select, slider } from './controls.js';
import { matrix } from './matrix.js';
import type { View } from './view.js';

/** The organisations that the demonstration knows, each a situation to start from. */
const presets: readonly { readonly id: ScenarioId; readonly situation: Situation }[] = scenarioIds.flatMap((id) => {
  const scenario = scenarios[id];
  return 'situation' in scenario && !('prepare' in scenario) ? [{ id, situation: situationOf(scenario) }] : [];
});

export function compose(view: View): TemplateResult {
  const { say } = view;
  return html`
    <form class="compose" aria-labelledby="compose" @submit=${(event: SubmitEvent) => event.preventDefault()}>
      <h2 id="compose">${say.compose}</h2>
      ${preset(view)} ${organization(view)} ${person(view)} ${here(view)}
    </form>
  `;
}

function preset({ words, say, situation, ask }: View): TemplateResult {
  const own = presets.find((one) => isSame(one.situation, situation))?.id ?? 'own';
  const options = presets.map(({ id }) => [id as string, words.scenarios[id].name] as const);
  return select('preset', say.preset, [['own', say.presetOwn], ...options], own as string, (chosen) => {
    const found = presets.find(({ id }) => id === chosen);
    if (found) ask.change(found.situation);
  });
}

function organization(view: View): TemplateResult {
  const { say, situation, ask } = view;
  const { enforcement: asks, methods, reset, more } = say;
  return html`
    ${group(
      asks.legend,
      radios(
        'enforcement',
        choices.enforcement.map((id) => [id, asks[id].name, asks[id].hint] as const),
        situation.enforcement,
        (enforcement) => ask.change({ enforcement }),
      ),
    )}
    ${group(
      methods.legend,
      matrix(view),
      select(
        'phone-by',
        methods.phoneBy,
        choices.phoneBy.map((id) => [id, methods[id]] as const),
        situation.phoneBy,
        (phoneBy) => ask.change({ phoneBy }),
      ),
    )}
    ${group(
      reset.legend,
      radios(
        'count',
        choices.count.map((id) => [id, reset[id]] as const),
        situation.count,
        (count) => ask.change({ count }),
      ),
    )}
    ${group(
      more.legend,
      check('campaign', more.campaign, situation.campaign, (campaign) => ask.change({ campaign })),
      check('old-programs', more.oldPrograms, situation.oldPrograms, (oldPrograms) => ask.change({ oldPrograms })),
    )}
  `;
}

function person({ say: { person: say }, situation, language, ask }: View): TemplateResult {
  const { isAdmin, fiveApps, isReviewDue, askedDaysAgo, snoozed } = situation;
  return group(
    say.legend,
    check('admin', say.isAdmin, isAdmin, (set) => ask.change({ isAdmin: set })),
    check('five-apps', say.fiveApps, fiveApps, (set) => ask.change({ fiveApps: set })),
    check('review-due', say.isReviewDue, isReviewDue, (set) => ask.change({ isReviewDue: set })),
    slider(
      'asked',
      say.askedDaysAgo,
      { value: askedDaysAgo, most: most.askedDaysAgo, text: counted(say.days, askedDaysAgo, language) },
      (set) => ask.change({ askedDaysAgo: set }),
    ),
    slider(
      'snoozed',
      say.snoozed,
      { value: snoozed, most: most.snoozed, text: counted(say.times, snoozed, language) },
      (set) => ask.change({ snoozed: set }),
    ),
  );
}

function here({ say: { here: say }, situation, ask }: View): TemplateResult {
  const denied = { no: say.no, place: say.placeDenied, device: say.deviceDenied };
  return group(
    say.legend,
    select(
      'device',
      say.device,
      choices.device.map((id) => [id, say[id]] as const),
      situation.device,
      (device) => ask.change({ device }),
    ),
    select(
      'denied',
      say.denied,
      choices.denied.map((id) => [id, denied[id]] as const),
      situation.denied,
      (chosen) => ask.change({ denied: chosen }),
    ),
    check('pass', say.pass, situation.pass, (pass) => ask.change({ pass })),
    check('needed-now', say.isNeededNow, situation.isNeededNow, (isNeededNow) => ask.change({ isNeededNow })),
  );
}
