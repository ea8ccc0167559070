// Writes story.json anew from its sources, with the digests of the documents that are there: for changes of the story alone.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { story } from './sources/story/story.mjs';

const here = import.meta.dirname;

export function sealStory() {
  const documents = story.documents.map(({ file, ...rest }) => {
    const bytes = readFileSync(join(here, 'documents', file));
    return { file, sha256: createHash('sha256').update(bytes).digest('hex'), ...rest };
  });
  writeFileSync(join(here, 'story.json'), `${JSON.stringify({ ...story, documents }, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) sealStory();
