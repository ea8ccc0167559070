/** Findings with their claims and citations, requests, compiled editions and what they show. */
import { z } from 'zod';
import { Citation } from '../../../../shared/domain/citation.ts';
import { Figure } from '../../../../shared/domain/figure.ts';
import { Claim, Finding } from '../../../../shared/domain/finding.ts';
import { ReportDocument } from '../../../../shared/domain/report/reportModel.ts';
import { Request } from '../../../../shared/domain/request.ts';
import { Instant } from '../../../../shared/kernel/dates.ts';
import {
  CaseId,
  CitationId,
  ClaimId,
  EditionId,
  FigureId,
  FindingId,
  PassageId,
  RequestId,
} from '../../../../shared/kernel/ids.ts';
import { bytes, type Concept, field, json, listField, plain, quietField } from './concept.ts';

const withdrawn = field(plain('withdrawn_at', Instant.nullable()), 'withdrawn');
const person = z.string().max(300);

export const findingConcepts: readonly Concept[] = [
  {
    kind: 'record',
    name: 'finding',
    table: 'finding',
    words: ['finding', 'findings'],
    key: [plain('id', FindingId)],
    frozen: [plain('case_id', CaseId), plain('created_at', Instant)],
    once: [plain('number', Finding.shape.number), plain('changed_at', Instant)],
    fields: [
      field(plain('title', Finding.shape.title)),
      field(plain('stage', Finding.shape.stage)),
      field(json('narrative', Finding.shape.narrative)),
      field(plain('alternatives', Finding.shape.alternatives), 'alternative explanations'),
      listField(json('participants', Finding.shape.participants), 'ids', 'participant'),
    ],
  },
  {
    kind: 'record',
    name: 'claim',
    table: 'claim',
    words: ['claim', 'claims'],
    key: [plain('id', ClaimId)],
    frozen: [plain('finding_id', FindingId)],
    once: [],
    fields: [
      quietField(plain('position', z.number().int().nonnegative())),
      field(plain('text', Claim.shape.text)),
      listField(json('provision_ids', Claim.shape.provisionIds), 'values', 'provision'),
      field(json('judgement', Claim.shape.judgement), 'judgement of the status'),
      field(plain('occurred_on', Claim.shape.occurredOn), 'when it happened'),
      listField(json('entity_ids', Claim.shape.entityIds), 'values', 'whom it tells of'),
      withdrawn,
    ],
  },
  {
    kind: 'record',
    name: 'citation',
    table: 'citation',
    words: ['citation', 'citations'],
    key: [plain('id', CitationId)],
    frozen: [
      plain('claim_id', ClaimId),
      plain('passage_id', PassageId),
      plain('quote', Citation.shape.quote),
      plain('page_index', Citation.shape.pageIndex),
      plain('page_label', Citation.shape.pageLabel),
      plain('cited_at', Instant),
      plain('cited_by', person),
    ],
    once: [],
    fields: [
      field(plain('bearing', Citation.shape.bearing)),
      field(plain('credibility', Citation.shape.credibility)),
      field(plain('rebuttal', Citation.shape.rebuttal), 'answer to it'),
      withdrawn,
    ],
  },
  {
    kind: 'record',
    name: 'request',
    table: 'request',
    words: ['request', 'requests'],
    key: [plain('id', RequestId)],
    frozen: [plain('case_id', CaseId), plain('created_at', Instant)],
    once: [],
    fields: [
      field(plain('finding_id', Request.shape.findingId), 'finding'),
      field(plain('addressee', Request.shape.addressee)),
      field(plain('entity_id', Request.shape.entityId), 'who the addressee is'),
      field(plain('substance', Request.shape.substance), 'what is asked'),
      {
        name: 'reply',
        words: 'state and reply',
        columns: [
          plain('state', Request.shape.state),
          plain('sent_on', Request.shape.sentOn),
          plain('due_on', Request.shape.dueOn),
          plain('answered_on', Request.shape.answeredOn),
          plain('reply_exhibit_id', Request.shape.replyExhibitId),
        ],
      },
      field(plain('note', Request.shape.note)),
    ],
  },
  {
    kind: 'record',
    name: 'edition',
    table: 'edition',
    words: ['compiled report', 'compiled reports'],
    key: [plain('id', EditionId)],
    frozen: [
      plain('case_id', CaseId),
      plain('title', z.string()),
      plain('compiled_at', Instant),
      plain('compiled_by', person),
      plain('content_sha256', z.string()),
      plain('finding_count', z.number().int().nonnegative()),
      plain('content', z.string().refine(isReport, { error: 'is no compiled report' })),
    ],
    once: [],
    fields: [],
  },
  {
    kind: 'membership',
    name: 'edition-citation',
    table: 'edition_citation',
    words: ['citation of a report', 'citations of reports'],
    key: [plain('edition_id', EditionId), plain('citation_id', CitationId)],
    payload: [],
  },
  {
    kind: 'record',
    name: 'figure',
    table: 'figure',
    words: ['figure', 'figures'],
    key: [plain('id', FigureId)],
    frozen: [
      plain('case_id', CaseId),
      plain('kind', Figure.shape.kind),
      bytes('png', z.base64()),
      plain('png_sha256', Figure.shape.pngSha256),
      plain('width_px', Figure.shape.widthPx),
      plain('height_px', Figure.shape.heightPx),
      json('figure_table', Figure.shape.table),
      json('citation_ids', Figure.shape.citationIds),
      plain('created_at', Instant),
      plain('created_by', person),
    ],
    once: [],
    fields: [
      field(plain('finding_id', Figure.shape.findingId), 'finding'),
      field(plain('caption', Figure.shape.caption)),
      field(plain('source_line', Figure.shape.sourceLine)),
      field(plain('alt_text', Figure.shape.altText), 'words for those who do not see it'),
      listField(json('entity_ids', Figure.shape.entityIds), 'values', 'whom it shows'),
      quietField(plain('position', Figure.shape.position)),
      withdrawn,
    ],
  },
  {
    kind: 'membership',
    name: 'edition-figure',
    table: 'edition_figure',
    words: ['figure of a report', 'figures of reports'],
    key: [plain('edition_id', EditionId), plain('figure_id', FigureId)],
    payload: [],
  },
];

function isReport(content: string): boolean {
  try {
    return ReportDocument.safeParse(JSON.parse(content)).success;
  } catch {
    return false;
  }
}
