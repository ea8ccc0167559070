/** Entities with their statements and judgements, and the views that people saved of them. */
import { z } from 'zod';
import { ChartViewContent } from '../../../../shared/contract/chart.ts';
import { InterchangeFormat } from '../../../../shared/contract/interchange.ts';
import { Entity, IdentityJudgement, Strength } from '../../../../shared/domain/entity/entity.ts';
import { Statement, StatementCitation } from '../../../../shared/domain/entity/statement.ts';
import { Instant } from '../../../../shared/kernel/dates.ts';
import {
  CaseId,
  ChartViewId,
  CitationId,
  EntityId,
  ExhibitId,
  ImportId,
  JudgementId,
  PassageId,
  StatementId,
} from '../../../../shared/kernel/ids.ts';
import { type Concept, field, filledJson, json, plain } from './concept.ts';

const withdrawn = field(plain('withdrawn_at', Instant.nullable()), 'withdrawn');
const person = z.string().max(300);

export const entityConcepts: readonly Concept[] = [
  {
    kind: 'record',
    name: 'entity',
    table: 'entity',
    words: ['entity', 'entities'],
    key: [plain('id', EntityId)],
    frozen: [plain('created_at', Instant), plain('created_by', person)],
    once: [plain('foreign_id', Entity.shape.foreignId)],
    fields: [
      {
        name: 'schema',
        words: 'kind',
        columns: [plain('schema', Entity.shape.schema), plain('kind', Entity.shape.kind)],
      },
      withdrawn,
    ],
  },
  {
    kind: 'membership',
    name: 'case-entity',
    table: 'case_entity',
    words: ['entity of a case', 'entities of cases'],
    key: [plain('case_id', CaseId), plain('entity_id', EntityId)],
    payload: [plain('added_at', Instant)],
  },
  {
    kind: 'record',
    name: 'entity-import',
    table: 'entity_import',
    words: ['import', 'imports'],
    key: [plain('id', ImportId)],
    frozen: [
      plain('case_id', CaseId),
      plain('exhibit_id', ExhibitId),
      plain('format', InterchangeFormat),
      plain('imported_at', Instant),
      plain('imported_by', person),
    ],
    once: [filledJson('mapping', z.json()), json('report', z.json())],
    fields: [],
  },
  {
    kind: 'record',
    name: 'statement',
    table: 'statement',
    words: ['value or tie', 'values and ties'],
    key: [plain('id', StatementId)],
    frozen: [
      plain('entity_id', EntityId),
      plain('case_id', CaseId),
      plain('property', Statement.shape.property),
      plain('value', Statement.shape.value),
      plain('original', Statement.shape.original),
      plain('recorded_at', Instant),
      plain('recorded_by', person),
      plain('import_id', Statement.shape.importId),
      plain('import_row', Statement.shape.importRow),
      plain('supersedes_id', StatementId.nullable()),
    ],
    // Worked out from the value and the entity's schema; kept as it came until the entity is refreshed.
    once: [plain('value_key', z.string())],
    fields: [
      field(plain('target_id', Statement.shape.targetId), 'whom it names'),
      field(plain('language', Statement.shape.language)),
      field(plain('quality', Statement.shape.quality)),
      field(json('detail', Statement.shape.detail), 'role, amount or position'),
      field(plain('from_on', Statement.shape.fromOn), 'from when it held'),
      field(plain('to_on', Statement.shape.toOn), 'until when it held'),
      field(plain('credibility', Statement.shape.credibility)),
      field(plain('note', Statement.shape.note)),
      withdrawn,
    ],
  },
  {
    kind: 'record',
    name: 'statement-citation',
    table: 'statement_citation',
    words: ['citation of a value', 'citations of values'],
    key: [plain('id', CitationId)],
    frozen: [
      plain('statement_id', StatementId),
      plain('passage_id', PassageId),
      plain('quote', StatementCitation.shape.quote),
      plain('page_index', StatementCitation.shape.pageIndex),
      plain('page_label', StatementCitation.shape.pageLabel),
      plain('cited_at', Instant),
      plain('cited_by', person),
    ],
    once: [],
    fields: [
      field(plain('bearing', StatementCitation.shape.bearing)),
      field(plain('credibility', StatementCitation.shape.credibility)),
      withdrawn,
    ],
  },
  {
    kind: 'log',
    name: 'statement-choice',
    table: 'statement_choice',
    words: ['choice of a value', 'choices of values'],
    key: [plain('entity_id', EntityId), plain('property', Statement.shape.property)],
    row: [
      plain('statement_id', StatementId.nullable()),
      plain('reason', z.string()),
      plain('chosen_at', Instant),
      plain('chosen_by', person),
    ],
    latest: { words: 'which value is shown' },
  },
  {
    kind: 'record',
    name: 'entity-judgement',
    table: 'entity_judgement',
    words: ['judgement on who is who', 'judgements on who is who'],
    key: [plain('id', JudgementId)],
    frozen: [
      plain('left_id', EntityId),
      plain('right_id', EntityId),
      plain('verdict', IdentityJudgement.shape.verdict),
      plain('identifier', IdentityJudgement.shape.identifier),
      plain('reason', IdentityJudgement.shape.reason),
      plain('judged_at', Instant),
      plain('judged_by', person),
    ],
    once: [],
    fields: [field(plain('undone_at', Instant.nullable()), 'taken back')],
  },
  {
    kind: 'log',
    name: 'strength-judgement',
    table: 'strength_judgement',
    words: ['judgement on a tie', 'judgements on ties'],
    key: [plain('entity_id', EntityId)],
    row: [
      plain('strength', Strength.nullable()),
      plain('reason', z.string()),
      plain('judged_at', Instant),
      plain('judged_by', person),
    ],
    latest: { words: 'how sure the tie is' },
  },
  {
    kind: 'membership',
    name: 'mention-decision',
    table: 'mention_decision',
    words: ['decision on a mention', 'decisions on mentions'],
    key: [
      plain('entity_id', EntityId),
      plain('exhibit_id', ExhibitId),
      plain('words_key', z.string()),
      plain('page_index', z.number().int()),
      plain('start', z.number().int()),
    ],
    payload: [
      plain('decision', z.enum(['accepted', 'rejected'])),
      plain('citation_id', CitationId.nullable()),
      plain('passage_id', PassageId.nullable()),
      plain('decided_at', Instant),
      plain('decided_by', person),
    ],
  },
  {
    kind: 'record',
    name: 'chart-view',
    table: 'chart_view',
    words: ['saved chart', 'saved charts'],
    key: [plain('id', ChartViewId)],
    frozen: [plain('case_id', CaseId)],
    once: [],
    fields: [
      {
        name: 'content',
        words: 'what it shows',
        columns: [
          plain('name', z.string().min(1).max(200)),
          json('content', ChartViewContent),
          plain('saved_at', Instant),
          plain('saved_by', person),
        ],
      },
      withdrawn,
    ],
  },
];
