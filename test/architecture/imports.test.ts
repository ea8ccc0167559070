/** Draws the arrows from the imports and points at one that runs uphill (the table "What may import what" of the README). */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '..', '..');

/** From a room to the rooms that it may import; a room may always import itself. Concepts of services and features are judged apart. */
const allowed: Record<string, string[]> = {
  'shared/kernel': [],
  'shared/data': [],
  'shared/domain': ['shared/kernel', 'shared/data'],
  'shared/contract': ['shared/domain', 'shared/kernel'],
  'electron/db': ['shared'],
  'electron/documents': ['shared', 'electron/db'],
  'electron/threads': [],
  'electron/bag': ['shared', 'electron/ssh', 'electron/threads'],
  'electron/age': ['shared', 'electron/threads'],
  'electron/ssh': ['shared'],
  'electron/timestamp': ['shared'],
  'electron/print': [],
  'electron/extract': ['shared'],
  'electron/jobs': ['shared', 'electron/db', 'electron/documents', 'electron/extract', 'electron/services'],
  'electron/services': [
    'shared',
    'electron/db',
    'electron/documents',
    'electron/extract',
    'electron/jobs',
    'electron/bag',
    'electron/age',
    'electron/ssh',
    'electron/timestamp',
    'electron/print',
  ],
  'electron/ipc': ['shared', 'electron/services'],
  'electron/core.ts': ['shared', 'electron/ipc', 'electron/jobs', 'electron/services'],
  'electron/cli': [
    'shared',
    'electron/core.ts',
    'electron/services',
    'electron/extract',
    'electron/bag',
    'electron/age',
    'electron/ssh',
    'electron/timestamp',
    'electron/ipc',
    'electron/jobs',
  ],
  'electron/main': [
    'shared/contract',
    'shared/kernel',
    'electron/core.ts',
    'electron/ipc',
    'electron/extract',
    'electron/jobs',
  ],
  'electron/preload': [],
  'renderer/ui': ['shared/kernel', 'shared/domain'],
  'renderer/workbench': ['renderer/ui', 'shared'],
  'renderer/reader': ['renderer/ui', 'shared/domain', 'shared/kernel'],
  'renderer/api': ['shared/contract', 'shared/kernel'],
  'renderer/features': ['renderer/api', 'renderer/ui', 'renderer/workbench', 'renderer/reader', 'shared'],
  'renderer/app': ['renderer/features', 'renderer/api', 'renderer/ui', 'renderer/workbench', 'shared'],
  'renderer/main.tsx': ['renderer/app', 'renderer/ui', 'renderer/api', 'renderer/jitless.ts'],
  'renderer/bundleViewer': ['shared/domain', 'shared/kernel'],
};

