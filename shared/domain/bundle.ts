/**
 * What a bundle says: the schema of `data/report/case.json`, which the viewer reads first, and from which everything else that a
 * reviewer sees is reached. Written by the export service, read by the static viewer, which knows no vault. Pure data, no ids that
 * lead anywhere but to other places of the same bundle. What only some readers open comes in parts of its own (`bundle/`).
 */
import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { Sha256 } from '../kernel/digest.ts';
import { BundleCustodyEvent, BundleCustodyLog, BundleSignature } from './bundle/bundleCustody.ts';
import { BundleEdition, BundleScreening } from './bundle/bundleEdition.ts';
import { BundleExhibit, BundlePassage } from './bundle/bundleExhibit.ts';
import { BundleFigure } from './bundle/bundleFigure.ts';
import { BundleFinding } from './bundle/bundleFinding.ts';
import { BundleMatrix } from './bundle/bundleMatrix.ts';
import { BundleRequest, BundleSource } from './bundle/bundleRequest.ts';
import { BundleComment } from './bundle/bundleComment.ts';
import { HandlingMark } from './handlingMark.ts';

export * from './bundle/bundleCustody.ts';
export * from './bundle/bundleEdition.ts';
export * from './bundle/bundleExhibit.ts';
export * from './bundle/bundleFigure.ts';
export * from './bundle/bundleFinding.ts';
export * from './bundle/bundleMatrix.ts';
export * from './bundle/bundleNumbers.ts';
export * from './bundle/bundleRequest.ts';
export * from './bundle/bundleText.ts';

export const BUNDLE_FORMAT = 'probatum-bundle/2';

export const BundleCase = z.object({
  /** Bundles of the first format have neither parts nor what is optional here; they are read for ever. */
  format: z.enum(['probatum-bundle/1', BUNDLE_FORMAT]),
  case: z.object({
    reference: z.string(),
    title: z.string(),
    workstream: z.string(),
    handlingMark: HandlingMark,
    /** The evidentiary standard, as a sentence. */
    standard: z.string(),
    lead: z.string(),
    isExercise: z.boolean(),
    exportedAt: Instant,
  }),
  exhibits: z.array(BundleExhibit),
  /** Those that claims rest on; those of statements come with the entities. */
  passages: z.array(BundlePassage),
  findings: z.array(BundleFinding),
  /** Of the report, in the order of reading; absent where it shows none. */
  figures: z.array(BundleFigure).optional(),
  chronology: z.array(
    z.object({
      /** EDTF. */
      date: z.string(),
      text: z.string(),
      citationIds: z.array(z.string()),
    }),
  ),
  matrix: BundleMatrix.optional(),
  requests: z.array(BundleRequest).optional(),
  sources: z.array(BundleSource).optional(),
  editions: z.array(BundleEdition).optional(),
  screening: BundleScreening.optional(),
  /** Of reviewers, and dissents with their threads. */
  comments: z.array(BundleComment).optional(),
  signature: BundleSignature.nullable().optional(),
  /** How much the parts hold that are loaded when they are opened; see `bundle/bundlePaths.ts` for their keys. */
  parts: z
    .object({
      custodyEvents: z.number().int().nonnegative(),
      /** Of heads of the custody logs. */
      receipts: z.number().int().nonnegative().optional(),
      entities: z.number().int().nonnegative(),
      entityBlocks: z.number().int().nonnegative(),
      events: z.number().int().nonnegative(),
      chartNodes: z.number().int().nonnegative(),
      places: z.number().int().nonnegative(),
      timelineItems: z.number().int().nonnegative(),
      hasSearch: z.boolean(),
    })
    .optional(),
  /** Whose custody logs are here: this vault's first, then what archives brought of others'. */
  custodyLogs: z.array(BundleCustodyLog).optional(),
  /** The hash of the last event of this vault's: printed and countersigned, it fixes all before it. */
  custodyHead: z.string(),
  /** Of the first format, which had them here. */
  custody: z.array(BundleCustodyEvent).optional(),
  reports: z
    .array(z.object({ title: z.string(), edition: z.number().int(), compiledAt: Instant, sha256: Sha256 }))
    .optional(),
});
export type BundleCase = z.infer<typeof BundleCase>;
