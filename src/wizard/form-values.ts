/** What was typed and chosen on a page. The first page has no fields, so its chunk does without this. */

/** The fields of a page by name. Files are no field of ours. */
export function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values[name] = value;
  return values;
}
