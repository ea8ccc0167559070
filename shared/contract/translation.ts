import { z } from 'zod';
import { MAX_TRANSLATION_CHARS, Translation, TranslationDetails, TranslationOf } from '../domain/translation.ts';
import { ExhibitId, TranslationId } from '../kernel/ids.ts';
import { command, done, query } from './operation.ts';

/** One hand's work on an exhibit, however many pages it holds. */
export const TranslationSummary = TranslationDetails.pick({
  language: true,
  translator: true,
  method: true,
  isCertified: true,
}).extend({
  pageCount: z.number().int(),
  passageCount: z.number().int(),
  firstPage: z.number().int().nullable(),
  /** Set where another exhibit is the translation. */
  linked: z
    .object({ translationId: TranslationId, exhibitId: ExhibitId, number: z.number().int(), title: z.string() })
    .nullable(),
});
export type TranslationSummary = z.infer<typeof TranslationSummary>;

export const translationContract = {
  'translation.summarise': query(
    z.object({ exhibitId: ExhibitId }),
    z.object({
      rows: z.array(TranslationSummary),
      /** Of which exhibits this one is the translation. */
      translates: z.array(z.object({ exhibitId: ExhibitId, number: z.number().int(), title: z.string() })),
    }),
  ),
  /** What stands now, of one page or of all; with `history`, what was superseded or withdrawn as well. Latest first. */
  'translation.listForExhibit': query(
    z.object({
      exhibitId: ExhibitId,
      pageIndex: z.number().int().nonnegative().optional(),
      history: z.boolean().default(false),
    }),
    z.array(Translation),
  ),
  /** A new translation, or the next version of one. Answers what stands now. */
  'translation.write': command(
    z.object({
      exhibitId: ExhibitId,
      of: TranslationOf.options[0].or(TranslationOf.options[1]),
      text: z
        .string()
        .max(MAX_TRANSLATION_CHARS)
        .refine(text => text.trim() !== '', 'empty'),
      details: TranslationDetails,
      supersedes: TranslationId.nullable().default(null),
    }),
    Translation,
  ),
  /** Another exhibit of the case is the translation of this one. */
  'translation.link': command(
    z.object({ exhibitId: ExhibitId, linkedExhibitId: ExhibitId, details: TranslationDetails }),
    Translation,
  ),
  'translation.withdraw': command(z.object({ translationId: TranslationId }), done),
  'translation.restore': command(z.object({ translationId: TranslationId }), done),
} as const;
