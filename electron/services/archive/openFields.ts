/** Fields with several values on record that nobody decided between, and deciding. */
import type { OpenField } from '../../../shared/contract/archive.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { decideState, isOpen } from '../../../shared/domain/archive/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { settleEntities } from '../entity/index.ts';
import { type Concept, conceptNamed } from './concepts/index.ts';
import { hereOf } from './here.ts';
import { labelOf, valueText } from './labels.ts';
import { findRecord, readRecord } from './localRecords.ts';
import { fieldNamed, type RecordState } from './recordState.ts';
import { writeRecord } from './writeRecord.ts';

export function listOpenFields(
  ctx: QueryContext,
  { caseId }: ParsedInputOf<'archive.openFields'>,
): OutputOf<'archive.openFields'> {
  const here = hereOf(ctx.db, ctx.now());
  return ctx.db
    .prepare('SELECT concept, id FROM record_version WHERE open_fields > 0 ORDER BY concept, id')
    .all()
    .flatMap(row => {
      const concept = conceptNamed(String(row['concept']));
      const state = concept && readRecord(ctx.db, here, concept, String(row['id']));
      if (!concept || !state || !belongsTo(ctx.db, caseId, concept, state)) return [];
      return openFieldsOf(ctx.db, concept, state);
    });
}

function openFieldsOf(db: ReadableDb, concept: Concept, state: RecordState): OpenField[] {
  return [...state.fields].flatMap(([name, versions]) =>
    isOpen(versions)
      ? [
          {
            concept: concept.name,
            conceptWords: concept.words[0],
            recordId: state.id,
            label: labelOf(db, concept, state),
            field: name,
            words: concept.kind === 'record' ? (fieldNamed(concept.fields, name)?.words ?? name) : '',
            values: versions.map(({ value, by, team, at }) => ({ text: valueText(value), by, team, at })),
          },
        ]
      : [],
  );
}

/** Sources and entities are of the whole vault; what names its case, or something of it, is of that one. */
function belongsTo(db: ReadableDb, caseId: CaseId, concept: Concept, { id, frozen }: RecordState): boolean {
  if (concept.name === 'case') return id === caseId;
  if (frozen['case_id'] !== undefined) return frozen['case_id'] === caseId;
  const exhibitId = frozen['exhibit_id'];
  if (typeof exhibitId === 'string')
    return (
      db.prepare('SELECT case_id AS caseId FROM exhibit WHERE id = $exhibitId').get({ exhibitId })?.['caseId'] ===
      caseId
    );
  const findingId = frozen['finding_id'];
  if (typeof findingId === 'string')
    return (
      db.prepare('SELECT case_id AS caseId FROM finding WHERE id = $findingId').get({ findingId })?.['caseId'] ===
      caseId
    );
  return true;
}

export function settleField(
  ctx: CommandContext,
  { concept: name, recordId, field, choice }: ParsedInputOf<'archive.settle'>,
): Record<string, never> {
  const concept = conceptNamed(name);
  const here = hereOf(ctx.db, ctx.now());
  const state = concept && findRecord(ctx.db, here, concept, recordId);
  const versions = state?.fields.get(field);
  const chosen = versions?.[choice];
  if (!concept || !state || !versions || !chosen)
    throw new ProbatumError('not-found', { what: 'version', id: recordId });
  const author = { by: here.actor, team: here.team, at: here.now };
  const fields = new Map([[field, decideState([versions], chosen.value, here.vaultId, author)]]);
  writeRecord({ db: ctx.db, inboxId: null, here, decisionOf: () => undefined }, concept, state, {
    ...state,
    fields,
    rows: [],
  });
  if (concept.name === 'statement') settleEntities(ctx, [state.frozen['entity_id'] as EntityId]);
  if (concept.name === 'entity') settleEntities(ctx, [recordId as EntityId]);
  ctx.custody.record({
    action: 'versions-settled',
    subject: recordId,
    details: { concept: concept.words[0], field, value: valueText(chosen.value), by: chosen.by, team: chosen.team },
  });
  return {};
}
