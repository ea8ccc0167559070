-- Remarks of readers on anything, threaded; dissent stays visible. The words never change: only how a thread is settled,
-- and whether its author took a comment back. Neither the thing spoken of nor the comment answered need be in this vault yet.
CREATE TABLE comment (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  page_index INTEGER,
  subject_name TEXT NOT NULL,
  quote TEXT NOT NULL,
  parent_id TEXT,
  text TEXT NOT NULL,
  verdict TEXT,
  is_dissent INTEGER NOT NULL CHECK (is_dissent IN (0, 1)),
  author_name TEXT NOT NULL,
  author_team TEXT NOT NULL,
  -- Where it was written: in this or another vault, or by a reviewer of the bundle whose case record has this digest.
  vault_id TEXT,
  bundle_sha256 TEXT,
  written_at TEXT NOT NULL,
  -- How the thread was settled; set and cleared together, and only on its first comment.
  resolved_as TEXT CHECK (resolved_as IN ('accepted', 'rejected')),
  resolved_at TEXT,
  resolved_by TEXT,
  -- The comment that says why; it stays when the thread is opened again.
  resolved_answer_id TEXT,
  withdrawn_at TEXT,
  CHECK ((vault_id IS NULL) <> (bundle_sha256 IS NULL)),
  CHECK ((resolved_at IS NULL) = (resolved_by IS NULL)),
  CHECK ((resolved_at IS NULL) = (resolved_as IS NULL)),
  CHECK (resolved_answer_id IS NULL OR resolved_at IS NOT NULL),
  CHECK (parent_id IS NULL OR parent_id <> id)
) STRICT;
CREATE INDEX comment_on_subject ON comment (case_id, subject_kind, subject_id);
CREATE INDEX comment_of_parent ON comment (parent_id);
CREATE TRIGGER comment_is_frozen BEFORE UPDATE OF id, case_id, subject_kind, subject_id, page_index, subject_name, quote, parent_id,
  text, verdict, is_dissent, author_name, author_team, vault_id, bundle_sha256, written_at ON comment
BEGIN SELECT RAISE (ABORT, 'the words of a comment are frozen'); END;
CREATE TRIGGER comment_stays BEFORE DELETE ON comment
BEGIN SELECT RAISE (ABORT, 'a comment is withdrawn, never deleted'); END;

-- Reviewers' files that were received, and which remark came in which of them.
CREATE TABLE review (
  sha256 TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_record (id),
  file_name TEXT NOT NULL,
  bundle_sha256 TEXT NOT NULL,
  -- JSON: what the file says of the bundle.
  bundle TEXT NOT NULL,
  reviewer_name TEXT NOT NULL,
  reviewer_team TEXT NOT NULL,
  -- JSON: remarks that could not be read, and why.
  problems TEXT NOT NULL,
  received_at TEXT NOT NULL,
  received_by TEXT NOT NULL,
  PRIMARY KEY (case_id, sha256)
) STRICT, WITHOUT ROWID;
CREATE TABLE review_remark (
  case_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  comment_id TEXT NOT NULL REFERENCES comment (id),
  PRIMARY KEY (case_id, sha256, comment_id),
  FOREIGN KEY (case_id, sha256) REFERENCES review (case_id, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_remark_of_comment ON review_remark (comment_id);
