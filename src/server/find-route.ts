/** Which call a request is. */
import { routes, type CallName } from '../contract/routes.js';

export interface Found {
  readonly call: CallName;
  /** What it is about. */
  readonly id: string | undefined;
}

/** The routes as patterns; `[^/]+` is an id, still percent-encoded. */
const patterns = (Object.keys(routes) as CallName[]).map((call) => ({
  call,
  method: routes[call].method,
  pattern: new RegExp(`^${routes[call].path.replace('{id}', '([^/]+)')}$`),
}));

/** The call, or the methods that its path knows: none for a path that is no route. */
export function findRoute(method: string, path: string): Found | readonly string[] {
  const fitting = patterns.flatMap(({ pattern, ...row }) => {
    const match = pattern.exec(path);
    return match ? [{ ...row, id: decoded(match[1]) }] : [];
  });
  return fitting.find((row) => row.method === method) ?? fitting.map((row) => row.method);
}

/** An id that cannot be decoded, or holds what no text of ours holds, stays as it is: nobody has one like that. */
function decoded(id: string | undefined): string | undefined {
  try {
    const text = id === undefined ? undefined : decodeURIComponent(id);
    return text?.includes('\0') ? id : text;
  } catch {
    return id;
  }
}
