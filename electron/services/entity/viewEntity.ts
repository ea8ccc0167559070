/** One entity, whole: what is stated of all that is merged in it, what is shown, its ties, and the judgements on it. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { checkValue } from '../../../shared/domain/entity/checkValue.ts';
import { hintOf } from '../../../shared/domain/entity/caption.ts';
import { heldOn, shownStatement } from '../../../shared/domain/entity/shownStatement.ts';
import type { StatementView } from '../../../shared/domain/entity/statement.ts';
import { valueContextOf } from '../../../shared/domain/entity/valueContext.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { kindOfSchema } from '../../../shared/domain/ftm/index.ts';
import { ExhibitId, type EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';
import type { QueryContext } from '../context.ts';
import { linksOf } from './entityLinks.ts';
import { requireCanonical, schemaOf } from './entityService.ts';
import { casesOfEntities, chipsOf, membersOf } from './entitySql.ts';
import { judgementsTouching } from './judgementSql.ts';
import { citationsForView } from './statementCitationSql.ts';
import { choicesOf, statementsOf } from './statementSql.ts';
import { strengthsOf } from './strengths.ts';

export function viewEntity(
  { db }: QueryContext,
  { entityId, asAt }: ParsedInputOf<'entity.get'>,
): OutputOf<'entity.get'> {
  const canonical = requireCanonical(db, entityId);
  const members = membersOf(db, canonical.id);
  const schema = schemaOf(members);
  const chip = chipsOf(db, [canonical.id]).get(canonical.id);
  const judgements = judgementsTouching(
    db,
    members.map(member => member.id),
  );
  const judged = chipsOf(
    db,
    judgements.flatMap(({ leftId, rightId }) => [leftId, rightId]),
  );
  const records = recordChips(
    db,
    judgements.flatMap(({ leftId, rightId }) => [leftId, rightId]),
  );
  const strength = strengthsOf(db, [canonical.id]).get(canonical.id);
  return {
    id: canonical.id,
    schema,
    kind: kindOfSchema(schema),
    caption: chip?.caption ?? '',
    hint: chip?.hint ?? '',
    members,
    cases: casesOfEntities(db, [canonical.id]).map(({ id, reference, title }) => ({ id, reference, title })),
    statements: viewStatements(db, canonical.id, schema, asAt),
    links: linksOf(db, canonical.id, asAt),
    judgements: judgements.flatMap(judgement => {
      const left = records.get(judgement.leftId) ?? judged.get(judgement.leftId);
      const right = records.get(judgement.rightId) ?? judged.get(judgement.rightId);
      return left && right ? [{ ...judgement, left, right }] : [];
    }),
    strength: strength?.strength ?? 'possible',
    strengthJudgement: strength?.judgement ?? null,
    strengthReasons: strength?.reasons ?? [],
    withdrawnAt: canonical.withdrawnAt,
  };
}

/** Each record under the name and the telling value that it has by itself: of two that are merged the chip of the whole would say the same twice. */
function recordChips(db: ReadableDb, ids: readonly EntityId[]) {
  const chips = chipsOf(db, ids);
  const names = db
    .prepare(`SELECT entity_id AS id, statement.value FROM json_each($ids) wanted JOIN statement ON entity_id = wanted.value
      WHERE property IN ('name', 'full', 'publicKey') AND withdrawn_at IS NULL ORDER BY recorded_at DESC, statement.id DESC`)
    .all({ ids: toJson([...new Set(ids)]) });
  const own = new Map(names.map(row => [String(row['id']), String(row['value'])]));
  return new Map(
    ids.flatMap(id => {
      const chip = chips.get(id);
      if (!chip) return [];
      const stated = statementsOf(db, chip.id)
        .filter(one => one.entityId === id)
        .map(one => ({ ...one, support: 0, isChosen: false }));
      const hint = hintOf(chip.schema, stated);
      return [[id, { ...chip, id, caption: own.get(id) ?? chip.caption, hint }] as const];
    }),
  );
}

export function viewStatements(
  db: ReadableDb,
  canonicalId: EntityId,
  schema: string,
  asAt: string | null,
): StatementView[] {
  const statements = statementsOf(db, canonicalId).filter(one => heldOn(one, asAt));
  const citations = new Map<string, StatementView['citations']>();
  for (const citation of citationsForView(db, canonicalId))
    citations.set(citation.statementId, [...(citations.get(citation.statementId) ?? []), citation]);
  const choices = choicesOf(db, canonicalId);
  const targets = chipsOf(
    db,
    statements.flatMap(one => (one.targetId === null ? [] : [one.targetId])),
  );
  const imports = importsOf(
    db,
    statements.flatMap(one => (one.importId === null ? [] : [one.importId])),
  );
  const weighed = statements.map(one => ({
    ...one,
    citations: citations.get(one.id) ?? [],
    support: (citations.get(one.id) ?? []).filter(citation => citation.bearing === 'supports').length,
    isChosen: choices.get(one.property) === one.id,
  }));
  const context = valueContextOf(statements);
  return weighed.map(({ support: _, ...one }) => {
    const target = one.targetId === null ? undefined : targets.get(one.targetId);
    const from = one.importId === null ? undefined : imports.get(one.importId);
    const check = checkValue(schema, one.property, one.value, context);
    return {
      ...one,
      targetCaption: target?.caption ?? null,
      targetCanonicalId: target?.id ?? null,
      isShown: shownStatement(weighed, one.property)?.id === one.id,
      check: check && { valid: check.valid, sentence: check.sentence },
      importedFrom: from ? { ...from, row: one.importRow } : null,
    };
  });
}

function importsOf(db: ReadableDb, ids: readonly string[]): Map<string, { exhibitId: ExhibitId; name: string }> {
  const rows = db
    .prepare(`SELECT entity_import.id, exhibit.id AS exhibitId, number, file_name AS fileName
      FROM json_each($ids) wanted JOIN entity_import ON entity_import.id = wanted.value JOIN exhibit ON exhibit.id = exhibit_id`)
    .all({ ids: toJson([...new Set(ids)]) });
  return new Map(
    rows.map(row => [
      String(row['id']),
      {
        exhibitId: ExhibitId.parse(row['exhibitId']),
        name: `${exhibitNumber(Number(row['number']))} ${String(row['fileName'])}`,
      },
    ]),
  );
}
