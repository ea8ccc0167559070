/** Passwords of protected files from a table with a header: `path` and `password` or `user_password`, apart by tabs. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** By absolute path; paths in the table are relative to it. */
export function readPasswords(tables: readonly string[]): Map<string, string> {
  const passwords = new Map<string, string>();
  for (const table of tables) {
    const [head = [], ...rows] = readFileSync(table, 'utf8')
      .split(/\r?\n/)
      .map(line => line.split('\t'));
    const path = head.indexOf('path');
    const password = head.findIndex(name => name === 'password' || name === 'user_password');
    if (path < 0 || password < 0)
      throw new Error(`${table} has no columns “path” and “password” (or “user_password”) in its first line`);
    for (const row of rows)
      if (row[path] && row[password]) passwords.set(resolve(dirname(table), row[path]), row[password]);
  }
  return passwords;
}
