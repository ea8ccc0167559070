/** What rests on a thing: exhibits, passages, citations, and the editions already compiled. */
import type { Dependents } from '../../../shared/contract/exhibit.ts';
import { ExhibitId } from '../../../shared/kernel/ids.ts';
import { schemaOrThing } from '../../../shared/domain/ftm/index.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { toJson } from '../../db/rows.ts';
import { chipsOf } from '../entity/index.ts';

const chosen: Record<'exhibit' | 'source' | 'passage', string> = {
  // An attachment rests on the message that it came with.
  exhibit: `passage.exhibit_id IN (WITH RECURSIVE family (id) AS (SELECT $id UNION SELECT exhibit.id FROM exhibit JOIN family ON exhibit.parent_id = family.id) SELECT id FROM family)`,
  // A source is also relied on by way of those that took their information from it.
  source: `passage.exhibit_id IN (WITH RECURSIVE fed (id) AS (SELECT $id UNION SELECT source_id FROM source_origin JOIN fed ON origin_id = fed.id)
           SELECT exhibit.id FROM exhibit JOIN fed ON exhibit.source_id = fed.id)`,
  passage: 'passage.id = $id',
};

export function dependentsOf(
  db: ReadableDb,
  { kind, id }: { kind: keyof typeof chosen; id: string },
): Omit<Dependents, 'citations'> & {
  citations: (Omit<Dependents['citations'][number], 'status'> & { claimId: string })[];
} {
  const condition = chosen[kind];
  const passages = db
    .prepare(`SELECT passage.id, exact, note, kind, page_index AS pageIndex, number, exhibit.id AS exhibitId
      FROM passage JOIN exhibit ON exhibit.id = passage.exhibit_id WHERE ${condition} AND passage.withdrawn_at IS NULL ORDER BY number, page_index`)
    .all({ id })
    .map(row => ({
      id: String(row['id']),
      words: row['kind'] === 'words' ? String(row['exact']) : `[region] ${String(row['note'])}`.trim(),
      exhibitNumber: Number(row['number']),
      exhibitId: ExhibitId.parse(row['exhibitId']),
      pageIndex: Number(row['pageIndex']),
    }));
  const citations = db
    .prepare(`SELECT citation.id, bearing, quote, finding.id AS findingId, finding.number AS findingNumber, finding.title AS findingTitle, claim.id AS claimId, claim.text AS claimText
      FROM citation JOIN passage ON passage.id = passage_id JOIN claim ON claim.id = claim_id JOIN finding ON finding.id = finding_id
      WHERE ${condition} AND citation.withdrawn_at IS NULL AND claim.withdrawn_at IS NULL ORDER BY finding.number, claim.position, cited_at`)
    .all({ id })
    .map(row => ({
      id: String(row['id']),
      bearing: String(row['bearing']),
      quote: String(row['quote']),
      findingId: String(row['findingId']),
      findingNumber: Number(row['findingNumber']),
      findingTitle: String(row['findingTitle']),
      claimId: String(row['claimId']),
      claimText: String(row['claimText']),
    }));
  const statements = statementsOn(db, condition, id);
  const figures = figuresOn(db, condition, id);
  const editions = db
    .prepare(`SELECT id, title, compiled_at AS compiledAt FROM edition WHERE id IN (
        SELECT edition_id FROM edition_citation JOIN citation ON citation.id = citation_id JOIN passage ON passage.id = passage_id
        WHERE ${condition}
        UNION SELECT edition_id FROM edition_figure WHERE figure_id IN (SELECT value FROM json_each($figureIds)))
      ORDER BY compiled_at, id`)
    .all({ id, figureIds: toJson(figures.map(figure => figure.id)) })
    .map(row => ({ id: String(row['id']), title: String(row['title']), compiledAt: String(row['compiledAt']) }));
  return {
    passages,
    citations,
    statements,
    figures: figures
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ id: figureId, caption }) => ({ id: figureId, caption })),
    editions,
    exhibits: kind === 'passage' ? [] : exhibitsUnder(db, kind, id),
  };
}

function exhibitsUnder(db: ReadableDb, kind: 'exhibit' | 'source', id: string): Dependents['exhibits'] {
  const condition =
    kind === 'exhibit'
      ? 'parent_id = $id'
      : `source_id IN (WITH RECURSIVE fed (id) AS (SELECT $id UNION SELECT source_id FROM source_origin JOIN fed ON origin_id = fed.id) SELECT id FROM fed)`;
  return db
    .prepare(`SELECT id, number, title FROM exhibit WHERE ${condition} ORDER BY number`)
    .all({ id })
    .map(row => ({ id: ExhibitId.parse(row['id']), number: Number(row['number']), title: String(row['title']) }));
}

function statementsOn(db: ReadableDb, condition: string, id: string): Dependents['statements'] {
  const rows = db
    .prepare(`SELECT sc.id AS citationId, sc.bearing, sc.quote, statement.entity_id AS entityId, property,
        coalesce(named.caption, statement.value) AS value
      FROM statement_citation sc JOIN passage ON passage.id = sc.passage_id
      JOIN statement ON statement.id = sc.statement_id LEFT JOIN entity target ON target.id = target_id
      LEFT JOIN entity named ON named.id = target.canonical_id
      WHERE ${condition} AND sc.withdrawn_at IS NULL AND statement.withdrawn_at IS NULL ORDER BY statement.entity_id, property, sc.cited_at, sc.id`)
    .all({ id });
  const chips = chipsOf(
    db,
    rows.map(row => String(row['entityId'])),
  );
  return rows.flatMap(row => {
    const entity = chips.get(String(row['entityId']));
    if (!entity) return [];
    const { label } = schemaOrThing(entity.schema).properties.get(String(row['property'])) ?? {
      label: String(row['property']),
    };
    return [
      {
        citationId: String(row['citationId']),
        bearing: String(row['bearing']),
        quote: String(row['quote']),
        entity,
        property: label,
        value: String(row['value']),
      },
    ];
  });
}

/**
 * Figures whose picture draws on a citation that rests here, be it of a claim or of a statement; the withdrawn ones too, since
 * a report that was compiled before shows them.
 */
function figuresOn(
  db: ReadableDb,
  condition: string,
  id: string,
): (Dependents['figures'][number] & { withdrawn: boolean })[] {
  return db
    .prepare(`SELECT DISTINCT figure.id, caption, figure.withdrawn_at AS withdrawnAt FROM figure, json_each(figure.citation_ids) cited
      WHERE cited.value IN (
        SELECT citation.id FROM citation JOIN passage ON passage.id = passage_id WHERE ${condition}
        UNION ALL SELECT sc.id FROM statement_citation sc JOIN passage ON passage.id = sc.passage_id WHERE ${condition})
      ORDER BY figure.id`)
    .all({ id })
    .map(row => ({
      id: String(row['id']),
      caption: String(row['caption']),
      withdrawn: row['withdrawnAt'] !== null,
    }));
}
