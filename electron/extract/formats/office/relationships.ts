/** What the parts of an OOXML document refer to: each other by id, and files elsewhere, which are named and never loaded. */
import type { ExtractContext } from '../../extractor.ts';
import { walkXml } from '../../text/xmlWalk.ts';
import type { OfficePackage } from './officePackage.ts';

export interface Relationship {
  id: string;
  /** The last word of its type: `image`, `chart`, `hyperlink`. */
  type: string;
  /** The name of a part, or an address elsewhere. */
  target: string;
  isExternal: boolean;
}

export async function readRelationships(pack: OfficePackage, partName: string): Promise<Relationship[]> {
  const folder = partName.replace(/[^/]*$/, '');
  const bytes = await pack.read(`${folder}_rels/${partName.slice(folder.length)}.rels`);
  return bytes === undefined ? [] : parseRelationships(bytes, folder);
}

function parseRelationships(bytes: Uint8Array, folder: string): Relationship[] {
  const found: Relationship[] = [];
  walkXml(bytes, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (!name.endsWith('Relationship')) return;
      const isExternal = TargetMode === 'External';
      found.push({
        id: Id,
        type: Type.replace(/^.*\//, ''),
        target: isExternal ? Target : resolvePart(folder, Target),
        isExternal,
      });
    },
  });
  return found;
}

/** The main part by the package's own relationships, which may give it any name. */
export async function findMainPart(pack: OfficePackage, usual: RegExp): Promise<string | undefined> {
  const stated = (await readRelationships(pack, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (stated !== undefined && pack.entry(stated) !== undefined) return stated;
  return pack.names.find(name => usual.test(name));
}

/** Names what a program would load on opening (templates, pictures, objects). Hyperlinks wait for a click and are returned. */
export async function tellExternalTargets(pack: OfficePackage, warn: ExtractContext['warn']): Promise<string[]> {
  const remote = new Set<string>();
  const links = new Set<string>();
  for (const name of pack.names.filter(name => name.endsWith('.rels'))) {
    const bytes = await pack.read(name);
    if (bytes === undefined) continue;
    for (const { isExternal, type, target } of parseRelationships(bytes, '')) {
      if (isExternal) (type === 'hyperlink' ? links : remote).add(target);
    }
  }
  tellRemoteFiles([...remote], warn);
  return [...links];
}

export function tellRemoteFiles(remote: readonly string[], warn: ExtractContext['warn']): void {
  if (remote.length === 0) return;
  const some = remote.slice(0, 5).map(target => target.slice(0, 200));
  const count = remote.length === 1 ? 'a file' : `${remote.length} files`;
  warn(
    `The document refers to ${count} elsewhere, which ${remote.length === 1 ? 'was' : 'were'} not loaded: ${some.join(', ')}`,
  );
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
