-- What a person decided of a value that rules found in an exhibit's text. The proposals themselves are found anew each time.
CREATE TABLE proposal_decision (
  exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
  sort TEXT NOT NULL,
  value TEXT NOT NULL,
  decision TEXT NOT NULL,
  -- The passage that accepting it marked.
  passage_id TEXT REFERENCES passage (id),
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  PRIMARY KEY (exhibit_id, sort, value)
) STRICT, WITHOUT ROWID;
