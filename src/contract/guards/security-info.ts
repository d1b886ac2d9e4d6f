/** Whether what `load` answered has the shape that was promised. */
import type { SecurityInfo } from '../security-info.js';
import { duration, filled, isMethod, isPending, list, maybe, one, shape, text } from './bricks.js';

const isOffer = shape({ kind: text, offerId: maybe(text), usage: list(text), displayName: maybe(text) });

const info = shape({
  account: shape({ label: text, organization: maybe(text) }),
  requirements: list(
    shape({
      id: text,
      anyOf: filled(isOffer),
      status: one('open', 'satisfied', 'put-off'),
      skip: maybe(shape({ daysLeft: maybe(duration), timesLeft: maybe(duration), timesTotal: maybe(duration) })),
    }),
  ),
  methods: list(isMethod),
  pending: list(isPending),
  absent: maybe(list(text)),
  defaultMethod: maybe(shape({ methodId: text, channel: maybe(text) })),
  sessionExpiresIn: maybe(duration),
});

export function isSecurityInfo(value: unknown): value is SecurityInfo {
  return info(value);
}
