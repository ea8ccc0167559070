/**
 * The job that merges an opened archive by what was decided: what it brings is read in first, then everything is written in one
 * transaction, with what is needed to take it back. A kill at any moment leaves the vault as it was, or merged.
 */
import { z } from 'zod';
import type { ChangeDecision } from '../../../shared/contract/archive.ts';
import { mergeable } from '../../../shared/domain/archive/index.ts';
import { NameConcealer } from '../../../shared/domain/report/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { MergeId } from '../../../shared/kernel/ids.ts';
import type { WritableDb } from '../../db/handles.ts';
import type { Job } from '../../jobs/jobContext.ts';
import type { CommandContext } from '../context.ts';
import { confidentialSources } from '../source/index.ts';
import {
  adoptDocuments,
  adoptRenditions,
  bringContents,
  type Brought,
  dropBrought,
  followReading,
} from './bringContents.ts';
import { changesOf } from './changes.ts';
import { isConcealed } from './conceal.ts';
import { type Concept, conceptNamed } from './concepts/index.ts';
import { Follower } from './followMerge.ts';
import { hereOf } from './here.ts';
import { decisionKey, decisionsOf, findInbox, insertProblem, markMerged, recordsAfter } from './inboxSql.ts';
import { keepPostponed } from './keepPostponed.ts';
import { labelOf } from './labels.ts';
import { findRecord, type Here } from './localRecords.ts';
import { isRefused, offeredVersion } from './planInbox.ts';
import { insertReceivedEvent } from './receivedCustody.ts';
import { fromLine, RecordLine, type RecordState } from './recordState.ts';
import { refuseRecord, writeRecord } from './writeRecord.ts';

export const MergeInput = z.object({ inboxId: MergeId, path: z.string() });
export type MergeInput = z.infer<typeof MergeInput>;

export interface Merged {
  inboxId: MergeId;
  added: number;
  changed: number;
  left: number;
  problems: number;
}

export const mergeArchive: Job<MergeInput, Merged> = async (ctx, { inboxId, path }) => {
  const inbox = findInbox(ctx.query().db, inboxId);
  if (!inbox) throw new ProbatumError('not-found', { what: 'archive', id: inboxId });
  const brought = await bringContents(ctx, inboxId, path);
  try {
    ctx.report({ done: 0, total: null, unit: 'record', note: 'merging' });
    const merged = ctx.write(command => mergeAll(command, inboxId, brought));
    ctx.announce('archive', ...mergeable);
    return merged;
  } catch (error) {
    dropBrought(ctx, brought);
    throw error;
  }
};

const recordsAtOnce = 500;

function mergeAll(ctx: CommandContext, inboxId: MergeId, brought: Brought): Merged {
  const { db } = ctx;
  const here = hereOf(db, ctx.now());
  const decisions = decisionsOf(db, inboxId);
  adoptDocuments(db, inboxId, brought, documentsWanted(db, inboxId, decisions), ctx.now());
  const heads = adoptRenditions(db, inboxId, brought);
  brought.clear();
  const tally = { added: 0, changed: 0, left: 0, problems: 0 };
  const follower = new Follower(ctx);
  const concealer = new NameConcealer(confidentialSources(db));
  for (let after = -1; ; ) {
    const rows = recordsAfter(db, inboxId, after, recordsAtOnce);
    if (rows.length === 0) break;
    after = rows.at(-1)?.position ?? after;
    for (const row of rows) {
      const concept = conceptNamed(row.concept);
      if (!concept) {
        if (insertReceivedEvent(db, inboxId, row.id, row.record) === 'forked') tally.problems += 1;
        continue;
      }
      const theirs = fromLine(concept.name, RecordLine.parse(JSON.parse(row.record)));
      const outcome = mergeOne(db, inboxId, here, decisions, concept, theirs, concealer);
      if (outcome === 'nothing') continue;
      tally[outcome] += 1;
      if (outcome === 'added' || outcome === 'changed') follower.touched(concept, theirs);
    }
  }
  for (const head of heads) followReading(db, head);
  follower.follow();
  const outcome = outcomeWords(tally);
  markMerged(db, inboxId, ctx.now(), outcome);
  keepPostponed(db, inboxId);
  const inbox = findInbox(db, inboxId);
  ctx.custody.record({
    action: 'archive-merged',
    caseId: inbox?.about.case.id ?? null,
    subject: inbox?.fileName ?? inboxId,
    details: {
      from: `${inbox?.about.person ?? ''}, ${inbox?.about.team ?? ''}`,
      archive: inbox?.sha256 ?? '',
      head: inbox?.about.custodyHead.hash ?? '',
      added: String(tally.added),
      changed: String(tally.changed),
      left: String(tally.left),
      problems: String(tally.problems),
    },
  });
  return { inboxId, ...tally };
}

