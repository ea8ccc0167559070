import type { RecognitionRow } from '../../../shared/contract/recognition.ts';
import type { ExtractedPage } from '../../../shared/domain/extraction.ts';
import { ModelName } from '../../../shared/domain/recognition.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { Sha256 } from '../../../shared/kernel/digest.ts';
import type { CaseId, ExhibitId, JobId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount, toJson } from '../../db/rows.ts';

/** Which run of the engine a recognised page belongs to: other models or another version give other words. */
export interface Run {
  sha256: Sha256;
  models: string;
  engineVersion: string;
}

export type RecognisedPage = Pick<ExtractedPage, 'index' | 'text' | 'words' | 'confidence' | 'languages'> & {
  problem: string | null;
};

export function keepRecognisedPage(db: WritableDb, run: Run, page: RecognisedPage, at: Instant): void {
  const { index, text, words, confidence, languages, problem } = page;
  db.prepare(`INSERT OR REPLACE INTO recognised_page
      (sha256, models, engine_version, page_index, text, words, confidence, languages, problem, recognised_at)
    VALUES ($sha256, $models, $engineVersion, $index, $text, $words, $confidence, $languages, $problem, $at)`).run({
    ...run,
    index,
    text,
    words: toJson(words ?? []),
    confidence,
    languages: toJson(languages),
    problem,
    at,
  });
}

const columns = 'page_index AS "index", text, words, confidence, languages, problem';

function toRecognisedPage(row: Record<string, unknown>): RecognisedPage {
  return {
    index: Number(row['index']),
    text: String(row['text']),
    words: fromJson(row['words']) as RecognisedPage['words'],
    confidence: row['confidence'] === null ? null : Number(row['confidence']),
    languages: fromJson(row['languages']) as string[],
    problem: row['problem'] === null ? null : String(row['problem']),
  };
}

export function recognisedPage(db: ReadableDb, run: Run, index: number): RecognisedPage | null {
  const row = db
    .prepare(`SELECT ${columns} FROM recognised_page
      WHERE sha256 = $sha256 AND models = $models AND engine_version = $engineVersion AND page_index = $index`)
    .get({ ...run, index });
  return row ? toRecognisedPage(row) : null;
}

/** Those that need not be recognised again; a page that failed is tried once more. */
export function recognisedIndexes(db: ReadableDb, run: Run): Set<number> {
  const rows = db
    .prepare(`SELECT page_index AS n FROM recognised_page
      WHERE sha256 = $sha256 AND models = $models AND engine_version = $engineVersion AND problem IS NULL`)
    .all({ ...run });
  return new Set(rows.map(row => Number(row['n'])));
}

/** Of any run: the latest words of a page whose document is not done. */
export function latestRecognisedPage(db: ReadableDb, sha256: string, index: number): RecognisedPage | null {
  const row = db
    .prepare(`SELECT ${columns} FROM recognised_page
      WHERE sha256 = $sha256 AND page_index = $index AND problem IS NULL ORDER BY recognised_at DESC LIMIT 1`)
    .get({ sha256, index });
  return row ? toRecognisedPage(row) : null;
}

export function countWaitingPages(db: ReadableDb, sha256: string): number {
  return toCount(
    db
      .prepare('SELECT count(DISTINCT page_index) AS n FROM recognised_page WHERE sha256 = $sha256 AND problem IS NULL')
      .get({ sha256 }),
  );
}

/** Once they are in a rendition. */
export function dropRecognisedPages(db: WritableDb, run: Run): void {
  db.prepare(
    'DELETE FROM recognised_page WHERE sha256 = $sha256 AND models = $models AND engine_version = $engineVersion',
  ).run({ ...run });
}

export interface Outcome {
  models: readonly ModelName[];
  pages: number;
  confidence: number | null;
  problem: string | null;
}

export function recordOutcome(db: WritableDb, jobId: JobId, exhibitId: ExhibitId, outcome: Outcome): void {
  const { models, pages, confidence, problem } = outcome;
  db.prepare(`INSERT OR REPLACE INTO recognition (job_id, exhibit_id, models, pages, confidence, problem)
    VALUES ($jobId, $exhibitId, $models, $pages, $confidence, $problem)`).run({
    jobId,
    exhibitId,
    models: models.join('+'),
    pages,
    confidence,
    problem,
  });
}

