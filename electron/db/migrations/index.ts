/** The migrations in order. A released one is history: mend it with the next. */
import foundation from './0001-foundation.sql?raw';
import evidence from './0002-evidence.sql?raw';
import recognition from './0003-recognition.sql?raw';
import proposals from './0004-proposals.sql?raw';
import nearCopies from './0005-near-copies.sql?raw';
import translations from './0006-translations.sql?raw';
import entities from './0007-entities.sql?raw';
import identities from './0008-identities.sql?raw';
import comments from './0009-comments.sql?raw';
import departures from './0010-departures.sql?raw';
import exchange from './0011-exchange.sql?raw';
import references from './0012-references.sql?raw';

export const migrations: readonly { name: string; sql: string }[] = [
  { name: '0001-foundation', sql: foundation },
  { name: '0002-evidence', sql: evidence },
  { name: '0003-recognition', sql: recognition },
  { name: '0004-proposals', sql: proposals },
  { name: '0005-near-copies', sql: nearCopies },
  { name: '0006-translations', sql: translations },
  { name: '0007-entities', sql: entities },
  { name: '0008-identities', sql: identities },
  { name: '0009-comments', sql: comments },
  { name: '0010-departures', sql: departures },
  { name: '0011-exchange', sql: exchange },
  { name: '0012-references', sql: references },
];
