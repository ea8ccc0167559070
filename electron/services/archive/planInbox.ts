/** Compares each record of an opened archive with what is here, and keeps what would change for people to decide on. */
import type { ChangeDecision } from '../../../shared/contract/archive.ts';
import { compareVersions, sameValue, type Version, versionOf } from '../../../shared/domain/archive/index.ts';
import type { MergeId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { fromJson } from '../../db/rows.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import { type Change, changesOf } from './changes.ts';
import { isConcealed } from './conceal.ts';
import { type Concept, conceptNamed } from './concepts/index.ts';
import { hereOf } from './here.ts';
import { insertChange, insertProblem, recordsAfter } from './inboxSql.ts';
import { labelOf, valueText } from './labels.ts';
import { findRecord } from './localRecords.ts';
import { fromLine, RecordLine, type RecordState } from './recordState.ts';
import { NameConcealer } from '../../../shared/domain/report/index.ts';
import { confidentialSources } from '../source/index.ts';

const recordsAtOnce = 300;

export async function planInbox(ctx: JobContext, inboxId: MergeId): Promise<void> {
  const concealer = new NameConcealer(confidentialSources(ctx.query().db));
  let position = 0;
  let done = 0;
  for (let after = -1; ; ) {
    ctx.signal.throwIfAborted();
    const rows = recordsAfter(ctx.query().db, inboxId, after, recordsAtOnce);
    if (rows.length === 0) return;
    after = rows.at(-1)?.position ?? after;
    ctx.write(({ db, now }) => {
      const here = hereOf(db, now());
      for (const row of rows) {
        const concept = conceptNamed(row.concept);
        if (!concept) continue;
        const theirs = fromLine(concept.name, RecordLine.parse(JSON.parse(row.record)));
        const mine = findRecord(db, here, concept, theirs.id);
        if (
          concept.kind === 'record' &&
          mine !== null &&
          !sameValue(mine.frozen, theirs.frozen) &&
          !isConcealed(mine.frozen, theirs.frozen, concealer)
        )
          insertProblem(db, inboxId, frozenSentence(db, concept, mine, theirs));
        for (const change of changesOf(concept, mine, theirs)) {
          if (isRefused(db, concept.name, theirs, change)) continue;
          insertChange(db, {
            inboxId,
            position,
            concept: concept.name,
            id: theirs.id,
            field: change.field,
            kind: change.kind,
            label: labelOf(db, concept, mine ?? theirs),
            words: change.words,
            mine: valueText(change.mine),
            theirs: valueText(change.theirs),
            ...change.author,
            decision: defaultDecision(change),
          });
          position += 1;
        }
      }
    });
    done += rows.length;
    ctx.report({ done, total: null, unit: 'record', note: 'comparing with what is here' });
  }
}

function defaultDecision({ kind }: Change): ChangeDecision {
  return kind === 'conflict' ? 'both' : 'accept';
}

/** Frozen for good: where it differs all the same, somebody worked on a copy of the vault, or changed the archive. */
function frozenSentence(db: ReadableDb, concept: Concept, mine: RecordState, theirs: RecordState): string {
  const names = Object.keys(mine.frozen).filter(
    name => !sameValue(mine.frozen[name] ?? null, theirs.frozen[name] ?? null),
  );
  return `The ${concept.words[0]} “${labelOf(db, concept, mine)}” differs from yours in what can never change (${names.join(', ').replaceAll('_', ' ')}). Yours stays as it is; ask the other team how theirs came about.`;
}

/** What was kept out before is not offered again until somebody changes it. */
export function isRefused(
  db: ReadableDb,
  concept: string,
  theirs: RecordState,
  change: Pick<Change, 'field'>,
): boolean {
  const row = db
    .prepare('SELECT version FROM refused_change WHERE concept = $concept AND id = $id AND field = $field')
    .get({ concept, id: theirs.id, field: change.field });
  if (!row) return false;
  const order = compareVersions(offeredVersion(theirs), fromJson(row['version']) as Version);
  return order === 'same' || order === 'older';
}

/** Of a record as a whole: all that its fields have seen, and of a log how many rows it has. */
export function offeredVersion({ fields, rows }: RecordState): Version {
  // Summed, not joined: each further change of any field then counts.
  const sum: Record<string, number> = { rows: rows.length + 1 };
  for (const state of fields.values())
    for (const [vault, count] of Object.entries(versionOf(state))) sum[vault] = (sum[vault] ?? 0) + count;
  return sum;
}
