/**
 * Which records an archive of a case holds. Each condition is a constant; what is chosen comes in as JSON lists. What rests on
 * an exhibit that stays is left out with it, so that nothing in an archive points at what is not there.
 */
import type { Archived } from './selection.ts';

const EXHIBITS = '(SELECT value FROM json_each($exhibits))';
const FINDINGS = '(SELECT value FROM json_each($findings))';
const ENTITIES = '(SELECT value FROM json_each($entities))';
const SOURCES = '(SELECT value FROM json_each($sources))';
const PASSAGES = `(SELECT id FROM passage WHERE exhibit_id IN ${EXHIBITS})`;
const IMPORTS = `(SELECT id FROM entity_import WHERE case_id = $caseId AND exhibit_id IN ${EXHIBITS})`;
/** Resting on words that stay and on none that go: it would tell what they say. */
const RESTS_ON_WHAT_STAYS = `(EXISTS (SELECT 1 FROM statement_citation sc WHERE sc.statement_id = statement.id)
  AND NOT EXISTS (SELECT 1 FROM statement_citation sc WHERE sc.statement_id = statement.id AND sc.passage_id IN ${PASSAGES}))`;
const STATEMENT = `case_id = $caseId AND entity_id IN ${ENTITIES} AND (target_id IS NULL OR target_id IN ${ENTITIES})
  AND (import_id IS NULL OR import_id IN ${IMPORTS}) AND NOT ${RESTS_ON_WHAT_STAYS}`;
const STATEMENTS = `(SELECT id FROM statement WHERE ${STATEMENT})`;
const STATEMENT_CITATION = `statement_id IN ${STATEMENTS} AND passage_id IN ${PASSAGES}`;
const CLAIMS = `(SELECT id FROM claim WHERE finding_id IN ${FINDINGS})`;
const CITATION = `claim_id IN ${CLAIMS} AND passage_id IN ${PASSAGES}`;
const EDITIONS = '(SELECT id FROM edition WHERE case_id = $caseId AND $isWhole = 1)';
const FIGURE = `case_id = $caseId AND (finding_id IS NULL OR finding_id IN ${FINDINGS})
  AND NOT EXISTS (SELECT 1 FROM json_each(figure.citation_ids) shown WHERE shown.value IN
    (SELECT id FROM citation WHERE passage_id NOT IN ${PASSAGES} UNION SELECT id FROM statement_citation WHERE passage_id NOT IN ${PASSAGES}))`;
const REQUEST = `case_id = $caseId AND (finding_id IS NULL OR finding_id IN ${FINDINGS}) AND (reply_exhibit_id IS NULL OR reply_exhibit_id IN ${EXHIBITS})
  AND (entity_id IS NULL OR entity_id IN ${ENTITIES})`;
/** With what they speak of; in a whole case also those on what is not here yet. */
const COMMENT = `case_id = $caseId AND ($isWhole = 1 OR CASE subject_kind
  WHEN 'case' THEN 1
  WHEN 'finding' THEN subject_id IN ${FINDINGS}
  WHEN 'claim' THEN subject_id IN ${CLAIMS}
  WHEN 'citation' THEN subject_id IN (SELECT id FROM citation WHERE ${CITATION})
  WHEN 'passage' THEN subject_id IN ${PASSAGES}
  WHEN 'exhibit' THEN subject_id IN ${EXHIBITS}
  WHEN 'entity' THEN subject_id IN ${ENTITIES}
  WHEN 'statement' THEN subject_id IN ${STATEMENTS}
  WHEN 'request' THEN subject_id IN (SELECT id FROM request WHERE ${REQUEST})
  WHEN 'figure' THEN subject_id IN (SELECT id FROM figure WHERE ${FIGURE})
  ELSE 0 END)`;

export const conditions: Readonly<Record<string, string>> = {
  case: 'id = $caseId',
  source: `id IN ${SOURCES}`,
  'source-origin': `source_id IN ${SOURCES} AND origin_id IN ${SOURCES}`,
  'source-grade': `source_id IN ${SOURCES}`,
  exhibit: `id IN ${EXHIBITS}`,
  'exhibit-copy': `exhibit_id IN ${EXHIBITS}`,
  passage: `exhibit_id IN ${EXHIBITS}`,
  translation: `exhibit_id IN ${EXHIBITS} AND (linked_exhibit_id IS NULL OR linked_exhibit_id IN ${EXHIBITS})`,
  'near-copy-verdict': `exhibit_id IN ${EXHIBITS} AND other_id IN ${EXHIBITS}`,
  'proposal-decision': `exhibit_id IN ${EXHIBITS}`,
  entity: `id IN ${ENTITIES}`,
  'case-entity': `case_id = $caseId AND entity_id IN ${ENTITIES}`,
  'entity-import': `case_id = $caseId AND exhibit_id IN ${EXHIBITS}`,
  statement: STATEMENT,
  'statement-citation': STATEMENT_CITATION,
  'statement-choice': `entity_id IN ${ENTITIES} AND (statement_id IS NULL OR statement_id IN ${STATEMENTS})`,
  'entity-judgement': `left_id IN ${ENTITIES} AND right_id IN ${ENTITIES}`,
  'strength-judgement': `entity_id IN ${ENTITIES}`,
  'mention-decision': `entity_id IN ${ENTITIES} AND exhibit_id IN ${EXHIBITS}
    AND (citation_id IS NULL OR citation_id IN (SELECT id FROM statement_citation WHERE ${STATEMENT_CITATION}))`,
  'chart-view': 'case_id = $caseId AND withdrawn_at IS NULL AND $isWhole = 1',
  finding: `id IN ${FINDINGS}`,
  claim: `finding_id IN ${FINDINGS}`,
  citation: CITATION,
  request: REQUEST,
  // A compiled report quotes all that it rested on: it goes only where all of that does.
  edition: 'case_id = $caseId AND $isWhole = 1',
  'edition-citation': `edition_id IN ${EDITIONS} AND citation_id IN (SELECT id FROM citation WHERE ${CITATION})`,
  figure: FIGURE,
  comment: COMMENT,
  'edition-figure': `edition_id IN ${EDITIONS} AND figure_id IN (SELECT id FROM figure WHERE ${FIGURE})`,
};

/** Of rows that are gone: whether their first key says that they belonged. */
export const firstKeyIn: Readonly<Record<string, keyof Archived>> = {
  'source-origin': 'sources',
  'proposal-decision': 'exhibits',
  'case-entity': 'cases',
  'mention-decision': 'entities',
};
