import type { OperationName } from '../../../shared/contract/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { MergeId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase } from '../case/index.ts';
import { requireAudience } from '../departure/index.ts';
import { type Handlers, started } from '../handlers.ts';
import {
  changesAfter,
  countChanges,
  decideChanges,
  dropInbox,
  findInbox,
  groupsOf,
  listInbox,
  problemsOf,
} from './inboxSql.ts';
import { inspectArchive, InspectInput } from './inspectArchive.ts';
import { mergeArchive, MergeInput } from './mergeArchive.ts';
import { listOpenFields, settleField } from './openFields.ts';
import { preFlightOfArchive } from './planArchive.ts';
import { requireToldTo, sealArchive, SealInput } from './sealArchive.ts';
import { takeBack } from './takeBack.ts';

export { dropInbox, unfinishedInboxes } from './inboxSql.ts';

export const archiveJobs = {
  'archive.seal': { input: SealInput, run: sealArchive },
  'archive.inspect': { input: InspectInput, run: inspectArchive },
  'archive.merge': { input: MergeInput, run: mergeArchive },
};

const mostProblemsShown = 200;

export const archiveHandlers = {
  'archive.preFlight': (ctx, selection) => preFlightOfArchive(ctx.db, selection),
  'archive.seal': (host, { to, passphrase, ...given }) => {
    const path = host.grants.placeOf(to);
    const { readable } = host.session.connection;
    requireAudience(requireCase(readable, given.caseId), given.audience);
    requireToldTo(readable, given);
    if (given.recipients.length === 0 && !passphrase) throw new ProbatumError('archive-to-nobody', {});
    // A passphrase stays in memory: it is never written into the job's row.
    return started(host.startJob('archive.seal', `Sealing “${to.name}”`, { ...given, path }, passphrase ?? undefined));
  },
  'archive.inspect': (host, { from, passphrase }) =>
    started(
      host.startJob(
        'archive.inspect',
        `Opening “${from.name}”`,
        { path: host.grants.pathOf(from) },
        passphrase ?? undefined,
      ),
    ),
  'archive.inbox': (ctx, { caseId }) =>
    listInbox(ctx.db).filter(entry => caseId === null || entry.about.case.id === caseId),
  'archive.get': (ctx, { inboxId }) => {
    const { path: _, ...entry } = requireInbox(ctx.db, inboxId);
    const { problems, count } = problemsOf(ctx.db, inboxId, mostProblemsShown);
    const documents = ctx.db
      .prepare(`SELECT count(*) AS count, coalesce(sum(size_bytes), 0) AS sizeBytes FROM inbox_content
        WHERE inbox_id = $inboxId AND path LIKE 'data/documents/%' AND NOT EXISTS (SELECT 1 FROM document WHERE document.sha256 = inbox_content.sha256)`)
      .get({ inboxId });
    return {
      entry,
      groups: groupsOf(ctx.db, inboxId),
      problems,
      problemCount: count,
      documents: { count: Number(documents?.['count']), sizeBytes: Number(documents?.['sizeBytes']) },
    };
  },
  'archive.changes': (ctx, { inboxId, kind, concept, afterPosition, limit }) => {
    requireInbox(ctx.db, inboxId);
    return {
      changes: changesAfter(ctx.db, inboxId, { kind, concept }, afterPosition, limit),
      total: countChanges(ctx.db, inboxId, { kind, concept }),
    };
  },
  'archive.decide': (ctx, { inboxId, kind, concept, positions, decision }) => {
    requireInbox(ctx.db, inboxId);
    return { decided: decideChanges(ctx.db, inboxId, { kind, concept }, positions, decision) };
  },
  'archive.merge': (host, { inboxId, from, passphrase }) => {
    const { db } = host.session.queryContext();
    const inbox = requireInbox(db, inboxId);
    const isLeft = countChanges(db, inboxId, { kind: null, concept: null }) > 0;
    if (inbox.mergedAt !== null && !isLeft) throw new ProbatumError('archive-merged-already', { name: inbox.fileName });
    const path = from ? host.grants.pathOf(from) : inbox.path;
    return started(
      host.startJob('archive.merge', `Merging “${inbox.fileName}”`, { inboxId, path }, passphrase ?? undefined),
    );
  },
  'archive.takeBack': takeBack,
  'archive.discard': (ctx, { inboxId }) => {
    const inbox = requireInbox(ctx.db, inboxId);
    if (inbox.mergedAt !== null) throw new ProbatumError('archive-merged-already', { name: inbox.fileName });
    ctx.db.prepare('DELETE FROM merge_step WHERE inbox_id = $inboxId').run({ inboxId });
    dropInbox(ctx.db, inboxId);
    return {};
  },
  'archive.openFields': listOpenFields,
  'archive.settle': settleField,
} satisfies Handlers<Extract<OperationName, `archive.${string}`>>;

function requireInbox(db: ReadableDb, id: MergeId) {
  const inbox = findInbox(db, id);
  if (!inbox) throw new ProbatumError('not-found', { what: 'archive', id });
  return inbox;
}
