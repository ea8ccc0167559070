/** The languages that the extractor took a text to be in: a proposal, until a person accepts it. Pure. */
import type { Exhibit } from '../../../../shared/domain/exhibit.ts';
import type { Rendition } from '../../../../shared/domain/rendition.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { readLanguages } from '../exhibitWords.ts';

/** The name under which the reading keeps it among what was found in the file. */
export const PROPOSED_LANGUAGES = 'proposed languages';

/** None where a person has already said. */
export function proposedLanguages(
  exhibit: Pick<Exhibit, 'languages'>,
  rendition: Pick<Rendition, 'metadata'> | null | undefined,
): string[] {
  if (exhibit.languages.length > 0) return [];
  return readLanguages(rendition?.metadata[PROPOSED_LANGUAGES] ?? '').tags;
}

export interface LanguageStep {
  languages: string[];
  exhibitIds: ExhibitId[];
}

/** One change for each set of languages that is proposed; where nothing is, nothing is changed. */
export function languageSteps(proposals: readonly { id: ExhibitId; languages: string[] }[]): LanguageStep[] {
  const steps = new Map<string, LanguageStep>();
  for (const { id, languages } of proposals) {
    if (languages.length === 0) continue;
    const step = steps.get(languages.join());
    if (step) step.exhibitIds.push(id);
    else steps.set(languages.join(), { languages, exhibitIds: [id] });
  }
  return [...steps.values()];
}
