-- What left, what must never leave, and what was redacted before it did.

-- Whether a case or one of its exhibits may leave. The latest row of each counts; a mark that is lifted stays on record.
CREATE TABLE compartment_mark (
  id INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  -- NULL: the whole case.
  exhibit_id TEXT REFERENCES exhibit (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('never-leaves', 'lifted')),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL
) STRICT;
CREATE INDEX compartment_mark_of_case ON compartment_mark (case_id);
CREATE INDEX compartment_mark_of_exhibit ON compartment_mark (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE TRIGGER compartment_mark_is_final BEFORE UPDATE ON compartment_mark
BEGIN SELECT RAISE (ABORT, 'a mark is lifted, never changed'); END;
CREATE TRIGGER compartment_mark_stays BEFORE DELETE ON compartment_mark
BEGIN SELECT RAISE (ABORT, 'a mark is lifted, never deleted'); END;

-- Each file that left. Its list says what went and what stayed; the file itself is known by its digest.
CREATE TABLE departure (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  -- JSON: names, with the contact where it is one.
  recipients TEXT NOT NULL,
  audience TEXT,
  reason TEXT NOT NULL,
  list TEXT NOT NULL,
  list_sha256 TEXT NOT NULL CHECK (length(list_sha256) = 64),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  went INTEGER NOT NULL,
  stayed INTEGER NOT NULL,
  left_at TEXT NOT NULL,
  left_by TEXT NOT NULL
) STRICT;
CREATE INDEX departure_of_case ON departure (case_id, seq);
CREATE TRIGGER departure_is_final BEFORE UPDATE ON departure
BEGIN SELECT RAISE (ABORT, 'what left is on record for good'); END;
CREATE TRIGGER departure_stays BEFORE DELETE ON departure
BEGIN SELECT RAISE (ABORT, 'what left is on record for good'); END;

-- The identity of a confidential source leaves only when asked for twice. Each asking is a row; the second names the first.
CREATE TABLE source_disclosure (
  id INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  source_id TEXT NOT NULL REFERENCES source (id),
  recipient TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('asked', 'confirmed', 'taken-back', 'used')),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL
) STRICT;
CREATE INDEX source_disclosure_of_case ON source_disclosure (case_id, source_id);
CREATE TRIGGER source_disclosure_is_final BEFORE UPDATE ON source_disclosure
BEGIN SELECT RAISE (ABORT, 'a disclosure is taken back, never changed'); END;
CREATE TRIGGER source_disclosure_stays BEFORE DELETE ON source_disclosure
BEGIN SELECT RAISE (ABORT, 'a disclosure is taken back, never deleted'); END;

-- What was painted over, of which exhibit, and the exhibit that came of it. That the two belong together never leaves.
CREATE TABLE redaction (
  exhibit_id TEXT PRIMARY KEY REFERENCES exhibit (id),
  original_id TEXT NOT NULL REFERENCES exhibit (id),
  kind TEXT NOT NULL CHECK (kind IN ('redacted', 'pixels-only')),
  -- JSON: each region or run of words, with its reason.
  marks TEXT NOT NULL,
  -- JSON: quarter turns by page index, of pages that were drawn turned; places on the original are told before it.
  turns TEXT NOT NULL,
  engine TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  CHECK (exhibit_id <> original_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX redaction_of_original ON redaction (original_id);
CREATE TRIGGER redaction_is_final BEFORE UPDATE ON redaction
BEGIN SELECT RAISE (ABORT, 'what was redacted is on record for good'); END;
CREATE TRIGGER redaction_stays BEFORE DELETE ON redaction
BEGIN SELECT RAISE (ABORT, 'what was redacted is on record for good'); END;

-- What a person marked for redaction and has not burned into a copy yet; it stays for the next copy.
CREATE TABLE redaction_mark (
  id INTEGER PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  mark TEXT NOT NULL,
  marked_at TEXT NOT NULL,
  marked_by TEXT NOT NULL,
  taken_back_at TEXT
) STRICT;
CREATE INDEX redaction_mark_of_exhibit ON redaction_mark (exhibit_id) WHERE taken_back_at IS NULL;
