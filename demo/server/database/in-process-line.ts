/** What a client of Postgres talks to in place of a socket, where the database is in this process. */
import type { PGlite } from '@electric-sql/pglite';
import { Duplex } from 'node:stream';

/**
 * Each write of the client is answered by the database before the next one is taken. The connections of an embedded
 * database share one session, so there may be one line at a time; a new one finds the session as if it were its own.
 *
 * @example
 * const pool = new Pool({ user: 'postgres', database: 'postgres', max: 1, stream: () => new InProcessLine(db) });
 */
export class InProcessLine extends Duplex {
  readonly #db: PGlite;

  constructor(db: PGlite) {
    super();
    this.#db = db;
  }

  /** As a socket's: the client begins once it hears `connect`. */
  connect(): this {
    this.#clear().then(
      () => this.emit('connect'),
      (reason: unknown) => this.destroy(reason as Error),
    );
    return this;
  }

  /** Ends what another line may have left open, and forgets what it prepared. */
  async #clear(): Promise<void> {
    await this.#db.exec('ROLLBACK');
    await this.#db.exec('DISCARD ALL');
  }

  override _read(): void {
    // What comes is pushed as it comes.
  }

  override _write(message: Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const onRawData = (data: Uint8Array): void => void this.push(Buffer.from(data));
    this.#db
      .runExclusive(() => this.#db.execProtocolRawStream(message, { onRawData }))
      .then(
        () => done(),
        (reason: unknown) => done(reason as Error),
      );
  }

  /** What is asked together is answered together. */
  override _writev(messages: readonly { readonly chunk: Uint8Array }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(messages.map(({ chunk }) => chunk)), 'binary', done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null);
    done();
  }

  // What a socket can be told, and a line has no use for.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}
