/**
 * A translation of what an exhibit says. It stands beside the original words and never in their place: who made it, by
 * which method, and whether anybody certified it, is told wherever it is shown.
 */
import { z } from 'zod';
import { EdtfDate, Instant } from '../kernel/dates.ts';
import { ExhibitId, PassageId, TranslationId } from '../kernel/ids.ts';
import { LanguageCode } from './extraction.ts';

export const TranslationMethod = z.enum(['human', 'machine', 'machine-reviewed']);
export type TranslationMethod = z.infer<typeof TranslationMethod>;
export const translationMethodWords: Record<TranslationMethod, string> = {
  human: 'human',
  machine: 'machine, not reviewed',
  'machine-reviewed': 'machine, reviewed by a person',
};

/** What is translated: the text of a page, the words of a passage, or the whole exhibit, by another exhibit. */
export const TranslationOf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), pageIndex: z.number().int().nonnegative() }),
  z.object({ kind: z.literal('passage'), passageId: PassageId }),
  z.object({ kind: z.literal('exhibit'), linkedExhibitId: ExhibitId }),
]);
export type TranslationOf = z.infer<typeof TranslationOf>;

/** How a translation came about. */
export const TranslationDetails = z.object({
  language: LanguageCode,
  /** A person, an office or a program; empty where nobody said. */
  translator: z.string().trim().max(300),
  method: TranslationMethod,
  isCertified: z.boolean(),
  /** By whom and how; or why not. */
  certificationNote: z.string().trim().max(2000),
  madeOn: EdtfDate.nullable(),
});
export type TranslationDetails = z.infer<typeof TranslationDetails>;

export const MAX_TRANSLATION_CHARS = 500_000;

export const Translation = TranslationDetails.extend({
  id: TranslationId,
  exhibitId: ExhibitId,
  of: TranslationOf,
  /** Empty where another exhibit is the translation. */
  text: z.string().max(MAX_TRANSLATION_CHARS),
  /** Counted from 1; each change makes the next. */
  version: z.number().int().positive(),
  writtenAt: Instant,
  writtenBy: z.string(),
  supersededAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
});
export type Translation = z.infer<typeof Translation>;

/** The translation of a passage as it is shown beneath the passage's own words. */
export const PassageTranslation = Translation.pick({
  id: true,
  text: true,
  language: true,
  translator: true,
  method: true,
  isCertified: true,
  certificationNote: true,
  madeOn: true,
});
export type PassageTranslation = z.infer<typeof PassageTranslation>;

const methodRank: Record<TranslationMethod, number> = { human: 0, 'machine-reviewed': 1, machine: 2 };

/** Of several, the one that weighs most: certified before not, people before machines, the latest before earlier ones. */
export function weightiest<Given extends Pick<Translation, 'isCertified' | 'method'>>(
  latestFirst: readonly Given[],
): Given | null {
  const rank = ({ isCertified, method }: Given): number => (isCertified ? 0 : 10) + methodRank[method];
  return latestFirst.reduce<Given | null>((best, one) => (best === null || rank(one) < rank(best) ? one : best), null);
}

/** `translation by Kim Min-jun, human, certified`. What is not known is said, not left out. */
export function describeTranslation({
  translator,
  method,
  isCertified,
}: Pick<TranslationDetails, 'translator' | 'method' | 'isCertified'>): string {
  const by = translator === '' ? 'translator not recorded' : `translation by ${translator}`;
  return `${by}, ${translationMethodWords[method]}, ${isCertified ? 'certified' : 'not certified'}`;
}
