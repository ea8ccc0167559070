/** What the reader's frame may say. It opens hostile documents, so the window parses every word of it before acting on any. */
import { z } from 'zod';
import { Selection } from '../../shared/domain/passage.ts';
import { MAX_PAGES_ASKED, MAX_PIXELS_ASKED, MAX_READ_BYTES } from './frameMessages.ts';

const Whole = z.number().int().nonnegative();
const Rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const MAX_SENTENCE = 600;

/** A key that the frame has no use for, so that the window's shortcuts work while the page has the focus. */
const KeyPress = z.object({
  key: z.string().max(20),
  code: z.string().max(20),
  ctrl: z.boolean(),
  meta: z.boolean(),
  shift: z.boolean(),
  alt: z.boolean(),
});

export const FromFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('read'), id: Whole, offset: Whole, length: Whole.positive().max(MAX_READ_BYTES) }),
  z.object({ type: z.literal('pages'), id: Whole, from: Whole, count: Whole.positive().max(MAX_PAGES_ASKED) }),
  z.object({
    type: z.literal('draw'),
    id: Whole,
    pageIndex: Whole.max(1_000_000),
    maxPixels: Whole.positive().max(MAX_PIXELS_ASKED),
  }),
  z.object({ type: z.literal('opened'), pageCount: Whole.max(1_000_000), hasOutline: z.boolean() }),
  z.object({ type: z.literal('shown') }),
  z.object({
    type: z.literal('state'),
    pageIndex: Whole,
    scalePercent: z.number().positive().max(100_000),
    fit: z.enum(['width', 'page']).nullable(),
    rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  }),
  z.object({ type: z.literal('found'), current: Whole, total: Whole, searching: z.boolean() }),
  z.object({ type: z.literal('selected'), selection: Selection, anchor: Rect, clipped: z.boolean() }),
  z.object({ type: z.literal('unselected') }),
  z.object({ type: z.literal('selection-key'), key: z.enum(['C', 'E', 'M']) }),
  z.object({ type: z.literal('mark-pressed'), passageId: z.string().max(100) }),
  z.object({
    type: z.literal('target-reached'),
    id: Whole,
    certainty: z.enum(['exact', 'likely', 'part', 'place']).nullable(),
  }),
  z.object({ type: z.literal('password-needed'), wrong: z.boolean() }),
  z.object({ type: z.literal('failed'), sentence: z.string().max(MAX_SENTENCE) }),
  z.object({ type: z.literal('find-asked') }),
  z.object({ type: z.literal('sidebar'), show: z.enum(['none', 'pages', 'outline']) }),
  z.object({ type: z.literal('key'), press: KeyPress }),
]);
export type FromFrame = z.infer<typeof FromFrame>;
export type KeyPress = z.infer<typeof KeyPress>;

/** What the frame said, or null where it said something that it has no business saying. */
export function readFrameMessage(untrustedMessage: unknown): FromFrame | null {
  const parsed = FromFrame.safeParse(untrustedMessage);
  return parsed.success ? parsed.data : null;
}
