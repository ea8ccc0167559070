-- What reference managers know of an exhibit beyond what it says itself. Each change is a new version; the last one counts.
CREATE TABLE exhibit_reference (
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  version INTEGER NOT NULL,
  -- CSL-JSON; NULL: the record was taken back.
  item TEXT,
  import_id TEXT REFERENCES reference_import (id),
  import_row INTEGER,
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL,
  PRIMARY KEY (exhibit_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER exhibit_reference_is_frozen BEFORE UPDATE ON exhibit_reference
BEGIN SELECT RAISE (ABORT, 'a record is superseded, never changed'); END;
CREATE TRIGGER exhibit_reference_stays BEFORE DELETE ON exhibit_reference
BEGIN SELECT RAISE (ABORT, 'a record is superseded, never deleted'); END;

-- A file of references that was read. The same exhibit read again is the same import.
CREATE TABLE reference_import (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  exhibit_id TEXT NOT NULL UNIQUE REFERENCES exhibit (id),
  format TEXT NOT NULL,
  read_at TEXT NOT NULL,
  read_by TEXT NOT NULL,
  -- JSON: rows that gave no record, each with a sentence; NULL until the file was read to its end.
  problems TEXT
) STRICT;
CREATE INDEX reference_import_of_case ON reference_import (case_id);

CREATE TABLE reference_item (
  import_id TEXT NOT NULL REFERENCES reference_import (id),
  -- In the file, counted from 1.
  item_row INTEGER NOT NULL,
  item TEXT NOT NULL,
  -- JSON: exhibits that it may be of, the surest first, each with its reasons.
  candidates TEXT NOT NULL,
  -- proposed, unmatched, known (the exhibit says all of it), accepted, rejected
  state TEXT NOT NULL,
  exhibit_id TEXT REFERENCES exhibit (id),
  decided_at TEXT,
  decided_by TEXT,
  PRIMARY KEY (import_id, item_row)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_item_by_state ON reference_item (import_id, state, item_row);
CREATE TRIGGER reference_item_is_as_read BEFORE UPDATE OF import_id, item_row, item ON reference_item
BEGIN SELECT RAISE (ABORT, 'what a file said stays as it was read'); END;
CREATE TRIGGER reference_item_stays BEFORE DELETE ON reference_item
BEGIN SELECT RAISE (ABORT, 'what a file said stays'); END;
