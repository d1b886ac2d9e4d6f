/** Whose page an address leads to, as far as a person can be told. */

/**
 * The host of a secure address; `undefined` where it is not plain: a name or a password before it, which browsers skip,
 * or anything else that would show one host and lead to another.
 *
 * @example
 * siteOf('https://id.example/add?state=1'); // 'id.example'
 * siteOf('https://id.example@evil.example/'); // undefined
 */
export function siteOf(url: string): string | undefined {
  return /^https:\/\/([a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?)(?:[/?#][\x21-\x7e]*)?$/i
    .exec(url)?.[1]
    ?.toLowerCase();
}
