/** How sure what is stated of entities is, by what of it goes: the case's standard over citations of this case alone. */
import { strengthOf } from '../../../../shared/domain/entity/strength.ts';
import { printedSourceName } from '../../../../shared/domain/source.ts';
import type { EvidenceItem } from '../../../../shared/domain/standard.ts';
import type { ReadableDb } from '../../../db/handles.ts';
import { type CitationOfEntity, evidenceOf } from '../../entity/index.ts';
import { disclosed } from '../../report/index.ts';
import { sourceLookup } from '../../source/index.ts';
import type { GatheredBundle } from '../gatherBundle.ts';

/** Reasons name sources as they are printed. */
export function weighing(db: ReadableDb, { input, choice }: GatheredBundle) {
  const sources = sourceLookup(db);
  const nameOf = (id: string): string => {
    const [source] = disclosed(sources.get(id), choice);
    return source ? printedSourceName(source) : 'an unknown source';
  };
  const toItem = (one: CitationOfEntity): EvidenceItem => {
    const [source] = one.sourceId ? disclosed(sources.get(one.sourceId), choice) : [];
    return evidenceOf(
      one,
      source ? { id: source.id, name: printedSourceName(source), reliability: source.reliability } : null,
    );
  };
  return (citations: readonly CitationOfEntity[]) =>
    strengthOf({
      standard: input.case.standard,
      items: citations.map(toItem),
      originsOf: sources.originsOf,
      sourceName: nameOf,
    });
}
