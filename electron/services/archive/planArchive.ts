/** What an archive would hold and what stays, and why: the same for the pre-flight and for sealing. */
import type { ArchivePreFlight, ArchiveSelection } from '../../../shared/contract/archive.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { strictestMark } from '../../../shared/domain/handlingMark.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { toCount, toJson } from '../../db/rows.ts';
import { requireCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import { type Withheld, type Withholding, withholdingOf } from '../departure/index.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { exhibitsToRedact } from '../redaction/index.ts';
import { confidentialSources } from '../source/index.ts';
import { concepts } from './concepts/index.ts';
import { type Archived, parametersOf, selectForArchive } from './selection.ts';
import { conditions } from './selectionSql.ts';

export interface ArchivePlan {
  archived: Archived;
  going: Exhibit[];
  withheld: Withheld[];
  withholding: Withholding;
}

/** @throws never-leaves, archive-empty */
export function planArchive(db: ReadableDb, choice: ArchiveSelection): ArchivePlan {
  const { caseId, findingIds, leaveOut } = choice;
  const about = requireCase(db, caseId);
  requireMayLeave(db, { caseId });
  const withholding = withholdingOf(db, about.handlingMark, choice);
  // What the sender leaves out is asked for too, so that it is told among what stays.
  const wanted = selectForArchive(db, { caseId, findingIds, leftOutIds: [] });
  const kept = withholding.withheld([...wanted.exhibits].map(id => requireExhibit(db, id)));
  const leftOutIds = [...leaveOut, ...kept.map(({ exhibit }) => exhibit.id)];
  const archived = leftOutIds.length === 0 ? wanted : selectForArchive(db, { caseId, findingIds, leftOutIds });
  const withheld = [...kept, ...insideOfThese(db, wanted, archived, kept)].sort(
    (left, right) => left.exhibit.number - right.exhibit.number,
  );
  if (archived.exhibits.size + archived.findings.size + archived.entities.size === 0)
    throw new ProbatumError('archive-empty', { reference: about.reference });
  return { archived, going: [...archived.exhibits].map(id => requireExhibit(db, id)), withheld, withholding };
}

/** An attachment does not arrive without its message: what came inside of what stays, stays with it. */
function insideOfThese(db: ReadableDb, wanted: Archived, archived: Archived, kept: readonly Withheld[]): Withheld[] {
  const told = new Set<string>(kept.map(({ exhibit }) => exhibit.id));
  return [...wanted.exhibits].flatMap(id => {
    if (archived.exhibits.has(id) || told.has(id)) return [];
    const exhibit = requireExhibit(db, id);
    const holder = exhibit.parentId === null ? null : exhibitNumber(requireExhibit(db, exhibit.parentId).number);
    return [{ exhibit, reason: holder === null ? 'it stays' : `it came inside ${holder}, which stays`, because: '' }];
  });
}

export function preFlightOfArchive(db: ReadableDb, choice: ArchiveSelection): ArchivePreFlight {
  const { archived, going, withheld } = planArchive(db, choice);
  const about = requireCase(db, choice.caseId);
  const parameters = parametersOf(archived);
  const sources = new Set<string>(archived.sources);
  const confidential = confidentialSources(db).filter(({ id }) => sources.has(id));
  const disclosed = new Set<string>(choice.disclose);
  return {
    counts: concepts.flatMap(({ name, table, words }) => {
      const sql = `SELECT count(*) AS n FROM ${table} WHERE ${conditions[name] ?? '0'}`;
      const count = toCount(db.prepare(sql).get(parameters));
      return count === 0 ? [] : [{ concept: name, words: words[count === 1 ? 0 : 1], count }];
    }),
    exhibitCount: going.length,
    items: going.map(({ id, number, title, handlingMark, sizeBytes }) => ({
      exhibitId: id,
      exhibitNumber: number,
      title,
      handlingMark,
      sizeBytes,
    })),
    stays: withheld.map(({ exhibit, reason, because }) => ({
      what: 'exhibit' as const,
      name: exhibitNumber(exhibit.number),
      why: reason,
      because,
      exhibitId: exhibit.id,
    })),
    sizeBytes: toCount(
      db
        .prepare(`SELECT sum(size_bytes) AS n FROM document WHERE sha256 IN
          (SELECT sha256 FROM exhibit JOIN json_each($ids) wanted ON exhibit.id = wanted.value)`)
        .get({ ids: toJson([...archived.exhibits]) }),
    ),
    strictestMark: strictestMark([about.handlingMark, ...going.map(exhibit => exhibit.handlingMark)]),
    confidential: confidential.map(({ id, name, codeName }) => ({ id, name, codeName: codeName ?? '' })),
    concerns: [
      ...(about.isExercise ? [note(`${about.reference} is an exercise, and the archive says so.`)] : []),
      ...(archived.isWhole
        ? []
        : [note('Part of the case stays: compiled reports and saved charts, which show all of it, stay as well.')]),
      ...(withheld.length > 0
        ? [
            warn(
              `What rests only on ${withheld.length === 1 ? exhibitNumber(withheld[0]?.exhibit.number ?? 0) : `the ${withheld.length} exhibits that stay`} stays too: passages, citations, values. The other team may see a lower status for a finding.`,
            ),
          ]
        : []),
      ...wholeThough(db, choice.caseId, going),
      ...confidential.map(({ id, name, codeName }) =>
        disclosed.has(id)
          ? warn(`The name of a confidential source goes: ${name}.`)
          : note(`${codeName || 'A confidential source'} goes by its code name; what names it stays.`),
      ),
      note('Exhibits go as they were admitted, with the data inside them that tells who made them, when and where.'),
    ],
  };
}

/** Somebody meant that they must not leave whole. */
function wholeThough(db: ReadableDb, caseId: CaseId, going: readonly Exhibit[]): ArchivePreFlight['concerns'] {
  const meant = exhibitsToRedact(db, caseId);
  return going.flatMap(({ id, number }) =>
    meant.has(id)
      ? [
          {
            ...warn(
              `${exhibitNumber(number)} goes whole, with all that is cited of it, though it is marked for redaction or has a redacted copy.`,
            ),
            exhibitId: id,
          },
        ]
      : [],
  );
}

function note(sentence: string): ArchivePreFlight['concerns'][number] {
  return { severity: 'note', sentence, exhibitId: null };
}

function warn(sentence: string): ArchivePreFlight['concerns'][number] {
  return { severity: 'warn', sentence, exhibitId: null };
}
