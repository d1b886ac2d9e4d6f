/**
 * A language that we do not have, as a host brings it along: our own words in Arabic letters. Nobody can read it, but
 * what stays Latin cannot be translated, and what stands on the wrong side was not made for writing from right to left.
 */
const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';
const marks: Readonly<Record<string, string>> = { '?': '؟', ',': '،', ';': '؛' };

/** The same message, or a whole catalogue of them; holes such as `{count}` stay what they are. */
export function inArabic<T>(words: T): T {
  if (typeof words === 'string') return written(words) as T;
  if (Array.isArray(words)) return words.map(inArabic) as T;
  // What is neither a text nor a list is a catalogue, or the plural forms of one message.
  const entries = Object.entries(words as object).map(([key, word]) => [key, inArabic<unknown>(word)]);
  return Object.fromEntries(entries) as T;
}

function written(text: string): string {
  return text.replace(/\{\w+\}|[a-z?,;]/gi, (found) =>
    found.startsWith('{') ? found : (marks[found] ?? letters[found.toLowerCase().charCodeAt(0) - 97] ?? found),
  );
}
