/** A case: one investigation in a vault, with the standard its findings are held to. */
import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import { CaseId } from '../kernel/ids.ts';
import { HandlingMark } from './handlingMark.ts';

export const workstreams = [
  'nuclear',
  'ballistic missiles',
  'conventional arms',
  'embargoed trade',
  'maritime',
  'aviation',
  'finance',
  'cyber',
  'workers abroad',
  'luxury goods',
  'diplomats',
  'humanitarian impact',
] as const;

export const StandardId = z.enum(['un-panel', 'two-sources', 'documents-only']);
export type StandardId = z.infer<typeof StandardId>;

export const CaseRecord = z.object({
  id: CaseId,
  reference: z.string().trim().min(1).max(40),
  title: z.string().trim().min(1).max(300),
  /** One of `workstreams` or the team's own word. */
  workstream: z.string().trim().max(60),
  handlingMark: HandlingMark,
  standard: StandardId,
  lead: z.string().trim().max(120),
  status: z.enum(['open', 'closed']),
  isExercise: z.boolean(),
  createdAt: Instant,
});
export type CaseRecord = z.infer<typeof CaseRecord>;
