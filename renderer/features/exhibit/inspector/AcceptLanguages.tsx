import { Languages } from 'lucide-react';
import { useState } from 'react';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { call, reportOf } from '../../../api/index.ts';
import { Button, countOf, formatCount } from '../../../ui/index.ts';
import { useToast, useUndo } from '../../../workbench/index.ts';
import { languageWord } from '../exhibitWords.ts';
import { type LanguageStep, languageSteps, proposedLanguages } from './proposedLanguages.ts';

const READS_AT_ONCE = 16;

/** For many at once: each exhibit that has no languages is given those its own text was taken to be in. */
export function AcceptLanguages({ exhibitIds }: { exhibitIds: readonly ExhibitId[] }) {
  const toast = useToast();
  const undo = useUndo();
  const [running, setRunning] = useState(false);
  const accept = async () => {
    setRunning(true);
    try {
      const steps = languageSteps(await readProposals(exhibitIds));
      if (steps.length === 0) {
        toast({ text: 'None of these has a proposal that is not accepted yet.' });
        return;
      }
      const redo = () => write(steps);
      await redo();
      const count = steps.reduce((sum, step) => sum + step.exhibitIds.length, 0);
      undo.push({
        label: `languages accepted on ${countOf(count, 'exhibit')}`,
        undo: () => write(steps.map(step => ({ ...step, languages: [] }))),
        redo,
      });
      toast({ text: `Languages accepted on ${countOf(count, 'exhibit')}: ${mostCommon(steps)}.`, undo: true });
    } catch (failure) {
      toast({ text: reportOf(failure).sentence, kind: 'problem' });
    } finally {
      setRunning(false);
    }
  };
  return (
    <Button icon={Languages} busy={running} onPress={() => void accept()}>
      Accept the languages proposed for each
    </Button>
  );
}

const NAMED = 3;

function mostCommon(steps: readonly LanguageStep[]): string {
  const named = steps
    .toSorted((left, right) => right.exhibitIds.length - left.exhibitIds.length)
    .slice(0, NAMED)
    .map(
      ({ languages, exhibitIds }) => `${languages.map(languageWord).join(', ')} on ${formatCount(exhibitIds.length)}`,
    );
  return [...named, ...(steps.length > NAMED ? ['others on the rest'] : [])].join('; ');
}

async function readProposals(exhibitIds: readonly ExhibitId[]): Promise<{ id: ExhibitId; languages: string[] }[]> {
  const proposals: { id: ExhibitId; languages: string[] }[] = [];
  for (let at = 0; at < exhibitIds.length; at += READS_AT_ONCE) {
    const some = exhibitIds.slice(at, at + READS_AT_ONCE);
    proposals.push(
      ...(await Promise.all(
        some.map(async exhibitId => ({
          id: exhibitId,
          languages: proposedLanguages(
            await call('exhibit.get', { exhibitId }),
            await call('exhibit.rendition', { exhibitId }),
          ),
        })),
      )),
    );
  }
  return proposals;
}

async function write(steps: readonly LanguageStep[]): Promise<void> {
  for (const { exhibitIds, languages } of steps) await call('exhibit.update', { exhibitIds, change: { languages } });
}
