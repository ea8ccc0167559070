import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { CopyKind, CopyProposal, CopyVerdict } from '../../../shared/contract/copy.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireOfCase } from '../case/index.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { sourceLookup } from '../source/index.ts';
import { likenessBetween } from './keepLikeness.ts';
import { countGroups, findGrouped, findLikeness, groupOf, groupsOfCase } from './likenessSql.ts';
import { acceptedAcrossSources, insertVerdict, verdictsOf } from './verdictSql.ts';

interface Alike {
  exhibitId: ExhibitId;
  kind: CopyKind;
  likeness: number | null;
}

export function listForExhibit(
  { db }: QueryContext,
  { exhibitId, offset, limit }: ParsedInputOf<'copy.listForExhibit'>,
): OutputOf<'copy.listForExhibit'> {
  const verdicts = verdictsOf(db, requireExhibit(db, exhibitId).id);
  const alike = alikeTo(db, exhibitId);
  const known = new Set(alike.map(one => one.exhibitId));
  const judged = [...verdicts]
    .filter(([id, { verdict }]) => verdict !== 'open' && !known.has(id))
    .map(([id]): Alike => ({ exhibitId: id, kind: 'text', likeness: null }));
  const all = [...judged, ...alike];
  return {
    rows: all.slice(offset, offset + limit).map(one => toProposal(db, one, verdicts.get(one.exhibitId) ?? null)),
    total: all.length,
  };
}

/** Each other exhibit once, by what makes the two most alike. */
function alikeTo(db: ReadableDb, exhibitId: ExhibitId): Alike[] {
  const best = new Map<ExhibitId, Alike & { likeness: number }>();
  for (const kind of ['text', 'picture'] as const) {
    const mine = findGrouped(db, exhibitId, kind);
    if (!mine) continue;
    for (const other of groupOf(db, mine.firstId ?? mine.id)) {
      const likeness = other.id === mine.id ? null : likenessBetween(mine, other, kind);
      if (likeness !== null && likeness > (best.get(other.exhibitId)?.likeness ?? -1))
        best.set(other.exhibitId, { exhibitId: other.exhibitId, kind, likeness });
    }
  }
  return [...best.values()].sort((left, right) => right.likeness - left.likeness);
}

function toProposal(db: ReadableDb, { exhibitId, kind, likeness }: Alike, verdict: CopyVerdict | null): CopyProposal {
  const { number, title, mediaType, withdrawnAt, sourceId } = requireExhibit(db, exhibitId);
  return { exhibitId, kind, likeness, number, title, mediaType, withdrawn: withdrawnAt !== null, sourceId, verdict };
}

/** So many of a group are named at once. */
const NAMED_OF_GROUP = 20;

export function listForCase(
  { db }: QueryContext,
  { caseId, offset, limit }: ParsedInputOf<'copy.listForCase'>,
): OutputOf<'copy.listForCase'> {
  const groups = groupsOfCase(db, caseId, { offset, limit }).map(({ firstId, kind, size }) => {
    const members = groupOf(db, firstId);
    const first = members.find(one => one.id === firstId);
    const others = members.filter(one => one.id !== firstId);
    const verdicts = first ? verdictsOf(db, first.exhibitId) : new Map<ExhibitId, CopyVerdict>();
    return {
      kind,
      size,
      exhibits: [...(first ? [first] : []), ...others].slice(0, NAMED_OF_GROUP).map(one => named(db, one.exhibitId)),
      undecided: others.filter(one => (verdicts.get(one.exhibitId)?.verdict ?? 'open') === 'open').length,
    };
  });
  return { groups, total: countGroups(db, caseId) };
}

function named(db: ReadableDb, exhibitId: ExhibitId) {
  const { number, title } = requireExhibit(db, exhibitId);
  return { exhibitId, number, title };
}

export function listForSource(
  { db }: QueryContext,
  { sourceId }: ParsedInputOf<'copy.listForSource'>,
): OutputOf<'copy.listForSource'> {
  const pairs = acceptedAcrossSources(db, sourceId);
  if (pairs.length === 0) return [];
  const sources = sourceLookup(db);
  return pairs.map(({ mine, theirs }) => {
    const other = requireExhibit(db, theirs);
    const source = other.sourceId ? sources.get(other.sourceId) : null;
    return { exhibit: named(db, mine), other: { ...named(db, theirs), sourceName: source?.name ?? null } };
  });
}

/** A decision is remembered, and can be followed by another; nothing of the two exhibits changes by it. */
export function decideCopy(
  ctx: CommandContext,
  { exhibitId, otherId, verdict, note }: ParsedInputOf<'copy.decide'>,
): CopyVerdict {
  const exhibit = requireExhibit(ctx.db, exhibitId);
  const other = requireExhibit(ctx.db, otherId);
  if (exhibit.id === other.id) throw new ProbatumError('copy-of-itself', { exhibit: exhibitNumber(exhibit.number) });
  requireOfCase('exhibit', other.caseId, exhibit.caseId);
  const decided: CopyVerdict = { verdict, exhibitId, otherId, note, decidedAt: ctx.now(), decidedBy: ctx.actor };
  insertVerdict(ctx.db, decided);
  const likeness = likenessNow(ctx.db, exhibit.sha256, other.sha256);
  ctx.custody.record({
    action: 'near-copy-decided',
    caseId: exhibit.caseId,
    exhibitId,
    subject: exhibitNumber(exhibit.number),
    sha256: exhibit.sha256,
    details: {
      verdict,
      of: exhibitNumber(other.number),
      ...(likeness === null ? {} : { likeness: `${Math.round(likeness * 100)} %` }),
      ...(note === '' ? {} : { note }),
    },
  });
  return decided;
}

/** What the machine said when the person decided. */
function likenessNow(db: ReadableDb, sha256: string, otherSha256: string): number | null {
  const [mine, theirs] = [findLikeness(db, sha256), findLikeness(db, otherSha256)];
  if (!mine || !theirs) return null;
  return likenessBetween(mine, theirs, 'text') ?? likenessBetween(mine, theirs, 'picture');
}