type OneOutcome = 'added' | 'changed' | 'left' | 'problems' | 'nothing';

function mergeOne(
  db: WritableDb,
  inboxId: MergeId,
  here: Here,
  decisions: ReadonlyMap<string, ChangeDecision>,
  concept: Concept,
  theirs: RecordState,
  concealer: NameConcealer,
): OneOutcome {
  const mine = findRecord(db, here, concept, theirs.id);
  const decisionOf = (field: string) => decisions.get(decisionKey(concept.name, theirs.id, field));
  const writing = { db, inboxId, here, decisionOf };
  const changes = changesOf(concept, mine, theirs);
  if (mine === null) {
    if (changes.length === 0 || isRefused(db, concept.name, theirs, { field: '' })) return 'nothing';
    if (decisionOf('') === 'postpone') return 'left';
    if (decisionOf('') === 'mine') {
      refuseRecord(writing, concept, theirs.id, offeredVersion(theirs));
      return 'left';
    }
  }
  try {
    // Where nothing changes to the eye, what they have seen is still taken over: it says what is newer the next time.
    writeRecord(writing, concept, mine, mine ? keepingOwn(mine, theirs, concealer) : theirs);
  } catch (error) {
    insertProblem(db, inboxId, problemSentence(db, concept, theirs, error));
    return 'problems';
  }
  if (mine === null) return 'added';
  if (changes.length === 0) return 'nothing';
  return changes.every(({ field }) => ['mine', 'postpone'].includes(decisionOf(field) ?? '')) ? 'left' : 'changed';
}

/** A code name that comes back is no change of the name. */
function keepingOwn(mine: RecordState, theirs: RecordState, concealer: NameConcealer): RecordState {
  return isConcealed(mine.frozen, theirs.frozen, concealer) ? { ...theirs, frozen: mine.frozen } : theirs;
}

function problemSentence(db: WritableDb, concept: Concept, theirs: RecordState, error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const why = /FOREIGN KEY/i.test(text)
    ? 'what it belongs to was left out or is not in the archive'
    : /UNIQUE/i.test(text)
      ? 'there is another with the same number or name'
      : `the vault refused it (${text.slice(0, 120)})`;
  return `The ${concept.words[0]} “${labelOf(db, concept, theirs)}” was not taken in: ${why}.`;
}

/** Of the documents that come, those whose exhibit is taken in. */
function documentsWanted(
  db: WritableDb,
  inboxId: MergeId,
  decisions: ReadonlyMap<string, ChangeDecision>,
): Set<string> {
  return new Set(
    db
      .prepare(
        `SELECT id, json_extract(record, '$.frozen.sha256') AS sha256 FROM inbox_record WHERE inbox_id = $inboxId AND concept = 'exhibit'`,
      )
      .all({ inboxId })
      .filter(row => !['mine', 'postpone'].includes(decisions.get(decisionKey('exhibit', String(row['id']), '')) ?? ''))
      .map(row => String(row['sha256'])),
  );
}

function outcomeWords({ added, changed, left, problems }: Omit<Merged, 'inboxId'>): string[] {
  const many = (count: number, words: string) => (count === 0 ? [] : [`${count} ${words}`]);
  const said = [
    ...many(added, 'added'),
    ...many(changed, 'changed'),
    ...many(left, 'left as they were'),
    ...many(problems, 'could not be taken in'),
  ];
  return said.length === 0 ? ['nothing that was not here already'] : said;
}
