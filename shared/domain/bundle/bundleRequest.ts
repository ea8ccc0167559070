/** Requests to those named with their replies, and the sources with their grades. */
import { z } from 'zod';
import { RequestState } from '../request.ts';
import { Reliability, SourceGrade, SourceKind } from '../source.ts';
import { ExhibitNumber } from './bundleNumbers.ts';

export const BundleRequest = z.object({
  id: z.string(),
  /** Null: for the case as a whole. */
  findingId: z.string().nullable(),
  addressee: z.string(),
  /** Among the entities of this bundle. */
  entityId: z.string().nullable(),
  substance: z.string(),
  state: RequestState,
  /** EDTF. */
  sentOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  answeredOn: z.string().nullable(),
  replyExhibitNumber: ExhibitNumber.nullable(),
});
export type BundleRequest = z.infer<typeof BundleRequest>;

export const BundleSource = z.object({
  id: z.string(),
  /** The real name, or the code name of a confidential source. */
  name: z.string(),
  isConfidential: z.boolean(),
  kind: SourceKind,
  reliability: Reliability,
  /** The first grade first; of a confidential source without reasons and without who graded. */
  grades: z.array(SourceGrade),
  /** Where it has its information from, by printed name; ids lead to sources of this bundle where these are here. */
  origins: z.array(z.object({ id: z.string().nullable(), name: z.string() })),
  exhibitNumbers: z.array(ExhibitNumber),
});
export type BundleSource = z.infer<typeof BundleSource>;
