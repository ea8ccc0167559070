// Stand-in for Electron's default app, which the test runtime lacks: `electron <folder>` loads the app in that folder.
// It has to be an ES module: Electron holds `ready` back until an ESM entry has finished, so that the app's main may
// still register its schemes. From a CommonJS entry that call throws "should be called before app is ready".
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const given = process.argv.slice(1);
const modules = [];
let target;
for (let index = 0; index < given.length; index++) {
  const word = given[index];
  if (word === '--version' || word === '-v') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (word === '-r' || word === '--require') {
    modules.push(given[++index]);
  } else if (!word.startsWith('-')) {
    target = path.resolve(word);
    break;
  }
}
const load = createRequire(import.meta.url);
for (const name of modules) load(path.resolve(name));
if (!target) {
  console.error('electron: name the folder of an app');
  process.exit(1);
}

process.defaultApp = true;
let entry = target;
if (fs.statSync(target).isDirectory()) {
  const about = JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8'));
  app.name = about.productName ?? about.name;
  if (about.version) app.setVersion(about.version);
  app.setPath('userData', path.join(app.getPath('appData'), app.name));
  app.setAppPath(target);
  entry = path.join(target, about.main ?? 'index.js');
}
await import(pathToFileURL(entry).href);
