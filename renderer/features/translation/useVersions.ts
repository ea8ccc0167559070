/** Saves the text of one place as version after version, each upon the one before, however quickly they follow. */
import { useMemo, useRef } from 'react';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { TranslationDetails } from '../../../shared/domain/translation.ts';
import type { ExhibitId, TranslationId } from '../../../shared/kernel/ids.ts';
import { useTranslationSteps } from './useTranslationSteps.ts';

/** What a version is known by. */
interface Standing {
  id: TranslationId;
  version?: number;
}

export interface Versions {
  save(text: string, details: TranslationDetails): void;
  withdraw(translationId: TranslationId): void;
}

export function useVersions(
  exhibitId: ExhibitId,
  of: InputOf<'translation.write'>['of'],
  standing: Standing | null,
  onSaved?: (id: TranslationId) => void,
): Versions {
  const steps = useTranslationSteps();
  const latest = useRef({ exhibitId, of, standing, onSaved });
  latest.current = { exhibitId, of, standing, onSaved };
  // The core's list comes a moment after the answer to a write: until then, the answer tells what stands.
  const written = useRef<Promise<{ before: TranslationId | null; id: TranslationId | null }>>(
    Promise.resolve({ before: null, id: null }),
  );
  return useMemo(
    () => ({
      save: (text, details) => {
        if (text.trim() === '') return;
        written.current = written.current.then(async last => {
          const now = latest.current.standing?.id ?? null;
          const supersedes = last.id !== null && now === last.before ? last.id : now;
          const saved = await steps.write({
            exhibitId: latest.current.exhibitId,
            of: latest.current.of,
            text,
            details,
            supersedes,
          });
          if (!saved) return last;
          latest.current.onSaved?.(saved.id);
          return { before: now, id: saved.id };
        });
      },
      withdraw: translationId => {
        written.current = Promise.resolve({ before: null, id: null });
        steps.withdraw(translationId);
      },
    }),
    [steps],
  );
}
