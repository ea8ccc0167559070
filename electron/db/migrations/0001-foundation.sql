CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bytes. A blob is written chunk by chunk before its digest is known; it belongs to a document once it has one.
-- Blobs without a document are what a crash left behind; opening the vault clears them.
CREATE TABLE blob (
  id INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE blob_chunk (
  -- blob id * 2^20 + sequence: 1 MiB chunks, so 1 TiB a document; one B-tree, no second index.
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE document (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  blob_id INTEGER NOT NULL UNIQUE REFERENCES blob (id),
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  media_type TEXT NOT NULL,
  stored_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER document_digest_is_immutable BEFORE UPDATE OF sha256, blob_id, size_bytes ON document
BEGIN SELECT RAISE (ABORT, 'a document is immutable'); END;
CREATE TRIGGER document_stays BEFORE DELETE ON document
BEGIN SELECT RAISE (ABORT, 'a document is never deleted'); END;

CREATE TABLE rendition (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES document (sha256),
  engine TEXT NOT NULL,
  engine_version TEXT NOT NULL,
  made_at TEXT NOT NULL,
  page_count INTEGER NOT NULL,
  metadata TEXT NOT NULL,
  outline TEXT NOT NULL,
  warnings TEXT NOT NULL,
  -- 1 for the rendition that is searched and read; older ones stay for the citations made on them.
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
  -- 0 until the last page is in: a crash in the middle leaves a rendition that is never used.
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1))
) STRICT;
CREATE INDEX rendition_of_document ON rendition (sha256, is_current);

CREATE TABLE page (
  -- block * 2^20 + page index, a block of ids for each rendition: the full-text index is walked in the order of documents.
  id INTEGER PRIMARY KEY,
  rendition_id TEXT NOT NULL REFERENCES rendition (id),
  page_index INTEGER NOT NULL,
  label TEXT,
  text TEXT NOT NULL,
  width_pt REAL,
  height_pt REAL,
  method TEXT NOT NULL,
  confidence REAL,
  UNIQUE (rendition_id, page_index)
) STRICT;

-- Holds no text of its own: rows are page ids, tokens come from shared/domain/text (folded, Han/Kana/Hangul apart).
CREATE VIRTUAL TABLE page_fts USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE case_record (
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  workstream TEXT NOT NULL,
  handling_mark TEXT NOT NULL,
  standard TEXT NOT NULL,
  lead TEXT NOT NULL,
  status TEXT NOT NULL,
  is_exercise INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  reliability TEXT NOT NULL,
  confidential INTEGER NOT NULL,
  code_name TEXT,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE source_origin (
  source_id TEXT NOT NULL REFERENCES source (id),
  origin_id TEXT NOT NULL REFERENCES source (id),
  PRIMARY KEY (source_id, origin_id),
  CHECK (source_id <> origin_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_grade (
  id INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  reliability TEXT NOT NULL,
  reason TEXT NOT NULL,
  graded_by TEXT NOT NULL,
  graded_at TEXT NOT NULL
) STRICT;
CREATE INDEX source_grade_of_source ON source_grade (source_id);

CREATE TABLE exhibit (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  number INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES document (sha256),
  file_name TEXT NOT NULL,
  title TEXT NOT NULL,
  source_id TEXT REFERENCES source (id),
  obtained_how TEXT NOT NULL,
  obtained_on TEXT,
  obtained_by TEXT NOT NULL,
  published_on TEXT,
  languages TEXT NOT NULL,
  handling_mark TEXT NOT NULL,
  parent_id TEXT REFERENCES exhibit (id),
  authenticity TEXT NOT NULL,
  authenticity_note TEXT NOT NULL,
  is_observation INTEGER NOT NULL,
  reading TEXT NOT NULL,
  problem TEXT,
  admitted_at TEXT NOT NULL,
  opened_at TEXT,
  withdrawn_at TEXT,
  UNIQUE (case_id, number)
) STRICT;
CREATE INDEX exhibit_of_document ON exhibit (sha256);
CREATE INDEX exhibit_of_source ON exhibit (source_id);
CREATE INDEX exhibit_of_parent ON exhibit (parent_id);
CREATE TRIGGER exhibit_stays BEFORE DELETE ON exhibit
BEGIN SELECT RAISE (ABORT, 'an exhibit is withdrawn, never deleted'); END;
CREATE TRIGGER exhibit_bytes_are_immutable BEFORE UPDATE OF sha256, case_id, number ON exhibit
BEGIN SELECT RAISE (ABORT, 'an exhibit keeps its document and number'); END;

-- Each arrival of the bytes in the case, the first included, with its own provenance.
CREATE TABLE exhibit_copy (
  id INTEGER PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  file_name TEXT NOT NULL,
  path TEXT NOT NULL,
  arrived_at TEXT NOT NULL,
  job_id TEXT
) STRICT;
CREATE INDEX exhibit_copy_of_exhibit ON exhibit_copy (exhibit_id);

CREATE TABLE passage (
  id TEXT PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  rendition_id TEXT REFERENCES rendition (id),
  kind TEXT NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  position_start INTEGER,
  position_end INTEGER,
  page_index INTEGER NOT NULL,
  page_label TEXT,
  rects TEXT NOT NULL,
  note TEXT NOT NULL,
  tags TEXT NOT NULL,
  anchor TEXT NOT NULL,
  marked_at TEXT NOT NULL,
  marked_by TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX passage_of_exhibit ON passage (exhibit_id);

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  stage TEXT NOT NULL,
  narrative TEXT NOT NULL,
  alternatives TEXT NOT NULL,
  participants TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (case_id, number)
) STRICT;

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  finding_id TEXT NOT NULL REFERENCES finding (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  provision_ids TEXT NOT NULL,
  judgement TEXT,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX claim_of_finding ON claim (finding_id);

CREATE TABLE citation (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  passage_id TEXT NOT NULL REFERENCES passage (id),
  bearing TEXT NOT NULL,
  credibility INTEGER NOT NULL,
  quote TEXT NOT NULL,
  page_index INTEGER NOT NULL,
  page_label TEXT,
  rebuttal TEXT NOT NULL,
  cited_at TEXT NOT NULL,
  cited_by TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX citation_of_claim ON citation (claim_id);
CREATE INDEX citation_of_passage ON citation (passage_id);
CREATE TRIGGER citation_quote_is_frozen BEFORE UPDATE OF quote, passage_id, claim_id, page_index, page_label ON citation
BEGIN SELECT RAISE (ABORT, 'the words of a citation are frozen'); END;
CREATE TRIGGER citation_stays BEFORE DELETE ON citation
BEGIN SELECT RAISE (ABORT, 'a citation is withdrawn, never deleted'); END;

CREATE TABLE request (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  finding_id TEXT REFERENCES finding (id),
  addressee TEXT NOT NULL,
  substance TEXT NOT NULL,
  state TEXT NOT NULL,
  sent_on TEXT,
  due_on TEXT,
  answered_on TEXT,
  reply_exhibit_id TEXT REFERENCES exhibit (id),
  note TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX request_of_case ON request (case_id);

CREATE TABLE edition (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  title TEXT NOT NULL,
  compiled_at TEXT NOT NULL,
  compiled_by TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  finding_count INTEGER NOT NULL,
  -- The compiled document as JSON: what was said stays as it was said.
  content TEXT NOT NULL
) STRICT;
CREATE INDEX edition_of_case ON edition (case_id);
CREATE TRIGGER edition_is_frozen BEFORE UPDATE ON edition
BEGIN SELECT RAISE (ABORT, 'a compiled edition is frozen'); END;
CREATE TRIGGER edition_stays BEFORE DELETE ON edition
BEGIN SELECT RAISE (ABORT, 'a compiled edition is never deleted'); END;

CREATE TABLE edition_citation (
  edition_id TEXT NOT NULL REFERENCES edition (id),
  citation_id TEXT NOT NULL REFERENCES citation (id),
  PRIMARY KEY (edition_id, citation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_citation_of_citation ON edition_citation (citation_id);

CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  input TEXT NOT NULL,
  status TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  dismissed_at TEXT
) STRICT;

-- What became of each path of an admission: written in the same transaction as the exhibit, so that a resumed job
-- knows what is done.
CREATE TABLE admission (
  job_id TEXT NOT NULL REFERENCES job (id),
  path TEXT NOT NULL,
  outcome TEXT NOT NULL,
  exhibit_id TEXT REFERENCES exhibit (id),
  code TEXT,
  sentence TEXT,
  PRIMARY KEY (job_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE custody_event (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  case_id TEXT,
  exhibit_id TEXT,
  subject TEXT NOT NULL,
  sha256 TEXT,
  details TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX custody_event_of_exhibit ON custody_event (exhibit_id);
CREATE INDEX custody_event_of_case ON custody_event (case_id);
CREATE INDEX custody_event_of_subject ON custody_event (subject);
CREATE TRIGGER custody_event_is_final BEFORE UPDATE ON custody_event
BEGIN SELECT RAISE (ABORT, 'custody events are append-only'); END;
CREATE TRIGGER custody_event_stays BEFORE DELETE ON custody_event
BEGIN SELECT RAISE (ABORT, 'custody events are append-only'); END;
