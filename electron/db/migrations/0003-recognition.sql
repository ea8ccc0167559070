-- Words recognised so far, page by page: pausing or a crash loses at most the page in hand. They go into a rendition, and from
-- here, when all pages that were asked for are there.
CREATE TABLE recognised_page (
  sha256 TEXT NOT NULL REFERENCES document (sha256),
  models TEXT NOT NULL,
  engine_version TEXT NOT NULL,
  page_index INTEGER NOT NULL,
  text TEXT NOT NULL,
  words TEXT NOT NULL,
  confidence REAL,
  languages TEXT NOT NULL,
  -- One sentence where the page could not be recognised, else null.
  problem TEXT,
  recognised_at TEXT NOT NULL,
  PRIMARY KEY (sha256, models, engine_version, page_index)
) STRICT, WITHOUT ROWID;

-- What became of each exhibit of a job, so that a resumed one knows what is done.
CREATE TABLE recognition (
  job_id TEXT NOT NULL REFERENCES job (id),
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  models TEXT NOT NULL,
  pages INTEGER NOT NULL,
  confidence REAL,
  problem TEXT,
  PRIMARY KEY (job_id, exhibit_id)
) STRICT, WITHOUT ROWID;

-- The languages that a case's scans are in, as a person set them.
CREATE TABLE case_recognition (
  case_id TEXT PRIMARY KEY REFERENCES case_record (id),
  models TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Counting pages that wait for recognition must not read every page of the case.
CREATE INDEX page_without_text ON page (rendition_id, page_index) WHERE method = 'none';
