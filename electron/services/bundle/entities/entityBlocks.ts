/** The list of entities and what is said of each, a block at a time: read from the vault when the block is written. */
import {
  type BundleEntity,
  BundleEntityBlock,
  BundleEntityIndex,
  type BundleStatement,
} from '../../../../shared/domain/bundle/bundleEntity.ts';
import { ENTITIES_AT_ONCE } from '../../../../shared/domain/bundle/bundlePaths.ts';
import type { BundleCitation } from '../../../../shared/domain/bundle.ts';
import { schemaOrThing, valuesOfType } from '../../../../shared/domain/ftm/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../../db/handles.ts';
import type { GatheredBundle } from '../gatherBundle.ts';
import { bundlePassages } from '../toBundlePassage.ts';
import { type KeptStatement, keptStatements, shownIds } from './keptStatements.ts';
import type { EntitySurvey, Surveyed } from './survey.ts';
import { UNNAMED } from './surveyRows.ts';
import { nameIn, tiesByEntity } from './tiesOf.ts';

export interface EntityBlocks {
  index: BundleEntityIndex;
  blockCount: number;
  block(index: number): BundleEntityBlock;
}

export function entityBlocks(db: ReadableDb, survey: EntitySurvey, gathered: GatheredBundle): EntityBlocks {
  const { concealer } = gathered;
  const tiesOf = tiesByEntity(survey);
  const ids = [...survey.entities.keys()] as EntityId[];
  return {
    index: BundleEntityIndex.parse(
      concealer.concealIn(
        [...survey.entities.values()].map((entity, at) => ({
          ...nameIn(entity),
          block: Math.floor(at / ENTITIES_AT_ONCE),
          statementCount: entity.statementCount,
          citationCount: entity.citationCount,
          tieCount: tiesOf(entity.id).length,
        })),
      ),
    ),
    blockCount: Math.ceil(ids.length / ENTITIES_AT_ONCE),
    block: index => {
      const wanted = ids.slice(index * ENTITIES_AT_ONCE, (index + 1) * ENTITIES_AT_ONCE);
      const kept = keptStatements(db, wanted, survey.keeping);
      const passageIds = new Set(
        [...kept.values()].flatMap(list =>
          list.flatMap(one => one.citations.map(citation => citation.passageId as string)),
        ),
      );
      const entities = wanted.flatMap((id): BundleEntity[] => {
        const entity = survey.entities.get(id);
        return entity ? [toEntity(entity, kept.get(id) ?? [], survey, gathered, tiesOf)] : [];
      });
      const passages = bundlePassages(db, [...passageIds].sort(), gathered);
      return BundleEntityBlock.parse(concealer.concealIn({ entities, passages }));
    },
  };
}

function toEntity(
  entity: Surveyed,
  statements: readonly KeptStatement[],
  survey: EntitySurvey,
  gathered: GatheredBundle,
  tiesOf: ReturnType<typeof tiesByEntity>,
): BundleEntity {
  const shown = shownIds(statements);
  const order = new Map([...schemaOrThing(entity.schema).properties.keys()].map((name, at) => [name, at]));
  const sorted = statements
    .map(one => toStatement(one, entity, shown.has(one.id), survey, gathered))
    .sort(
      (left, right) =>
        (order.get(left.property) ?? Infinity) - (order.get(right.property) ?? Infinity) ||
        (left.property < right.property ? -1 : left.property > right.property ? 1 : 0) ||
        Number(right.isShown) - Number(left.isShown),
    );
  return {
    ...nameIn(entity),
    schemaLabel: schemaOrThing(entity.schema).label,
    strength: entity.kind === 'thing' ? null : entity.strength,
    statements: sorted,
    ties: tiesOf(entity.id),
  };
}

function toStatement(
  one: KeptStatement,
  { schema }: Surveyed,
  isShown: boolean,
  { entities }: EntitySurvey,
  gathered: GatheredBundle,
): BundleStatement {
  const property = schemaOrThing(schema).properties.get(one.property);
  const target = one.targetId === null ? null : entities.get(one.targetId);
  const targetCaption = target?.caption ?? UNNAMED;
  const isTied = one.targetId !== null;
  return {
    id: one.id,
    property: one.property,
    label: property?.label ?? one.property,
    value: isTied ? (target?.id ?? '') : one.value,
    words: isTied ? targetCaption : (valuesOfType(property?.type ?? '')?.[one.value] ?? one.value),
    original: one.original,
    language: one.language,
    quality: one.quality,
    detail: one.detail,
    fromOn: one.fromOn,
    toOn: one.toOn,
    credibility: one.credibility as BundleStatement['credibility'],
    note: one.note,
    isShown,
    target: isTied ? { id: target?.id ?? null, caption: targetCaption } : null,
    citations: one.citations.map(citation => toCitation(citation, gathered)),
  };
}

function toCitation(
  { id, passageId, bearing, credibility, quote, exhibitId }: KeptStatement['citations'][number],
  { withholding }: GatheredBundle,
): BundleCitation {
  const why = withholding.reasonOf(exhibitId);
  return {
    id,
    passageId,
    bearing,
    credibility,
    quote: why === null ? quote : `[words withheld: ${why}]`,
    rebuttal: '',
  };
}
