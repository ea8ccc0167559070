-- Entities of the FollowTheMoney schemata. Relationships and events are entities too; all that is said of any of them is in
-- statements, which keep the entity that they were recorded of, whatever it is merged with: a split gives each its own back.
CREATE TABLE entity (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  foreign_id TEXT UNIQUE,
  schema TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('thing', 'relationship', 'event', 'record')),
  -- The first of those judged to be one subject. Follows from entity_judgement, kept here for speed.
  canonical_id TEXT NOT NULL REFERENCES entity (id),
  -- Of the canonical one, for all its members: what lists show and sort by. Follows from the statements.
  caption TEXT NOT NULL,
  hint TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX entity_of_canonical ON entity (canonical_id);
-- What a list shows, in its order, without the rows themselves.
CREATE INDEX entity_listed ON entity (kind, sort_key, id, schema) WHERE id = canonical_id AND withdrawn_at IS NULL;
CREATE TRIGGER entity_stays BEFORE DELETE ON entity
BEGIN SELECT RAISE (ABORT, 'an entity is withdrawn, never deleted'); END;

CREATE TABLE case_entity (
  case_id TEXT NOT NULL REFERENCES case_record (id),
  entity_id TEXT NOT NULL REFERENCES entity (id),
  added_at TEXT NOT NULL,
  PRIMARY KEY (case_id, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_entity_of_entity ON case_entity (entity_id);

-- A file that entities came from: admitted as an exhibit first, then read row by row.
CREATE TABLE entity_import (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  format TEXT NOT NULL,
  mapping TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  -- JSON: how far it came, written with each batch; what is resumed goes on from there.
  progress TEXT,
  -- JSON, once it is whole.
  report TEXT
) STRICT;
CREATE INDEX entity_import_of_case ON entity_import (case_id);
CREATE INDEX entity_import_of_exhibit ON entity_import (exhibit_id);

CREATE TABLE import_mapping (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  columns TEXT NOT NULL,
  mapping TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE statement (
  id TEXT PRIMARY KEY,
  entity_id TEXT NOT NULL REFERENCES entity (id),
  case_id TEXT NOT NULL REFERENCES case_record (id),
  property TEXT NOT NULL,
  value TEXT NOT NULL,
  -- As compared: names folded, identifiers without separators. Empty where it is not compared.
  value_key TEXT NOT NULL,
  original TEXT NOT NULL,
  target_id TEXT REFERENCES entity (id),
  language TEXT NOT NULL,
  quality TEXT,
  detail TEXT NOT NULL,
  from_on TEXT,
  to_on TEXT,
  credibility INTEGER NOT NULL,
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  import_id TEXT REFERENCES entity_import (id),
  import_row INTEGER,
  supersedes_id TEXT REFERENCES statement (id),
  withdrawn_at TEXT
) STRICT;
CREATE INDEX statement_of_entity ON statement (entity_id, property);
-- Only what stands, so that ties are counted without reading them.
CREATE INDEX statement_of_target ON statement (target_id) WHERE target_id IS NOT NULL AND withdrawn_at IS NULL;
-- A query must say `value_key <> ''` to use it: that a parameter is not empty cannot be known.
CREATE INDEX statement_by_key ON statement (value_key) WHERE value_key <> '';
CREATE INDEX statement_of_import ON statement (import_id) WHERE import_id IS NOT NULL;
CREATE TRIGGER statement_value_is_frozen BEFORE UPDATE OF id, entity_id, case_id, property, value, original, recorded_at, recorded_by, import_id, import_row, supersedes_id ON statement
BEGIN SELECT RAISE (ABORT, 'a statement is corrected by another, never changed'); END;
CREATE TRIGGER statement_stays BEFORE DELETE ON statement
BEGIN SELECT RAISE (ABORT, 'a statement is withdrawn, never deleted'); END;

-- Apart from the citations of claims, with which it shares its form: each rests on a passage, with the words frozen.
CREATE TABLE statement_citation (
  id TEXT PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES statement (id),
  passage_id TEXT NOT NULL REFERENCES passage (id),
  bearing TEXT NOT NULL,
  credibility INTEGER NOT NULL,
  quote TEXT NOT NULL,
  page_index INTEGER NOT NULL,
  page_label TEXT,
  cited_at TEXT NOT NULL,
  cited_by TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX statement_citation_of_statement ON statement_citation (statement_id);
CREATE INDEX statement_citation_of_passage ON statement_citation (passage_id);
CREATE TRIGGER statement_citation_is_frozen BEFORE UPDATE OF id, statement_id, passage_id, quote, page_index, page_label, cited_at, cited_by ON statement_citation
BEGIN SELECT RAISE (ABORT, 'the words of a citation are frozen'); END;
CREATE TRIGGER statement_citation_stays BEFORE DELETE ON statement_citation
BEGIN SELECT RAISE (ABORT, 'a citation is withdrawn, never deleted'); END;

-- Which of several values of a property is shown. The latest counts; null: the rule chooses again.
CREATE TABLE statement_choice (
  id INTEGER PRIMARY KEY,
  entity_id TEXT NOT NULL REFERENCES entity (id),
  property TEXT NOT NULL,
  statement_id TEXT REFERENCES statement (id),
  reason TEXT NOT NULL,
  chosen_at TEXT NOT NULL,
  chosen_by TEXT NOT NULL
) STRICT;
CREATE INDEX statement_choice_of_entity ON statement_choice (entity_id, property);

-- That two records are one subject, or are not.
CREATE TABLE entity_judgement (
  id TEXT PRIMARY KEY,
  left_id TEXT NOT NULL REFERENCES entity (id),
  right_id TEXT NOT NULL REFERENCES entity (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'not-same')),
  identifier TEXT NOT NULL,
  reason TEXT NOT NULL,
  judged_at TEXT NOT NULL,
  judged_by TEXT NOT NULL,
  undone_at TEXT,
  CHECK (left_id <> right_id)
) STRICT;
CREATE INDEX entity_judgement_of_left ON entity_judgement (left_id);
CREATE INDEX entity_judgement_of_right ON entity_judgement (right_id);
CREATE TRIGGER entity_judgement_is_final BEFORE UPDATE OF id, left_id, right_id, verdict, identifier, reason, judged_at, judged_by ON entity_judgement
BEGIN SELECT RAISE (ABORT, 'a judgement is undone, never changed'); END;
CREATE TRIGGER entity_judgement_stays BEFORE DELETE ON entity_judgement
BEGIN SELECT RAISE (ABORT, 'a judgement is undone, never deleted'); END;

-- How sure a tie is, by a person's judgement. The latest counts; null: as computed.
CREATE TABLE strength_judgement (
  id INTEGER PRIMARY KEY,
  entity_id TEXT NOT NULL REFERENCES entity (id),
  strength TEXT,
  reason TEXT NOT NULL,
  judged_at TEXT NOT NULL,
  judged_by TEXT NOT NULL
) STRICT;
CREATE INDEX strength_judgement_of_entity ON strength_judgement (entity_id);

-- Names of every kind, folded and cut into tokens as pages are. Rows are entity.seq; follows from the statements.
CREATE VIRTUAL TABLE entity_fts USING fts5 (names, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');

-- What was decided where an exhibit seems to name an entity: for these words in this exhibit.
CREATE TABLE mention_decision (
  entity_id TEXT NOT NULL REFERENCES entity (id),
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  words_key TEXT NOT NULL,
  -- Accepting is of one place, rejecting of all places in the exhibit with these words: -1.
  page_index INTEGER NOT NULL,
  start INTEGER NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected')),
  citation_id TEXT REFERENCES statement_citation (id),
  passage_id TEXT REFERENCES passage (id),
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  PRIMARY KEY (entity_id, exhibit_id, words_key, page_index, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_decision_of_exhibit ON mention_decision (exhibit_id);

CREATE TABLE chart_view (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX chart_view_of_case ON chart_view (case_id);

CREATE TABLE figure (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  finding_id TEXT REFERENCES finding (id),
  kind TEXT NOT NULL,
  caption TEXT NOT NULL,
  source_line TEXT NOT NULL,
  alt_text TEXT NOT NULL,
  png BLOB NOT NULL,
  png_sha256 TEXT NOT NULL,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  figure_table TEXT NOT NULL,
  entity_ids TEXT NOT NULL,
  citation_ids TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX figure_of_case ON figure (case_id);
CREATE TRIGGER figure_picture_is_frozen BEFORE UPDATE OF id, case_id, kind, png, png_sha256, figure_table, citation_ids ON figure
BEGIN SELECT RAISE (ABORT, 'what a figure shows is frozen'); END;
CREATE TRIGGER figure_stays BEFORE DELETE ON figure
BEGIN SELECT RAISE (ABORT, 'a figure is withdrawn, never deleted'); END;

-- The figures that a frozen report shows; its own text holds no picture.
CREATE TABLE edition_figure (
  edition_id TEXT NOT NULL REFERENCES edition (id),
  figure_id TEXT NOT NULL REFERENCES figure (id),
  PRIMARY KEY (edition_id, figure_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_figure_of_figure ON edition_figure (figure_id);

-- Claims and requests point at entities; a claim may say when what it tells of happened.
ALTER TABLE claim ADD COLUMN occurred_on TEXT;
ALTER TABLE claim ADD COLUMN entity_ids TEXT NOT NULL DEFAULT '[]';
ALTER TABLE request ADD COLUMN entity_id TEXT REFERENCES entity (id);
