/**
 * The peer of search and lists: the same tables in an unencrypted SQLite file, through the same binding, asked by one bare
 * statement. What it answers faster is the price of encryption, grouping, quotes and snippets.
 */
import Database from '@signalapp/sqlcipher';
import type { Core } from '../../electron/core.ts';
import { parseQuery, toFtsMatch } from '../../shared/domain/search/index.ts';

export function exportPlain(core: Core, path: string): void {
  const db = core.session.connection.readable;
  db.prepare(`ATTACH $path AS plain KEY ''`).all({ path });
  db.prepare(`SELECT sqlcipher_export('plain')`).all();
  db.prepare('DETACH plain').all();
}

export interface PlainPeer {
  search(query: string): number;
  list(limit: number): number;
  close(): void;
}

export function openPlain(path: string): PlainPeer {
  const db = new Database(path, { cacheStatements: true });
  return {
    search: query => {
      const parsed = parseQuery(query);
      if (!parsed.ok || !parsed.query.text) return 0;
      return db
        .prepare(`SELECT page.id, page.page_index, substr(page.text, 1, 200) AS text FROM page_fts JOIN page ON page.id = page_fts.rowid
                         WHERE page_fts MATCH $match ORDER BY page_fts.rowid LIMIT 20`)
        .all({ match: toFtsMatch(parsed.query.text) }).length;
    },
    list: limit =>
      db.prepare('SELECT * FROM exhibit JOIN document USING (sha256) ORDER BY number LIMIT $limit').all({ limit })
        .length + db.prepare('SELECT count(*) FROM exhibit WHERE withdrawn_at IS NULL').all().length,
    close: () => db.close(),
  };
}
