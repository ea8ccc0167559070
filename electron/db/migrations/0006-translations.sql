-- A translation of a page, of a passage, or, by another exhibit, of a whole one. Each change is a new row.
CREATE TABLE translation (
  id TEXT PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  page_index INTEGER,
  passage_id TEXT REFERENCES passage (id),
  linked_exhibit_id TEXT REFERENCES exhibit (id),
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  translator TEXT NOT NULL,
  method TEXT NOT NULL,
  is_certified INTEGER NOT NULL CHECK (is_certified IN (0, 1)),
  certification_note TEXT NOT NULL,
  made_on TEXT,
  version INTEGER NOT NULL,
  supersedes_id TEXT UNIQUE REFERENCES translation (id),
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL,
  superseded_at TEXT,
  withdrawn_at TEXT,
  CHECK ((page_index IS NOT NULL) + (passage_id IS NOT NULL) + (linked_exhibit_id IS NOT NULL) = 1),
  CHECK (linked_exhibit_id IS NULL OR linked_exhibit_id <> exhibit_id)
) STRICT;
CREATE INDEX translation_of_exhibit ON translation (exhibit_id, page_index);
CREATE INDEX translation_of_passage ON translation (passage_id);
CREATE INDEX translation_by_exhibit ON translation (linked_exhibit_id);
CREATE TRIGGER translation_is_frozen BEFORE UPDATE OF id, exhibit_id, page_index, passage_id, linked_exhibit_id, text, language,
  translator, method, is_certified, certification_note, made_on, version, supersedes_id, written_at, written_by ON translation
BEGIN SELECT RAISE (ABORT, 'a translation is superseded, never changed'); END;
CREATE TRIGGER translation_stays BEFORE DELETE ON translation
BEGIN SELECT RAISE (ABORT, 'a translation is withdrawn, never deleted'); END;
