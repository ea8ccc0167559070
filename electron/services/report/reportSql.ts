import { Edition } from '../../../shared/contract/report.ts';
import { ReportDocument } from '../../../shared/domain/report/index.ts';
import type { CaseId, CitationId, EditionId, FigureId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toJson } from '../../db/rows.ts';

const columns = `id, case_id AS caseId, title, compiled_at AS compiledAt, compiled_by AS compiledBy, content_sha256 AS contentSha256, finding_count AS findingCount`;

export function editionsOfCase(db: ReadableDb, caseId: CaseId): Edition[] {
  return db
    .prepare(`SELECT ${columns} FROM edition WHERE case_id = $caseId ORDER BY compiled_at DESC, id DESC`)
    .all({ caseId })
    .map(row => Edition.parse(row));
}

export interface FrozenEdition extends Edition {
  document: ReportDocument;
}

/** The first edition that says exactly this. */
export function findEditionOfContent(db: ReadableDb, caseId: CaseId, contentSha256: string): FrozenEdition | null {
  const row = db
    .prepare(
      `SELECT ${columns}, content FROM edition WHERE case_id = $caseId AND content_sha256 = $contentSha256 ORDER BY compiled_at LIMIT 1`,
    )
    .get({ caseId, contentSha256 });
  return row ? { ...Edition.parse(row), document: ReportDocument.parse(fromJson(row['content'])) } : null;
}

export function insertEdition(db: WritableDb, { document, ...edition }: FrozenEdition): void {
  db.prepare(`INSERT INTO edition (id, case_id, title, compiled_at, compiled_by, content_sha256, finding_count, content)
              VALUES ($id, $caseId, $title, $compiledAt, $compiledBy, $contentSha256, $findingCount, $content)`).run({
    ...edition,
    content: toJson(document),
  });
}

export function insertEditionCitation(db: WritableDb, editionId: EditionId, citationId: CitationId): void {
  db.prepare('INSERT OR IGNORE INTO edition_citation (edition_id, citation_id) VALUES ($editionId, $citationId)').run({
    editionId,
    citationId,
  });
}

/** What the figure rests on is frozen with it, so that the edition is known to rest on that too. */
export function insertEditionFigure(db: WritableDb, editionId: EditionId, figureId: FigureId): void {
  db.prepare('INSERT OR IGNORE INTO edition_figure (edition_id, figure_id) VALUES ($editionId, $figureId)').run({
    editionId,
    figureId,
  });
}
