/**
 * What of an entity goes: statements of this case, less those that rest on withheld exhibits alone, with their citations in this
 * case. Everything that a bundle tells of entities (names, ties, chart, map, timeline, index) is made from these and nothing else,
 * so that what stays cannot come in by another door.
 */
import { shownStatement } from '../../../../shared/domain/entity/shownStatement.ts';
import type { NameQuality } from '../../../../shared/domain/entity/statement.ts';
import { groupBy } from '../../../../shared/kernel/groupBy.ts';
import type { CaseId, EntityId, StatementId } from '../../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../../db/handles.ts';
import { type CitationOfEntity, citationsOfEntities } from '../../entity/index.ts';
import { type LeavingStatement, leavingStatements } from '../../interchange/index.ts';
import { chosenStatements } from './entitySql.ts';

export interface KeptStatement extends Omit<LeavingStatement, 'id' | 'quality'> {
  id: StatementId;
  quality: NameQuality | null;
  isChosen: boolean;
  withdrawnAt: null;
  /** Citations that support it. */
  support: number;
  citations: CitationOfEntity[];
}

export interface Keeping {
  caseId: CaseId;
  /** Exhibits of this bundle; a citation of any other is another case's matter. */
  exhibitIds: ReadonlySet<string>;
  isWithheld(exhibitId: string): boolean;
}

/** By entity, in the order of recording. */
export function keptStatements(
  db: ReadableDb,
  ids: readonly EntityId[],
  { caseId, exhibitIds, isWithheld }: Keeping,
): Map<string, KeptStatement[]> {
  const cited = groupBy(
    citationsOfEntities(db, ids).filter(citation => exhibitIds.has(citation.exhibitId)),
    citation => citation.statementId,
  );
  const chosen = chosenStatements(db, ids);
  const kept = leavingStatements(db, caseId, ids).flatMap((statement): KeptStatement[] => {
    const citations = cited.get(statement.id as StatementId) ?? [];
    if (citations.length > 0 && citations.every(citation => isWithheld(citation.exhibitId))) return [];
    return [
      {
        ...statement,
        id: statement.id as StatementId,
        quality: statement.quality as NameQuality | null,
        isChosen: chosen.has(statement.id),
        withdrawnAt: null,
        support: citations.filter(citation => citation.bearing === 'supports').length,
        citations,
      },
    ];
  });
  kept.sort((left, right) =>
    left.recordedAt === right.recordedAt ? (left.id < right.id ? -1 : 1) : left.recordedAt < right.recordedAt ? -1 : 1,
  );
  return groupBy(kept, statement => statement.canonicalId);
}

/** Ids of those that are shown for their property. */
export function shownIds(statements: readonly KeptStatement[]): Set<string> {
  const properties = new Set(statements.map(statement => statement.property));
  return new Set([...properties].flatMap(property => shownStatement(statements, property)?.id ?? []));
}