function* sourceFiles(folder: string): Iterable<string> {
  for (const entry of readdirSync(join(project, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

function roomOf(path: string): string {
  const parts = path.split('/');
  return parts.slice(0, 2).join('/');
}

interface Arrow {
  from: string;
  to: string;
}

function arrows(): Arrow[] {
  const found: Arrow[] = [];
  for (const file of ['shared', 'electron', 'renderer'].flatMap(folder => [...sourceFiles(folder)])) {
    const text = readFileSync(join(project, file), 'utf8');
    for (const [, specifier = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      const to = relative(project, resolve(project, dirname(file), specifier.replace(/\?\w+$/, '')))
        .split(sep)
        .join('/');
      found.push({ from: file, to });
    }
  }
  return found;
}

test('every import runs downhill', () => {
  const uphill = arrows().filter(({ from, to }) => {
    const [room, other] = [roomOf(from), roomOf(to)];
    const rooms = allowed[room];
    return room !== other && !(rooms ?? []).some(one => other === one || other.startsWith(`${one}/`));
  });
  expect(uphill.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

/** A feature of the window or a concept of the services: `renderer/features/map`; else null. */
function conceptOf(path: string): string | null {
  const parts = path.split('/');
  const inConcepts = parts[1] === 'features' || (parts[1] === 'services' && parts.length > 3);
  return inConcepts ? parts.slice(0, 3).join('/') : null;
}

/** A finding is judged by its citations and requests, and these are made for its claims: the three know each other's records. */
const together = new Set(['finding', 'citation', 'request'].map(concept => `electron/services/${concept}`));
const areTogether = (from: string, to: string) => together.has(from) && together.has(to);

test('features and services meet in their index.ts only', () => {
  const through = arrows().filter(({ from, to }) => {
    const [mine, theirs] = [conceptOf(from), conceptOf(to)];
    if (!mine || !theirs || mine === theirs || areTogether(mine, theirs)) return false;
    return mine.startsWith(theirs.split('/').slice(0, 2).join('/')) && to !== `${theirs}/index.ts`;
  });
  expect(through.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('no ring of features, of services, or of what the rules are about: which of them is there first must not matter', () => {
  const imports = new Map<string, Set<string>>();
  // `shared/domain/bundle.ts` and `shared/domain/bundle/` are one subject.
  const subjectOf = (path: string) =>
    path.startsWith('shared/domain/') ? path.split('/').slice(0, 3).join('/').replace(/\.ts$/, '') : null;
  for (const { from, to } of arrows()) {
    const [mine, theirs] = [conceptOf(from) ?? subjectOf(from), conceptOf(to) ?? subjectOf(to)];
    if (!mine || !theirs || mine === theirs || areTogether(mine, theirs)) continue;
    imports.set(mine, (imports.get(mine) ?? new Set<string>()).add(theirs));
  }
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const to of imports.get(from) ?? []) if (!seen.has(to)) reached(to, seen.add(to));
    return seen;
  };
  expect([...imports.keys()].filter(one => reached(one).has(one))).toEqual([]);
});

test('two places know Electron, and the rules of the field know neither Electron nor React nor SQL', () => {
  const knows = (folder: string, pattern: RegExp) =>
    [...sourceFiles(folder)].filter(file => pattern.test(readFileSync(join(project, file), 'utf8')));
  const electron = /from 'electron'/;
  expect(
    [...knows('electron', electron), ...knows('shared', electron), ...knows('renderer', electron)].filter(
      file => !/^electron\/(main|preload)\//.test(file),
    ),
  ).toEqual([]);
  expect(knows('shared', /from '(?:react|node:|@signalapp)/)).toEqual([]);
  expect(knows('renderer', /from '(?:node:|@signalapp)|\.\.\/electron\//)).toEqual([]);
});

test('only the connection knows the SQLite binding', () => {
  const known = [...sourceFiles('electron')].filter(file =>
    /from '@signalapp\/sqlcipher'/.test(readFileSync(join(project, file), 'utf8')),
  );
  expect(known).toEqual(['electron/db/connection.ts', 'electron/db/migrate.ts']);
});

test('no SQL statement holds a value: no template fills in what came from outside', () => {
  // Fragments are constants (in capitals, or by these names), or conditions whose values are bound.
  const harmless =
    /\$\{(?:columns|[A-Z][A-Z_]+|rows|where|from|order|orders\[[^\]]+\]|problems|standing|condition(?:\.sql)?|currentRendition|exhibit(?:Columns|Join)|inRendition|select|standingPassage|findingColumns|claimColumns|pattern|likes?|version|applicationId|pragmaKey\([^)]*\)+|bind\([^}]*\)|value|standingCondition)\}/g;
  const doubtful = [...sourceFiles('electron')].flatMap(file => {
    const text = readFileSync(join(project, file), 'utf8');
    return [...text.matchAll(/(?:prepare|exec)\(\s*`([^`]*)`/g)]
      .filter(([, sql = '']) => sql.replace(harmless, '').includes('${'))
      .map(([, sql = '']) => `${file}: ${sql.slice(0, 80)}`);
  });
  expect(doubtful).toEqual([]);
});
