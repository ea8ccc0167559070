/** Seals, opens and merges archives between test vaults. */
import { join } from 'node:path';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { MergeId } from '../../shared/kernel/ids.ts';
import type { JobState } from '../../shared/kernel/job.ts';
import type { TestCore } from './openTestCore.ts';

export const archivePassphrase = 'copper willow seven lanterns';

export function resultOf(state: JobState): unknown {
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  return state.result;
}

let count = 0;

/** A key to seal to, made at the first need: much quicker than a passphrase, whose slowness is meant for guessers. */
async function recipientOf(core: TestCore): Promise<string> {
  const { current } = await core.run('identity.own', {});
  if (current) return current.ageRecipient;
  return (await core.run('identity.make', { name: 'Test Person', team: 'Test' })).ageRecipient;
}

export async function seal(
  from: TestCore,
  into: TestCore | null,
  caseId: CaseId,
  given: Partial<InputOf<'archive.seal'>> = {},
): Promise<string> {
  const recipients = into ? [{ name: 'Test Person', recipient: await recipientOf(into) }] : [];
  count += 1;
  const path = join(from.folder, `archive-${count}.age`);
  const state = await from.finish(
    await from.run('archive.seal', {
      caseId,
      to: from.core.grants.grant(path),
      passphrase: into ? null : archivePassphrase,
      recipients,
      ...given,
    }),
  );
  resultOf(state);
  return path;
}

export async function inspect(into: TestCore, path: string): Promise<OutputOf<'archive.get'>> {
  const state = await into.finish(
    await into.run('archive.inspect', { from: into.core.grants.grant(path), passphrase: archivePassphrase }),
  );
  const { inboxId } = resultOf(state) as { inboxId: string };
  return into.run('archive.get', { inboxId: MergeId.parse(inboxId) });
}

export async function changesOf(into: TestCore, inboxId: MergeId): Promise<OutputOf<'archive.changes'>['changes']> {
  return (await into.run('archive.changes', { inboxId, limit: 1000 })).changes;
}

export async function merge(
  into: TestCore,
  inboxId: MergeId,
): Promise<{ added: number; changed: number; left: number; problems: number }> {
  const state = await into.finish(await into.run('archive.merge', { inboxId, passphrase: archivePassphrase }));
  const { added, changed, left, problems } = resultOf(state) as Awaited<ReturnType<typeof merge>>;
  return { added, changed, left, problems };
}

/** Sealed in the one, opened and merged in the other, as it comes. */
export async function send(from: TestCore, into: TestCore, caseId: CaseId) {
  const opened = await inspect(into, await seal(from, into, caseId));
  return { opened, merged: await merge(into, opened.entry.id) };
}
