/** The person who looks at the demonstration, as the server knows them: an account of their own, and a session. */
import type { Visitor } from '../server/http/accounts.js';

export type { Visitor };

/** Whether this page came from a server that has accounts. */
export const hasServer = (): boolean => document.documentElement.hasAttribute('data-server');

/** Who is signed in. */
export async function visitorNow(): Promise<Visitor | undefined> {
  return ((await (await fetch('/demo/visitor')).json()) as Visitor | null) ?? undefined;
}

export async function newVisitor(scenario: string, organization: string): Promise<Visitor> {
  const response = await post('/demo/visitor', { scenario, organization });
  if (!response.ok) throw new Error('The server made no account.');
  return (await response.json()) as Visitor;
}

export async function signIn(email: string, password: string): Promise<boolean> {
  return (await post('/api/auth/sign-in/email', { email, password })).ok;
}

export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {});
}

export function post(address: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
}
