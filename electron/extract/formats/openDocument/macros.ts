/** The macros of an OpenDocument file: never run, and evidence of what was meant to happen. */
import { walkXml } from '../../text/xmlWalk.ts';
import type { OpenDocumentFile } from './openDocumentFile.ts';

const MOST_MODULES = 100;

/** `Module1: Sub Main …` for each module of Basic; other scripts by name alone, since their members are listed as they are. */
export async function readMacros({ pack, content }: Pick<OpenDocumentFile, 'pack' | 'content'>): Promise<string[]> {
  if (pack === undefined) return readModules(content);
  const found: string[] = [];
  const names = pack.names.filter(name => /^(Basic|Scripts)\/.+\/.+/i.test(name));
  for (const name of names.slice(0, MOST_MODULES)) {
    // A library also lists its modules in files of its own, which say nothing more.
    if (/\/script-l[bc]\.xml$/i.test(name)) continue;
    const bytes = /\.xml$/i.test(name) ? await pack.read(name) : undefined;
    const modules = bytes === undefined ? [] : readModules(bytes);
    found.push(...(modules.length > 0 ? modules : [name]));
  }
  return found;
}

function readModules(bytes: Uint8Array): string[] {
  const modules: string[] = [];
  let name = '';
  let source = '';
  let isIn = false;
  walkXml(bytes, {
    open(tag, attributes) {
      if (tag !== 'script:module' && tag !== 'ooo:module') return;
      isIn = true;
      name = attributes['script:name'] ?? attributes['ooo:name'] ?? '';
      source = '';
    },
    text(data) {
      if (isIn) source += data;
    },
    close(tag) {
      if (tag !== 'script:module' && tag !== 'ooo:module') return;
      isIn = false;
      if (modules.length < MOST_MODULES) modules.push(`${name}: ${source.trim()}`);
    },
  });
  return modules;
}
