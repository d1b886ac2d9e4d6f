/** The body of a request: bounded, JSON, and an object without surprises. */

export type Body = { readonly value: Readonly<Record<string, unknown>> } | { readonly wrong: Wrong };
export type Wrong = 'too large' | 'no JSON' | 'no object';

/** A body of ours is flat; what is nested deeper than this is meant to break a reader. */
const deepest = 16;

export async function readBody(request: Request, max: number): Promise<Body> {
  const text = await readText(request, max);
  if (text === undefined) return { wrong: 'too large' };
  try {
    const value = JSON.parse(text, keepOwnNames) as unknown;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && isPlain(value) ? { value: { ...value } } : { wrong: 'no object' };
  } catch {
    return { wrong: 'no JSON' };
  }
}

/** Stops reading as soon as it is too much: `Content-Length` is only what a client says. */
async function readText({ headers, body }: Request, max: number): Promise<string | undefined> {
  if (Number(headers.get('content-length')) > max) return undefined;
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return text + decoder.decode();
    size += chunk.value.byteLength;
    if (size > max) {
      // Not waited for: where a host keeps a copy of the request, it ends only when the copy does.
      void reader?.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}

/** Names that would reach an object's prototype where somebody copies them carelessly. */
function keepOwnNames(name: string, value: unknown): unknown {
  return name === '__proto__' || name === 'constructor' || name === 'prototype' ? undefined : value;
}

function isPlain(value: unknown, depth = 0): boolean {
  // No text of ours holds a NUL, and not every database takes one.
  if (typeof value === 'string') return !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return depth < deepest && Object.values(value).every((part) => isPlain(part, depth + 1));
}
