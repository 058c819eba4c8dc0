import { useSyncExternalStore } from 'react';
import type { components } from '../api/schema.d.ts';
import { dropDraftsOf, dropWordsOf } from './drafts.ts';

type Person = components['schemas']['LoggedIn'];
export type Permission = Person['permissions'][number];

interface Session {
  /** Who is logged in; a key is nobody. */
  person: Person | null;
  /** Proves that a page of ours asks for a change. */
  csrf: string | null;
  /** An operator's API key; it is gone when the tab is closed. */
  key: string | null;
}

const STORED = 'simpul-aduan.kunci';
/** Whose drafts those of a key are: of whoever holds it. */
const KEY_HOLDER = 'kunci';
const NOBODY: Session = { person: null, csrf: null, key: null };

let session: Session = { ...NOBODY, key: sessionStorage.getItem(STORED) };
const listeners = new Set<() => void>();

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

/** Finds out whether the browser still holds a session; the cookie itself is hidden from every script. */
export async function recall(): Promise<void> {
  if (session.key) return;
  const before = session;
  const response = await fetch('/api/v1/session').catch(() => null);
  const held = response?.ok ? ((await response.json()) as components['schemas']['SessionView']) : null;
  // Whoever has signed in or out here meanwhile did so later.
  if (session !== before) return;
  if (held) signInAs(held);
  else if (response?.status === 401) forget();
}

export const signedIn = (): Session => session;

export const signInAs = ({ user, csrf }: components['schemas']['SessionView']): void =>
  become({ person: user, csrf, key: null });

export function signInWithKey(key: string): void {
  sessionStorage.setItem(STORED, key);
  become({ ...NOBODY, key });
}

/** Here alone: the hub has refused the session, or has just ended it. */
export function forget(): void {
  if (session === NOBODY) return;
  sessionStorage.removeItem(STORED);
  // The next key may be another operator's.
  if (session.key) dropDraftsOf(KEY_HOLDER);
  become(NOBODY);
}

/** False where the hub did not say that the session is over: then it is still open, and this stays signed in. */
export async function signOut(): Promise<boolean> {
  const { csrf, person } = session;
  if (csrf && !(await isEnded(csrf))) {
    // What another tab has signed in anew is ended by the next try.
    await recall();
    if (session.csrf) return false;
  }
  if (person) dropWordsOf(person.id);
  forget();
  return true;
}

async function isEnded(csrf: string): Promise<boolean> {
  const asked = fetch('/api/v1/session', { method: 'DELETE', headers: { 'x-csrf-token': csrf } });
  const response = await asked.catch(() => null);
  return response !== null && (response.ok || response.status === 401);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSession = (): Session => useSyncExternalStore(subscribe, signedIn);

/** Another for each person and each key; `null` for nobody. */
export function useWho(): string | null {
  const { person, key } = useSession();
  return person?.id ?? key;
}

/** Under which name this person's drafts are kept. */
export const useWriter = (): string => useSession().person?.id ?? KEY_HOLDER;

/** What the hub would refuse is not offered. */
export function useMay(): (permission: Permission) => boolean {
  const { person, key } = useSession();
  return (permission) => (person ? person.permissions.includes(permission) : key !== null);
}
