-- What a document is like: a sketch of its text (64 numbers of 4 bytes, little end first) and the hash of its picture.
CREATE TABLE likeness (
  sha256 TEXT PRIMARY KEY REFERENCES document (sha256),
  text_sketch BLOB CHECK (length(text_sketch) = 256),
  picture_hash TEXT CHECK (length(picture_hash) = 16)
) STRICT, WITHOUT ROWID;

-- Groups of exhibits of a case that are alike. The first of a group has keys to be found by; those that came later are
-- compared with firsts only, so that ten thousand copies of one form cost ten thousand comparisons and not their square.
CREATE TABLE near_copy (
  id INTEGER PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  case_id TEXT NOT NULL REFERENCES case_record (id),
  kind TEXT NOT NULL CHECK (kind IN ('text', 'picture')),
  -- null: it is the first of its group.
  first_id INTEGER REFERENCES near_copy (id),
  UNIQUE (exhibit_id, kind)
) STRICT;
CREATE INDEX near_copy_of_first ON near_copy (first_id);
CREATE INDEX near_copy_of_case ON near_copy (case_id, kind);

CREATE TABLE near_copy_key (
  key INTEGER NOT NULL,
  near_copy_id INTEGER NOT NULL REFERENCES near_copy (id),
  PRIMARY KEY (key, near_copy_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX near_copy_key_of_first ON near_copy_key (near_copy_id);

-- What people decided of two exhibits. The latest counts, the earlier ones stay.
CREATE TABLE near_copy_verdict (
  id INTEGER PRIMARY KEY,
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  other_id TEXT NOT NULL REFERENCES exhibit (id),
  -- 'copy': the exhibit is a copy of the other.
  verdict TEXT NOT NULL CHECK (verdict IN ('copy', 'not-a-copy', 'open')),
  note TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  CHECK (exhibit_id <> other_id)
) STRICT;
CREATE INDEX near_copy_verdict_of_exhibit ON near_copy_verdict (exhibit_id);
CREATE INDEX near_copy_verdict_of_other ON near_copy_verdict (other_id);
CREATE TRIGGER near_copy_verdict_is_final BEFORE UPDATE ON near_copy_verdict
BEGIN SELECT RAISE (ABORT, 'a decision on copies is followed by another, never changed'); END;
CREATE TRIGGER near_copy_verdict_stays BEFORE DELETE ON near_copy_verdict
BEGIN SELECT RAISE (ABORT, 'a decision on copies is followed by another, never deleted'); END;

-- Which message a document is, and which ones it answers, as its headers claim.
CREATE TABLE mail_message (
  sha256 TEXT PRIMARY KEY REFERENCES document (sha256),
  message_id TEXT,
  subject TEXT NOT NULL,
  is_reply INTEGER NOT NULL CHECK (is_reply IN (0, 1)),
  sent_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_message_by_id ON mail_message (message_id);
CREATE INDEX mail_message_by_subject ON mail_message (subject);

CREATE TABLE mail_reference (
  sha256 TEXT NOT NULL REFERENCES mail_message (sha256),
  position INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  PRIMARY KEY (sha256, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_reference_by_id ON mail_reference (message_id);
