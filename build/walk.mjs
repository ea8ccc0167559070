#!/usr/bin/env node
// Walks the sample case in the built app, unattended, and leaves the report, the bundle and the pictures in a folder.
//   --out FOLDER   where they go (out/ unless given)
// Wants a display; `npm start` brings a virtual one where there is none.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './commandLine.mjs';
import { inProject } from './paths.mjs';
import { say } from './processes.mjs';

await runCommand(async () => {
  const out = folderGiven(process.argv.slice(2));
  fs.mkdirSync(out, { recursive: true });
  const { sampleWalk } = await walkModule();
  const started = Date.now();
  const complaints = await sampleWalk(out, say);
  for (const name of fs.readdirSync(out).sort())
    process.stdout.write(`${path.join(out, name)}${sizeOf(path.join(out, name))}\n`);
  say(`The walk took ${((Date.now() - started) / 1000).toFixed(0)} s.`);
  if (complaints.length === 0) return 0;
  say(`The window complained of what should not be:\n${complaints.join('\n')}`);
  return 1;
});

/** Shared with the journey tests, hence TypeScript, which Node reads as it is from version 22.18 on. */
async function walkModule() {
  if (!process.features.typescript) {
    throw new Error(
      `the walk is written in TypeScript and wants Node 22.18 or newer; this is ${process.versions.node}`,
    );
  }
  return import(pathToFileURL(inProject('test', 'support', 'app', 'sampleWalk.ts')).href);
}

function folderGiven(words) {
  const at = words.indexOf('--out');
  if (at === -1) return inProject('out');
  if (!words[at + 1]) throw new Error('--out wants a folder');
  return path.resolve(words[at + 1]);
}

function sizeOf(file) {
  const about = fs.statSync(file);
  if (!about.isDirectory()) return ` (${Math.ceil(about.size / 1024)} kB)`;
  return ` (${fs.readdirSync(file).length} pictures)`;
}
