-- Which version of each record this vault has, and what opened archives would change.

-- The vault that opened a case, '' for this one: it gives the bare numbers, others count in series of their own.
ALTER TABLE case_record ADD COLUMN home_vault TEXT NOT NULL DEFAULT '';

-- A row for each record that was sealed or received. What changed since shows by its digests, so that ordinary work costs nothing.
CREATE TABLE record_version (
  concept TEXT NOT NULL,
  id TEXT NOT NULL,
  -- The vault that made it.
  birth TEXT NOT NULL,
  -- JSON: the digest of each field's value as of the last look.
  digests TEXT NOT NULL,
  -- JSON: fields that changed since they were made, with version, author, and the values that stand beside the one shown.
  changed TEXT NOT NULL,
  -- Fields with values that nobody decided between.
  open_fields INTEGER NOT NULL,
  PRIMARY KEY (concept, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_version_open ON record_version (concept) WHERE open_fields > 0;

-- An archive that was opened: checked whole, and compared with what is here. Its documents are read again when it is merged.
CREATE TABLE inbox (
  id TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  -- JSON: from whom, of which case, sealed when, signature, counts.
  about TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  -- 0 until it was read to its end: a crash before leaves one that is cleared.
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  merged_at TEXT,
  undone_at TEXT,
  -- JSON, once merged: what was done.
  outcome TEXT
) STRICT;

CREATE TABLE inbox_record (
  inbox_id TEXT NOT NULL REFERENCES inbox (id),
  -- In the order in which it can be written.
  position INTEGER NOT NULL,
  concept TEXT NOT NULL,
  id TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (inbox_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox_record_by_id ON inbox_record (inbox_id, concept, id);

CREATE TABLE inbox_change (
  inbox_id TEXT NOT NULL REFERENCES inbox (id),
  position INTEGER NOT NULL,
  concept TEXT NOT NULL,
  id TEXT NOT NULL,
  -- '' for a record that is not here yet.
  field TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('add', 'change', 'withdraw', 'conflict')),
  label TEXT NOT NULL,
  words TEXT NOT NULL,
  mine TEXT NOT NULL,
  theirs TEXT NOT NULL,
  by TEXT NOT NULL,
  team TEXT NOT NULL,
  at TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accept', 'mine', 'both', 'postpone')),
  PRIMARY KEY (inbox_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox_change_by_kind ON inbox_change (inbox_id, kind, concept, position);

CREATE TABLE inbox_problem (
  inbox_id TEXT NOT NULL REFERENCES inbox (id),
  position INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  PRIMARY KEY (inbox_id, position)
) STRICT, WITHOUT ROWID;

-- Documents and readings that the archive brings, by their path in it.
CREATE TABLE inbox_content (
  inbox_id TEXT NOT NULL REFERENCES inbox (id),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  -- Of a document as its sender detected it.
  media_type TEXT NOT NULL,
  PRIMARY KEY (inbox_id, path)
) STRICT, WITHOUT ROWID;

-- What a person kept out: not offered again until somebody changes it.
CREATE TABLE refused_change (
  concept TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  version TEXT NOT NULL,
  PRIMARY KEY (concept, id, field)
) STRICT, WITHOUT ROWID;

-- What merging changed, newest last, so that it can be taken back as one step: the row as it was, null where there was none.
CREATE TABLE merge_step (
  inbox_id TEXT NOT NULL REFERENCES inbox (id),
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT,
  after TEXT NOT NULL,
  PRIMARY KEY (inbox_id, position)
) STRICT, WITHOUT ROWID;

-- Other vaults' custody events about what they sent. Each has all that its hash covers; gaps are what does not concern the case.
CREATE TABLE received_custody_event (
  vault_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  case_id TEXT,
  exhibit_id TEXT,
  subject TEXT NOT NULL,
  sha256 TEXT,
  details TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  received_with TEXT NOT NULL REFERENCES inbox (id),
  PRIMARY KEY (vault_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_custody_event_of_subject ON received_custody_event (subject);
CREATE INDEX received_custody_event_of_exhibit ON received_custody_event (exhibit_id);
CREATE INDEX received_custody_event_of_case ON received_custody_event (case_id);
CREATE TRIGGER received_custody_event_is_final BEFORE UPDATE ON received_custody_event
BEGIN SELECT RAISE (ABORT, 'custody events are append-only'); END;

CREATE VIEW any_custody_event AS
  SELECT '' AS vault_id, seq, at, actor, action, case_id, exhibit_id, subject, sha256, details, previous_hash, hash FROM custody_event
  UNION ALL
  SELECT vault_id, seq, at, actor, action, case_id, exhibit_id, subject, sha256, details, previous_hash, hash FROM received_custody_event;

-- Taking a merge back removes what it brought and nobody relied on since. Nothing else may: the row stands only within that step.
CREATE TABLE taking_back (inbox_id TEXT NOT NULL) STRICT;

DROP TRIGGER document_stays;
CREATE TRIGGER document_stays BEFORE DELETE ON document WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'a document is never deleted'); END;
DROP TRIGGER exhibit_stays;
CREATE TRIGGER exhibit_stays BEFORE DELETE ON exhibit WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'an exhibit is withdrawn, never deleted'); END;
DROP TRIGGER citation_stays;
CREATE TRIGGER citation_stays BEFORE DELETE ON citation WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'a citation is withdrawn, never deleted'); END;
DROP TRIGGER edition_stays;
CREATE TRIGGER edition_stays BEFORE DELETE ON edition WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'a compiled edition is never deleted'); END;
DROP TRIGGER translation_stays;
CREATE TRIGGER translation_stays BEFORE DELETE ON translation WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'a translation is withdrawn, never deleted'); END;
DROP TRIGGER near_copy_verdict_stays;
CREATE TRIGGER near_copy_verdict_stays BEFORE DELETE ON near_copy_verdict WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'a decision on copies is followed by another, never deleted'); END;
DROP TRIGGER entity_stays;
CREATE TRIGGER entity_stays BEFORE DELETE ON entity WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'an entity is withdrawn, never deleted'); END;
DROP TRIGGER statement_stays;
CREATE TRIGGER statement_stays BEFORE DELETE ON statement WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'a statement is withdrawn, never deleted'); END;
DROP TRIGGER statement_citation_stays;
CREATE TRIGGER statement_citation_stays BEFORE DELETE ON statement_citation WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'a citation is withdrawn, never deleted'); END;
DROP TRIGGER entity_judgement_stays;
CREATE TRIGGER entity_judgement_stays BEFORE DELETE ON entity_judgement WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'a judgement is undone, never deleted'); END;
DROP TRIGGER figure_stays;
CREATE TRIGGER figure_stays BEFORE DELETE ON figure WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'a figure is withdrawn, never deleted'); END;
DROP TRIGGER comment_stays;
CREATE TRIGGER comment_stays BEFORE DELETE ON comment WHEN NOT EXISTS (SELECT 1 FROM taking_back)
BEGIN SELECT RAISE (ABORT, 'a comment is withdrawn, never deleted'); END;
