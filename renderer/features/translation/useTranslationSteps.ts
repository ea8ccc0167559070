import { useMemo } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts';
import type { TranslationId } from '../../../shared/kernel/ids.ts';
import { call, reportOf } from '../../api/index.ts';
import { useToast, useUndo } from '../../workbench/index.ts';

export interface TranslationSteps {
  /** What stands now, or null where it could not be saved; the person is told. */
  write(input: InputOf<'translation.write'>): Promise<OutputOf<'translation.write'> | null>;
  link(input: InputOf<'translation.link'>): Promise<boolean>;
  withdraw(translationId: TranslationId): void;
  restore(translationId: TranslationId): void;
}

/** Each step is saved at once; what is withdrawn can be taken back, and what was superseded stays in the record. */
export function useTranslationSteps(): TranslationSteps {
  const toast = useToast();
  const undo = useUndo();
  return useMemo(() => {
    const tell = (error: unknown) => toast({ text: reportOf(error).sentence, kind: 'problem' });
    return {
      write: input =>
        call('translation.write', input).catch((error: unknown) => {
          tell(error);
          return null;
        }),
      link: async input => {
        try {
          const { id: translationId } = await call('translation.link', input);
          undo.push({
            label: 'Linked a translation',
            undo: async () => void (await call('translation.withdraw', { translationId })),
            redo: async () => void (await call('translation.restore', { translationId })),
          });
          return true;
        } catch (error) {
          tell(error);
          return false;
        }
      },
      withdraw: translationId => {
        call('translation.withdraw', { translationId })
          .then(() => {
            undo.push({
              label: 'Withdrew a translation',
              undo: async () => void (await call('translation.restore', { translationId })),
              redo: async () => void (await call('translation.withdraw', { translationId })),
            });
            toast({ text: 'Translation withdrawn.', undo: true });
          })
          .catch(tell);
      },
      restore: translationId => {
        call('translation.restore', { translationId })
          .then(() => {
            undo.push({
              label: 'Restored a translation',
              undo: async () => void (await call('translation.withdraw', { translationId })),
              redo: async () => void (await call('translation.restore', { translationId })),
            });
            toast({ text: 'Translation restored.', undo: true });
          })
          .catch(tell);
      },
    };
  }, [toast, undo]);
}
