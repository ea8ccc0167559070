/**
 * What the window has read: one entry for each operation and input, shared by all views that ask for it, read again when
 * its concept changed. Emptied when the vault is locked, so that nothing of a case outlives the lock here.
 */
import { canonicalJson, type Json } from '../../shared/kernel/canonicalJson.ts';
import type { ErrorReport } from '../../shared/kernel/errors.ts';
import { reportOf } from './callFailed.ts';
import { currentLink, listenToCore } from './connection.ts';
import { staleAfter } from './staleness.ts';

export interface Snapshot {
  readonly data: unknown;
  readonly error: ErrorReport | null;
  readonly loading: boolean;
}

interface Entry {
  name: string;
  input: unknown;
  snapshot: Snapshot;
  watchers: Set<() => void>;
  inFlight: boolean;
  stale: boolean;
}

/** Reads without a watcher that are kept, so that going back shows at once. */
const KEPT = 200;
/** While an import runs, changes come by the hundred; each read is repeated at most this often. */
const CALM_MS = 300;

const entries = new Map<string, Entry>();
let pendingConcepts = new Set<string>();
let calm: ReturnType<typeof setTimeout> | null = null;
export const nothingRead: Snapshot = { data: undefined, error: null, loading: false };

export function keyOf(name: string, input: unknown): string {
  return `${name} ${canonicalJson(input as Json)}`;
}

export function snapshotOf(key: string): Snapshot | undefined {
  return entries.get(key)?.snapshot;
}

/** Begins reading if need be, and calls `watcher` on each change. */
export function watch(key: string, name: string, input: unknown, watcher: () => void): () => void {
  const entry = entryFor(key, name, input);
  entry.watchers.add(watcher);
  if (entry.stale) void read(entry);
  return () => {
    entry.watchers.delete(watcher);
  };
}

export function refetch(key: string): void {
  const entry = entries.get(key);
  if (entry) void read(entry);
}

function entryFor(key: string, name: string, input: unknown): Entry {
  const known = entries.get(key);
  if (known) return known;
  const entry: Entry = {
    name,
    input,
    snapshot: { data: undefined, error: null, loading: true },
    watchers: new Set(),
    inFlight: false,
    stale: true,
  };
  entries.set(key, entry);
  forgetOldest();
  return entry;
}

async function read(entry: Entry): Promise<void> {
  entry.stale = true;
  if (entry.inFlight) return;
  entry.inFlight = true;
  while (entry.stale) {
    entry.stale = false;
    show(entry, { ...entry.snapshot, loading: true });
    try {
      const data = await currentLink().send(entry.name, entry.input);
      if (!entry.stale) show(entry, { data, error: null, loading: false });
    } catch (error) {
      if (!entry.stale) show(entry, { data: entry.snapshot.data, error: reportOf(error), loading: false });
    }
  }
  entry.inFlight = false;
}

function show(entry: Entry, snapshot: Snapshot): void {
  const { data, error, loading } = entry.snapshot;
  if (data === snapshot.data && error === snapshot.error && loading === snapshot.loading) return;
  entry.snapshot = snapshot;
  for (const watcher of [...entry.watchers]) watcher();
}

function forgetOldest(): void {
  if (entries.size <= KEPT) return;
  for (const [key, entry] of entries) {
    if (entries.size <= KEPT) return;
    if (entry.watchers.size === 0) entries.delete(key);
  }
}

/** Forgets everything read. Views that are still there read anew; an answer on its way is thrown away. */
export function forgetAll(): void {
  for (const [key, entry] of entries) {
    entry.stale = true;
    if (entry.watchers.size === 0) {
      entries.delete(key);
      continue;
    }
    // The vault's own state is told on every screen, so it stays until its successor is there.
    if (!entry.name.startsWith('vault.')) show(entry, { data: undefined, error: null, loading: true });
    void read(entry);
  }
}

function refreshPending(): void {
  const stale = pendingConcepts;
  pendingConcepts = new Set();
  for (const [key, entry] of entries) {
    if (!stale.has(entry.name.slice(0, entry.name.indexOf('.')))) continue;
    if (entry.watchers.size === 0) entries.delete(key);
    else void read(entry);
  }
}

listenToCore(event => {
  if (event.event === 'vault') {
    forgetAll();
    return;
  }
  if (event.event !== 'changed') return;
  for (const concept of staleAfter(event.concepts)) pendingConcepts.add(concept);
  if (calm) return;
  refreshPending();
  calm = setTimeout(() => {
    calm = null;
    if (pendingConcepts.size > 0) refreshPending();
  }, CALM_MS);
});
