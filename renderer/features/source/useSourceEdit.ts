import type { InputOf } from '../../../shared/contract/index.ts';
import type { Source } from '../../../shared/domain/source.ts';
import { call, useCommand } from '../../api/index.ts';
import { useUndo } from '../../workbench/index.ts';

type Change = InputOf<'source.update'>['change'];

/** Saves a change at once and puts its opposite on the undo stack. */
export function useSourceEdit(source: Source) {
  const update = useCommand('source.update');
  const undo = useUndo();
  const save = (change: Change, label: string) => {
    const before: Change = Object.fromEntries(Object.keys(change).map(key => [key, source[key as keyof Source]]));
    const write = async (next: Change) => {
      await call('source.update', { sourceId: source.id, change: next });
    };
    update.run({ sourceId: source.id, change }).then(
      () => undo.push({ label: `${label} of “${source.name}”`, undo: () => write(before), redo: () => write(change) }),
      () => undefined,
    );
  };
  return { save, error: update.error };
}
