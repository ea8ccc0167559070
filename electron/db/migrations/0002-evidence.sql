-- What reading tells beyond the text: cells, boxes of recognised words, languages by page, claimed places, remarks.
ALTER TABLE page ADD COLUMN sheet TEXT;
ALTER TABLE page ADD COLUMN words TEXT;
ALTER TABLE page ADD COLUMN proposed_languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE rendition ADD COLUMN structure TEXT;
ALTER TABLE rendition ADD COLUMN places TEXT NOT NULL DEFAULT '[]';
ALTER TABLE rendition ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]';

-- Parts of a container that are stored and wait for their number: a large archive is admitted in many transactions, and a
-- crash between two of them loses none.
CREATE TABLE waiting_part (
  parent_id TEXT NOT NULL REFERENCES exhibit (id),
  position INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES document (sha256),
  name TEXT NOT NULL,
  disposition TEXT NOT NULL,
  job_id TEXT,
  PRIMARY KEY (parent_id, position)
) STRICT, WITHOUT ROWID;