export function outcomesOf(db: ReadableDb, jobId: JobId): RecognitionRow[] {
  return db
    .prepare(`SELECT exhibit_id AS exhibitId, number, title, models, pages, confidence, recognition.problem AS problem
      FROM recognition JOIN exhibit ON exhibit.id = exhibit_id WHERE job_id = $jobId ORDER BY number`)
    .all({ jobId })
    .map(row => ({
      exhibitId: row['exhibitId'] as ExhibitId,
      number: Number(row['number']),
      title: String(row['title']),
      models: splitModels(String(row['models'])),
      pages: Number(row['pages']),
      confidence: row['confidence'] === null ? null : Number(row['confidence']),
      problem: row['problem'] === null ? null : String(row['problem']),
    }));
}

function splitModels(joined: string): ModelName[] {
  return joined.split('+').flatMap(name => ModelName.safeParse(name).data ?? []);
}

export function modelsOfCase(db: ReadableDb, caseId: CaseId): ModelName[] | null {
  const row = db.prepare('SELECT models FROM case_recognition WHERE case_id = $caseId').get({ caseId });
  const models = row ? splitModels(String(row['models'])) : [];
  return models.length > 0 ? models : null;
}

export function setModelsOfCase(db: WritableDb, caseId: CaseId, models: readonly ModelName[] | null): void {
  if (models === null) db.prepare('DELETE FROM case_recognition WHERE case_id = $caseId').run({ caseId });
  else
    db.prepare('INSERT OR REPLACE INTO case_recognition (case_id, models) VALUES ($caseId, $models)').run({
      caseId,
      models: models.join('+'),
    });
}

/** Exhibits whose pages can be drawn, not withdrawn, in the order of their numbers. */
export function drawableExhibits(db: ReadableDb, caseId: CaseId): ExhibitId[] {
  return db
    .prepare(`SELECT exhibit.id AS id FROM exhibit JOIN document USING (sha256)
      WHERE case_id = $caseId AND withdrawn_at IS NULL
        AND (media_type = 'application/pdf' OR media_type LIKE 'image/%') ORDER BY number`)
    .all({ caseId })
    .map(row => row['id'] as ExhibitId);
}

/** How many exhibits of the case, or of these, have pages without text, and how many such pages there are. */
export function countWithoutText(
  db: ReadableDb,
  caseId: CaseId,
  among: readonly ExhibitId[] | null,
): { exhibits: number; pages: number } {
  const row = db
    .prepare(`SELECT count(*) AS exhibits, coalesce(sum(pages), 0) AS pages FROM (
      SELECT (SELECT count(*) FROM page WHERE rendition_id = rendition.id AND method = 'none') AS pages
      FROM exhibit JOIN document USING (sha256)
      JOIN rendition ON rendition.sha256 = exhibit.sha256 AND is_current = 1 AND is_whole = 1
      WHERE case_id = $caseId AND withdrawn_at IS NULL
        AND (media_type = 'application/pdf' OR media_type LIKE 'image/%')
        AND ($among IS NULL OR exhibit.id IN (SELECT value FROM json_each($among)))) WHERE pages > 0`)
    .get({ caseId, among: among === null ? null : toJson(among) });
  return { exhibits: toCount(row, 'exhibits'), pages: toCount(row, 'pages') };
}

/** Languages of what came with an exhibit: as people stated them, and as its pages propose. */
export function languagesNearby(db: ReadableDb, exhibitId: ExhibitId): string[] {
  return db
    .prepare(`SELECT near.languages AS stated, (SELECT json_extract(metadata, '$."proposed languages"') FROM rendition
          WHERE sha256 = near.sha256 AND is_current = 1 AND is_whole = 1) AS proposed
      FROM exhibit JOIN exhibit near ON near.case_id = exhibit.case_id
        AND near.number BETWEEN exhibit.number - 10 AND exhibit.number + 10
      WHERE exhibit.id = $exhibitId AND near.id <> exhibit.id AND near.withdrawn_at IS NULL`)
    .all({ exhibitId })
    .flatMap(row => {
      const stated = fromJson(row['stated']) as string[];
      return stated.length > 0 ? stated : String(row['proposed'] ?? '').split(', ');
    })
    .filter(code => code !== '');
}
