/** What can be the default: registered methods by the ways in which they can be used. */
import type { MethodRef, RegisteredMethod, SecurityInfo } from '../contract/security-info.js';
import type { LaterStrings } from './later-strings.js';
import type { Shell } from './shell.js';

export interface Candidate {
  readonly method: RegisteredMethod;
  readonly ref: MethodRef;
}

/** In the order of the methods; a phone that can be texted and called is two. */
export function defaultsOf({ methods }: SecurityInfo): readonly Candidate[] {
  return methods
    .filter(({ canBeDefault }) => canBeDefault)
    .flatMap((method): readonly Candidate[] => {
      const { id: methodId, channels = [] } = method;
      if (channels.length === 0) return [{ method, ref: { methodId } }];
      return channels.map((channel) => ({ method, ref: { methodId, channel } }));
    });
}

/** What to call a way in which a method can be used; undefined where nobody has a word for it. */
export function channelName({ language }: Shell, channel: string | undefined): string | undefined {
  const key = `channel.${channel ?? ''}` as 'channel.sms';
  const word = language.sayOf<LaterStrings>('wizard later')(key);
  return word === key ? undefined : word;
}
