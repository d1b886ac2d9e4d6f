/** What the authenticator's routes need of whoever keeps pairings and requests; they themselves keep nothing. */
import type { AccountName, AnswerOutcome, Decision, OpenRequest, PublicKey } from '../../authenticator/protocol.js';

/**
 * Pairings, devices and requests for approval. The routes have checked every signature before they call; the service
 * trusts them and decides everything else, in one step that no second call can slip into.
 *
 * @example
 * app.route('/', authenticatorRoutes(serviceOver(database)));
 */
export interface CompanionService {
  /**
   * Spends a code and remembers the key.
   *
   * @throws Error whose message is `unknown`, `used` or `expired` (`PairingProblem`).
   */
  pair(pairing: {
    readonly code: string;
    readonly publicKey: PublicKey;
    readonly name: string;
  }): Promise<{ readonly deviceId: string; readonly account: AccountName }>;

  /** The key that was paired; `undefined` when there is no such device, or no longer. */
  publicKeyOf(deviceId: string): Promise<JsonWebKey | undefined>;

  /**
   * What is open for a device. `id` and `nonce` are printable ASCII without spaces, 128 letters at most. A request that
   * stays open after a wrong number gets another nonce, or the same answer could be sent again.
   */
  requests(deviceId: string): Promise<readonly OpenRequest[]>;

  /**
   * Ends a request, or says why it did not. An approval always has a `number`, and it is `''` when the device sent none:
   * that is `wrong-number`. A request that is no longer open, or was never this device's, is `over`.
   */
  answer(deviceId: string, requestId: string, decision: Decision, number?: string): Promise<AnswerOutcome>;
}
