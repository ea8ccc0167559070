/** Names the macros of an office document, which are never run. */
import { byteReaderOver } from '../../byteReader.ts';
import { type CompoundEntry, type CompoundFile, openCompoundFile, sameName } from '../../cfb.ts';

const MAX_NAMED = 20;
/** Streams of a macro project that are no module. */
const NO_MODULE = /^(dir|_VBA_PROJECT|__SRP_.*|PROJECT.*)$/i;

/** Null where there are none. */
export function macroWarning(file: CompoundFile): string | null {
  const modules = moduleNames(file.root);
  return modules.length === 0 ? null : sayMacros(modules);
}

export function sayMacros(modules: string[]): string {
  const named = modules.slice(0, MAX_NAMED).join(', ');
  const more = modules.length > MAX_NAMED ? ` and ${modules.length - MAX_NAMED} more` : '';
  return `The document holds macros, which were not run: ${named}${more}.`;
}

/** Macro projects that are compound files of their own; one that is damaged is named as such. */
export async function namesOfModules(projects: Uint8Array[]): Promise<string[]> {
  const names: string[] = [];
  for (const project of projects) {
    try {
      const file = await openCompoundFile(byteReaderOver(project), () => {});
      names.push(...moduleNames(file.root));
    } catch {
      names.push('(damaged project)');
    }
  }
  return names;
}

/** Modules lie in a storage called VBA, wherever the program puts its project. */
function moduleNames(storage: CompoundEntry): string[] {
  return storage.children.flatMap(child => {
    if (child.kind !== 'storage') return [];
    if (!sameName(child.name, 'VBA')) return moduleNames(child);
    return child.children
      .filter(({ kind, name }) => kind === 'stream' && !NO_MODULE.test(name))
      .map(({ name }) => name);
  });
}
