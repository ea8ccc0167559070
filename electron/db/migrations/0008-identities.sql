-- A vault's own keys, the people whose keys it knows, and receipts of its custody head.

-- One is current; a replaced one stays, since what was sealed to it opens with nothing else.
CREATE TABLE identity (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  team TEXT NOT NULL,
  signing_key TEXT NOT NULL UNIQUE,
  signing_secret TEXT NOT NULL,
  age_recipient TEXT NOT NULL UNIQUE,
  age_secret TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  retired_at TEXT,
  retired_reason TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX identity_one_current ON identity ((retired_at IS NULL)) WHERE retired_at IS NULL;
CREATE TRIGGER identity_keys_are_fixed BEFORE UPDATE OF id, signing_key, signing_secret, age_recipient, age_secret, made_at, made_by ON identity
BEGIN SELECT RAISE (ABORT, 'keys are replaced, never changed'); END;
CREATE TRIGGER identity_stays_retired BEFORE UPDATE ON identity WHEN OLD.retired_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'retired keys stay as they are'); END;
CREATE TRIGGER identity_stays BEFORE DELETE ON identity
BEGIN SELECT RAISE (ABORT, 'keys are retired, never deleted'); END;

-- Another key is another contact: whoever was verified was verified with this one.
CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  team TEXT NOT NULL,
  vault_code TEXT,
  signing_key TEXT,
  age_recipient TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('card', 'typed')),
  card TEXT,
  note TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  withdrawn_at TEXT,
  CHECK (signing_key IS NOT NULL OR age_recipient IS NOT NULL),
  CHECK ((origin = 'card') = (card IS NOT NULL))
) STRICT;
CREATE INDEX contact_by_signing_key ON contact (signing_key);
CREATE INDEX contact_by_age_recipient ON contact (age_recipient);
CREATE TRIGGER contact_keys_are_fixed BEFORE UPDATE OF id, vault_code, signing_key, age_recipient, origin, card, added_at, added_by ON contact
BEGIN SELECT RAISE (ABORT, 'another key is another contact'); END;
CREATE TRIGGER contact_stays BEFORE DELETE ON contact
BEGIN SELECT RAISE (ABORT, 'a contact is withdrawn, never deleted'); END;

-- Whether a person made sure whose keys these are; the last one holds.
CREATE TABLE contact_check (
  number INTEGER PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contact (id),
  verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
  how TEXT NOT NULL,
  note TEXT NOT NULL,
  checked_at TEXT NOT NULL,
  checked_by TEXT NOT NULL
) STRICT;
CREATE INDEX contact_check_of ON contact_check (contact_id, number);
CREATE TRIGGER contact_check_is_frozen BEFORE UPDATE ON contact_check
BEGIN SELECT RAISE (ABORT, 'a check is followed by another, never changed'); END;
CREATE TRIGGER contact_check_stays BEFORE DELETE ON contact_check
BEGIN SELECT RAISE (ABORT, 'a check is followed by another, never deleted'); END;

-- The head of the custody chain as it was given out, signed. `sha256` is that of the text.
CREATE TABLE receipt (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  event_count INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  text TEXT NOT NULL,
  signature TEXT NOT NULL,
  identity_id TEXT NOT NULL REFERENCES identity (id),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER receipt_is_frozen BEFORE UPDATE ON receipt
BEGIN SELECT RAISE (ABORT, 'a receipt is never changed'); END;
CREATE TRIGGER receipt_stays BEFORE DELETE ON receipt
BEGIN SELECT RAISE (ABORT, 'a receipt is never deleted'); END;

CREATE TABLE countersignature (
  sha256 TEXT PRIMARY KEY,
  receipt_id TEXT NOT NULL REFERENCES receipt (id),
  witness TEXT NOT NULL,
  team TEXT NOT NULL,
  vault_code TEXT NOT NULL,
  signing_key TEXT NOT NULL,
  note TEXT NOT NULL,
  witnessed_at TEXT NOT NULL,
  text TEXT NOT NULL,
  signature TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  kept_by TEXT NOT NULL
) STRICT;
CREATE INDEX countersignature_of ON countersignature (receipt_id);
CREATE TRIGGER countersignature_is_frozen BEFORE UPDATE ON countersignature
BEGIN SELECT RAISE (ABORT, 'a countersignature is never changed'); END;
CREATE TRIGGER countersignature_stays BEFORE DELETE ON countersignature
BEGIN SELECT RAISE (ABORT, 'a countersignature is never deleted'); END;

-- A time-stamping authority's answer (RFC 3161) for a receipt, as its bytes.
CREATE TABLE receipt_timestamp (
  sha256 TEXT PRIMARY KEY,
  receipt_id TEXT NOT NULL REFERENCES receipt (id),
  token BLOB NOT NULL,
  kept_at TEXT NOT NULL,
  kept_by TEXT NOT NULL
) STRICT;
CREATE INDEX receipt_timestamp_of ON receipt_timestamp (receipt_id);
CREATE TRIGGER receipt_timestamp_is_frozen BEFORE UPDATE ON receipt_timestamp
BEGIN SELECT RAISE (ABORT, 'a time stamp is never changed'); END;
CREATE TRIGGER receipt_timestamp_stays BEFORE DELETE ON receipt_timestamp
BEGIN SELECT RAISE (ABORT, 'a time stamp is never deleted'); END;

-- By which time-stamp authorities are judged. Only what a person gave is trusted; what no longer is, stays on record.
CREATE TABLE trusted_certificate (
  number INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  name TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  pem TEXT NOT NULL,
  trusted_at TEXT NOT NULL,
  trusted_by TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE UNIQUE INDEX trusted_certificate_in_use ON trusted_certificate (fingerprint) WHERE withdrawn_at IS NULL;
CREATE TRIGGER trusted_certificate_is_fixed BEFORE UPDATE OF number, fingerprint, name, valid_until, pem, trusted_at, trusted_by ON trusted_certificate
BEGIN SELECT RAISE (ABORT, 'a certificate is withdrawn, never changed'); END;
CREATE TRIGGER trusted_certificate_stays BEFORE DELETE ON trusted_certificate
BEGIN SELECT RAISE (ABORT, 'a certificate is withdrawn, never deleted'); END;

-- Receipts of other vaults that were countersigned here. `sha256` is that of the countersignature's text.
CREATE TABLE witnessed_receipt (
  sha256 TEXT PRIMARY KEY,
  receipt_sha256 TEXT NOT NULL,
  receipt_text TEXT NOT NULL,
  text TEXT NOT NULL,
  signature TEXT NOT NULL,
  identity_id TEXT NOT NULL REFERENCES identity (id),
  witnessed_at TEXT NOT NULL,
  witnessed_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER witnessed_receipt_is_frozen BEFORE UPDATE ON witnessed_receipt
BEGIN SELECT RAISE (ABORT, 'what was witnessed is never changed'); END;
CREATE TRIGGER witnessed_receipt_stays BEFORE DELETE ON witnessed_receipt
BEGIN SELECT RAISE (ABORT, 'what was witnessed is never deleted'); END;
