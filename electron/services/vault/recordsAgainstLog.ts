/**
 * Whether what the vault holds is what its custody log says was put there. The chain alone shows that events were altered,
 * not that its end was cut off or that a row beside it was changed; a record without its event, or unlike it, shows that.
 * Who rewrites both, log and records, is found out only by a head hash that was printed or countersigned before. What came with
 * an archive is compared with the events of the vault that it came from.
 */
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { sha256Hex } from '../custody/index.ts';

export function recordsAgainstLog(db: ReadableDb): string[] {
  return [
    ...exhibits(db),
    ...citations(db),
    ...statementCitations(db),
    ...translations(db),
    ...figures(db),
    ...editions(db),
    ...comments(db),
  ];
}

function exhibits(db: ReadableDb): string[] {
  return db
    .prepare(`SELECT number, exhibit.sha256 = event.sha256 AS same FROM exhibit
      LEFT JOIN any_custody_event event ON event.exhibit_id = exhibit.id AND event.action = 'exhibit-admitted'
    WHERE event.seq IS NULL OR event.sha256 IS NOT exhibit.sha256 ORDER BY number`)
    .all()
    .map(
      row =>
        `${exhibitNumber(Number(row['number']))} ${row['same'] === null ? 'has no admission in the custody log' : 'is not the document that the custody log says was admitted'}`,
    );
}

/** The words of a citation, of a claim or of a statement, are frozen: their digest stands in the event. */
function citations(db: ReadableDb): string[] {
  return frozenWords(db, "citation cited LEFT JOIN any_custody_event event ON event.action = 'passage-cited'");
}

function statementCitations(db: ReadableDb): string[] {
  return frozenWords(
    db,
    "statement_citation cited LEFT JOIN any_custody_event event ON event.action = 'statement-cited'",
  );
}

function frozenWords(db: ReadableDb, from: string): string[] {
  const problems: string[] = [];
  const slice =
    db.prepare(`SELECT cited.id, quote, json_extract(details, '$.quote') AS digest, event.seq FROM ${from} AND event.subject = cited.id
    WHERE cited.id > $after ORDER BY cited.id LIMIT 1000`);
  for (let rows = slice.all({ after: '' }); rows.length > 0; rows = slice.all({ after: String(rows.at(-1)?.['id']) })) {
    for (const { id, quote, digest, seq } of rows) {
      if (seq === null) problems.push(`citation ${String(id)} does not stand in the custody log`);
      else if (digest !== null && digest !== sha256Hex(String(quote)))
        problems.push(`the words of citation ${String(id)} are not those that were cited`);
    }
  }
  return problems;
}

/** Each version is frozen: the digest of its words, and whose they are, stand in the event. Where an exhibit is the translation, no words do. */
function translations(db: ReadableDb): string[] {
  const problems: string[] = [];
  const slice =
    db.prepare(`SELECT translation.id, number, version, text, event.seq, json_extract(details, '$.content') AS digest,
      json_extract(details, '$.language') IS language AND json_extract(details, '$.method') IS method
        AND ifnull(json_extract(details, '$.translator'), '') IS translator AND json_extract(details, '$.version') IS CAST(version AS TEXT)
        AND json_extract(details, '$.certified') IS iif(is_certified, ifnull(nullif(certification_note, ''), 'yes'), 'no')
        AND json_extract(details, '$.madeOn') IS made_on
        AND event.exhibit_id IS translation.exhibit_id AS same
    FROM translation JOIN exhibit ON exhibit.id = translation.exhibit_id
    LEFT JOIN any_custody_event event ON event.subject = translation.id AND event.action IN ('translation-written', 'translation-linked')
    WHERE translation.id > $after ORDER BY translation.id LIMIT 1000`);
  for (let rows = slice.all({ after: '' }); rows.length > 0; rows = slice.all({ after: String(rows.at(-1)?.['id']) })) {
    for (const { id, number, version, text, seq, digest, same } of rows) {
      const name = `version ${Number(version)} of translation ${String(id)} of ${exhibitNumber(Number(number))}`;
      if (seq === null) problems.push(`${name} does not stand in the custody log`);
      else if (digest !== (text === '' ? null : sha256Hex(String(text))))
        problems.push(`the words of ${name} are not those that were saved`);
      else if (same !== 1)
        problems.push(
          `${name} is not as the custody log says by language, method, translator, certification, date or number`,
        );
    }
  }
  return problems;
}

/** A picture is frozen when it is added: its digest stands in the event. */
function figures(db: ReadableDb): string[] {
  return db
    .prepare(`SELECT caption, event.seq FROM figure
      LEFT JOIN any_custody_event event ON event.subject = figure.id AND event.action = 'figure-added'
    WHERE event.seq IS NULL OR event.sha256 IS NOT png_sha256 ORDER BY figure.id`)
    .all()
    .map(
      row =>
        `the figure “${String(row['caption'])}” ${row['seq'] === null ? 'does not stand in the custody log' : 'is not the picture that the custody log says was added'}`,
    );
}

/** What was said stays said: the digest of its words stands in the event. That of another vault's comment may have stayed there. */
function comments(db: ReadableDb): string[] {
  const problems: string[] = [];
  const slice =
    db.prepare(`SELECT comment.id, subject_name AS name, text, event.seq, json_extract(details, '$.content') AS digest,
      comment.vault_id = (SELECT value FROM meta WHERE key = 'vaultId') AS isOurs
    FROM comment LEFT JOIN any_custody_event event ON event.subject = comment.id AND event.action = 'comment-written'
    WHERE comment.vault_id IS NOT NULL AND comment.id > $after ORDER BY comment.id LIMIT 1000`);
  for (let rows = slice.all({ after: '' }); rows.length > 0; rows = slice.all({ after: String(rows.at(-1)?.['id']) })) {
    for (const { id, name, text, seq, digest, isOurs } of rows) {
      const comment = `comment ${String(id)} on ${String(name)}`;
      if (seq === null && isOurs === 1) problems.push(`${comment} does not stand in the custody log`);
      else if (seq !== null && digest !== sha256Hex(String(text)))
        problems.push(`the words of ${comment} are not those that were written`);
    }
  }
  return problems;
}

/** To whom another team gave a report stays with that team, and the event with it. */
function editions(db: ReadableDb): string[] {
  return db
    .prepare(`SELECT title FROM edition WHERE NOT EXISTS (
      SELECT 1 FROM any_custody_event WHERE action IN ('report-compiled', 'bundle-exported') AND case_id = edition.case_id
        AND json_extract(details, '$.content') = edition.content_sha256)
      AND NOT EXISTS (SELECT 1 FROM record_version WHERE concept = 'edition' AND record_version.id = edition.id
        AND birth <> (SELECT value FROM meta WHERE key = 'vaultId')) ORDER BY id`)
    .all()
    .map(row => `the report “${String(row['title'])}” is not the one that the custody log says was compiled`);
}
