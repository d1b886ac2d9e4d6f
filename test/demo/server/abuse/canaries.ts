/** Secrets that a passage has seen, in every form in which a table or a log could hold them. */
import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Database } from '../../../../demo/server/database/index.js';
import { base32 } from '../person.js';

/** A row of a table as text. */
export interface DumpedRow {
  readonly table: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** Every row of every table. */
export async function dump(db: Database): Promise<readonly DumpedRow[]> {
  const named = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const rows: DumpedRow[] = [];
  for (const { name } of named.rows) {
    const all = await db.execute<Record<string, unknown>>(sql`select * from ${sql.identifier(name)}`);
    rows.push(...all.rows.map((columns) => ({ table: name, columns })));
  }
  return rows;
}

/** What must not be found, and what it is called when it is. */
export class Canaries {
  readonly #forms = new Map<string, string>();

  /** A code: digits with nothing else of a number, a time or an id around them. */
  code(digits: string): void {
    for (const form of [digits, digits.replace(/^(\d{3})(\d{3})$/, '$1 $2'), [...digits].join(' ')])
      this.#add('code', form);
    this.#encoded('code', Buffer.from(digits));
  }

  /** The secret of an app, as it is typed and as bytes. */
  appSecret(secret: string): void {
    this.#add('app secret', secret);
    this.#encoded('app secret', Buffer.from(secret));
    this.#encoded('app secret', base32(secret));
  }

  pairingCode(code: string): void {
    const bare = code.replaceAll('-', '');
    for (const form of [code, bare]) this.#add('pairing code', form);
    this.#encoded('pairing code', Buffer.from(bare));
    this.#encoded('pairing code', base32(bare));
  }

  /** With and without its plus, and as it is dialled at home. */
  number(number: string): void {
    const digits = number.replace(/\D/g, '');
    for (const form of [number, digits, digits.slice(2)]) this.#add('number', form);
    this.#encoded('number', Buffer.from(number));
  }

  address(address: string): void {
    this.#add('address', address);
    this.#encoded('address', Buffer.from(address));
  }

  get size(): number {
    return this.#forms.size;
  }

  /** The names of what is in a text. Digits count only where no further digit or letter stands beside them. */
  foundIn(text: string): readonly string[] {
    return [...this.#forms].flatMap(([form, name]) => {
      const isShort = /^\d{1,7}$/.test(form);
      const isIn = isShort ? new RegExp(`(?<![\\w-])${form}(?![\\w-])`).test(text) : text.includes(form);
      return isIn ? [name] : [];
    });
  }

  #encoded(name: string, bytes: Buffer): void {
    for (const how of ['hex', 'base64', 'base64url'] as const) this.#add(name, bytes.toString(how).replace(/=+$/, ''));
    this.#add(name, bytes.toString('hex').toUpperCase());
  }

  #add(name: string, form: string): void {
    assert.ok(form.length > 1, `${name} is no canary`);
    this.#forms.set(form, name);
  }
}
