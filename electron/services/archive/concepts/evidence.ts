/** Cases, sources, exhibits, passages, translations and what was decided about them. */
import { z } from 'zod';
import { CopyVerdict } from '../../../../shared/contract/copy.ts';
import { CaseRecord } from '../../../../shared/domain/caseRecord.ts';
import { Exhibit, ExhibitCopy } from '../../../../shared/domain/exhibit.ts';
import { Passage, PassageQuote } from '../../../../shared/domain/passage.ts';
import { ProposalDecision } from '../../../../shared/domain/proposal/index.ts';
import { Source, SourceGrade } from '../../../../shared/domain/source.ts';
import { Translation } from '../../../../shared/domain/translation.ts';
import { Instant } from '../../../../shared/kernel/dates.ts';
import {
  CaseId,
  ExhibitId,
  PassageId,
  RenditionId,
  SourceId,
  TranslationId,
  VaultId,
} from '../../../../shared/kernel/ids.ts';
import { type Concept, field, flag, json, listField, plain } from './concept.ts';

const withdrawn = field(plain('withdrawn_at', Instant.nullable()), 'withdrawn');
const person = z.string().max(300);

export const evidenceConcepts: readonly Concept[] = [
  {
    kind: 'record',
    name: 'case',
    table: 'case_record',
    words: ['case', 'cases'],
    key: [plain('id', CaseId)],
    frozen: [
      flag('is_exercise', CaseRecord.shape.isExercise),
      plain('created_at', Instant),
      // The vault that opened it: its exhibits have the bare numbers.
      plain('home_vault', VaultId),
    ],
    once: [plain('reference', CaseRecord.shape.reference)],
    fields: [
      field(plain('title', CaseRecord.shape.title)),
      field(plain('workstream', CaseRecord.shape.workstream)),
      field(plain('handling_mark', CaseRecord.shape.handlingMark)),
      field(plain('standard', CaseRecord.shape.standard), 'evidentiary standard'),
      field(plain('lead', CaseRecord.shape.lead)),
      field(plain('status', CaseRecord.shape.status)),
    ],
  },
  {
    kind: 'record',
    name: 'source',
    table: 'source',
    words: ['source', 'sources'],
    key: [plain('id', SourceId)],
    frozen: [plain('created_at', Instant)],
    once: [],
    fields: [
      field(plain('name', Source.shape.name)),
      field(plain('kind', Source.shape.kind)),
      field(plain('reliability', Source.shape.reliability)),
      field(flag('confidential', Source.shape.confidential)),
      field(plain('code_name', Source.shape.codeName)),
      field(plain('note', Source.shape.note)),
    ],
  },
  {
    kind: 'membership',
    name: 'source-origin',
    table: 'source_origin',
    words: ['origin of a source', 'origins of sources'],
    key: [plain('source_id', SourceId), plain('origin_id', SourceId)],
    payload: [],
  },
  {
    kind: 'log',
    name: 'source-grade',
    table: 'source_grade',
    words: ['grading', 'gradings'],
    key: [plain('source_id', SourceId)],
    row: [
      plain('reliability', SourceGrade.shape.reliability),
      plain('reason', z.string()),
      plain('graded_by', person),
      plain('graded_at', Instant),
    ],
    latest: null,
  },
  {
    kind: 'record',
    name: 'exhibit',
    table: 'exhibit',
    words: ['exhibit', 'exhibits'],
    key: [plain('id', ExhibitId)],
    frozen: [
      plain('case_id', CaseId),
      plain('sha256', Exhibit.shape.sha256),
      plain('file_name', z.string()),
      plain('parent_id', ExhibitId.nullable()),
      plain('admitted_at', Instant),
    ],
    once: [
      plain('number', Exhibit.shape.number),
      plain('reading', Exhibit.shape.reading),
      plain('problem', Exhibit.shape.problem),
    ],
    fields: [
      field(plain('title', Exhibit.shape.title)),
      field(plain('source_id', Exhibit.shape.sourceId), 'source'),
      field(plain('obtained_how', Exhibit.shape.obtainedHow), 'how it was obtained'),
      field(plain('obtained_on', Exhibit.shape.obtainedOn), 'when it was obtained'),
      field(plain('obtained_by', Exhibit.shape.obtainedBy), 'who obtained it'),
      field(plain('published_on', Exhibit.shape.publishedOn), 'date of publication'),
      listField(json('languages', Exhibit.shape.languages), 'values', 'language'),
      field(plain('handling_mark', Exhibit.shape.handlingMark)),
      field(plain('authenticity', Exhibit.shape.authenticity)),
      field(plain('authenticity_note', Exhibit.shape.authenticityNote)),
      field(flag('is_observation', Exhibit.shape.isObservation), 'our own observation'),
      withdrawn,
    ],
  },
  {
    kind: 'log',
    name: 'exhibit-copy',
    table: 'exhibit_copy',
    words: ['arrival of an exhibit', 'arrivals of exhibits'],
    key: [plain('exhibit_id', ExhibitId)],
    row: [plain('file_name', z.string()), plain('path', z.string()), plain('arrived_at', ExhibitCopy.shape.arrivedAt)],
    latest: null,
  },
  {
    kind: 'record',
    name: 'passage',
    table: 'passage',
    words: ['passage', 'passages'],
    key: [plain('id', PassageId)],
    frozen: [plain('exhibit_id', ExhibitId), plain('marked_at', Instant), plain('marked_by', person)],
    once: [],
    fields: [
      {
        name: 'place',
        words: 'words and place',
        // They change together, when a passage is found again in a newer reading of its exhibit.
        columns: [
          plain('rendition_id', RenditionId.nullable()),
          plain('kind', Passage.shape.kind),
          plain('exact', PassageQuote.shape.exact),
          plain('prefix', PassageQuote.shape.prefix),
          plain('suffix', PassageQuote.shape.suffix),
          plain('position_start', z.number().int().nonnegative().nullable()),
          plain('position_end', z.number().int().nonnegative().nullable()),
          plain('page_index', Passage.shape.pageIndex),
          plain('page_label', Passage.shape.pageLabel),
          json('rects', Passage.shape.rects),
          plain('anchor', Passage.shape.anchor),
        ],
      },
      field(plain('note', Passage.shape.note)),
      listField(json('tags', Passage.shape.tags), 'values', 'tag'),
      withdrawn,
    ],
  },
  {
    kind: 'record',
    name: 'translation',
    table: 'translation',
    words: ['translation', 'translations'],
    key: [plain('id', TranslationId)],
    frozen: [
      plain('exhibit_id', ExhibitId),
      plain('page_index', z.number().int().nonnegative().nullable()),
      plain('passage_id', PassageId.nullable()),
      plain('linked_exhibit_id', ExhibitId.nullable()),
      plain('text', z.string().max(500_000)),
      plain('language', Translation.shape.language),
      plain('translator', Translation.shape.translator),
      plain('method', Translation.shape.method),
      flag('is_certified', z.boolean()),
      plain('certification_note', z.string()),
      plain('made_on', Translation.shape.madeOn),
      plain('version', z.number().int().positive()),
      plain('written_at', Instant),
      plain('written_by', person),
    ],
    // Two teams may each have written the next version of one: the second to arrive stands beside it.
    once: [plain('supersedes_id', TranslationId.nullable())],
    fields: [field(plain('superseded_at', Instant.nullable()), 'superseded'), withdrawn],
  },
  {
    kind: 'log',
    name: 'near-copy-verdict',
    table: 'near_copy_verdict',
    words: ['decision on copies', 'decisions on copies'],
    key: [plain('exhibit_id', ExhibitId), plain('other_id', ExhibitId)],
    row: [
      plain('verdict', CopyVerdict.shape.verdict),
      plain('note', z.string()),
      plain('decided_at', Instant),
      plain('decided_by', person),
    ],
    latest: { words: 'whether it is a copy' },
  },
  {
    kind: 'membership',
    name: 'proposal-decision',
    table: 'proposal_decision',
    words: ['decision on a proposal', 'decisions on proposals'],
    key: [plain('exhibit_id', ExhibitId), plain('sort', z.string().max(80)), plain('value', z.string())],
    payload: [
      plain('decision', ProposalDecision),
      plain('passage_id', PassageId.nullable()),
      plain('decided_at', Instant),
      plain('decided_by', person),
    ],
  },
];
