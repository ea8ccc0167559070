/** One item as shapes: a mark where it is a moment, a bar that fades where its ends are uncertain, an arrow where they are open. */
import { isMark, type LaidItem, MARK_PX, middleOf, ROW_PX } from './layRows.ts';
import type { Ink, MarkShape, Shape } from './scene.ts';
import { fitWords, textWidth } from './textWidth.ts';
import type { TimedItem } from './timedItem.ts';
import type { SpanEnd, TimeSpan } from './timeSpan.ts';

interface Drawing {
  msPerPx: number;
  width: number;
  gutter: number;
  from: number;
  selectedId: string | null;
  isLit(item: TimedItem): boolean;
  x(at: number): number;
  top: number;
  isLabelled: boolean;
}

const BAR_PX = 14;
const SURE = 0.55;
const UNSURE = 0.28;
const FADED = 0.06;

export function barShapes(one: LaidItem, drawing: Drawing): Shape[] {
  const { item, span } = one;
  const ink = inkOf(item);
  const middle = drawing.top + ROW_PX / 2;
  const asMark = isMark(span, drawing.msPerPx);
  const left = asMark ? drawing.x(middleOf(span)) - MARK_PX / 2 : edge(span.from, drawing, 'left');
  const right = asMark ? left + MARK_PX : Math.max(left + 4, edge(span.to, drawing, 'right'));
  const shapes: Shape[] = [];
  const frame = { x: left - 2, y: drawing.top + 1, width: right - left + 4, height: ROW_PX - 2 };
  if (drawing.isLit(item))
    shapes.push(
      { kind: 'fill', ...frame, ink: 'band' },
      {
        kind: 'line',
        x1: frame.x,
        y1: frame.y + frame.height,
        x2: frame.x + frame.width,
        y2: frame.y + frame.height,
        ink: 'chosen',
        width: 2,
      },
    );
  if (!asMark) shapes.push(...stretch(span, left, right, drawing, ink));
  // A bar that begins left of the view keeps its mark and its words in view.
  const markX = asMark
    ? left + MARK_PX / 2
    : Math.max(left, drawing.gutter) + MARK_PX / 2 + (span.start.isOpen ? 8 : 2);
  if (asMark || right - markX > 3) shapes.push({ kind: 'mark', x: markX, y: middle, shape: markOf(item), ink });
  if (drawing.isLabelled) {
    const words = `${signs(span.isMoment || asMark ? span.start : null)}${item.title}`;
    const label = labelOf(one, drawing, { left, markX, asMark });
    const fitted = fitWords(words, label.room);
    if (fitted !== '')
      shapes.push({
        kind: 'text',
        x: label.x,
        y: middle + 4,
        words: fitted,
        ink: 'text',
        size: 12,
        ...(label.before ? { anchor: 'end' as const } : {}),
      });
  } else if (asMark && signs(span.start) !== '')
    shapes.push({
      kind: 'text',
      x: left - 1,
      y: middle - 3,
      words: signs(span.start).trim(),
      ink: 'soft',
      size: 10,
      anchor: 'end',
    });
  if (item.id === drawing.selectedId) shapes.push({ kind: 'frame', ...frame, ink: 'chosen' });
  return shapes;
}

/** Less than this before an item says nothing. */
const LEAST_WORDS_PX = 60;

/** Where the words stand, and how much room they have. */
function labelOf(
  { span, wordsBefore, takenFrom, takenTo }: LaidItem,
  drawing: Drawing,
  { left, markX, asMark }: { left: number; markX: number; asMark: boolean },
): { x: number; room: number; before: boolean } {
  // The signs of an uncertain beginning stand there as well.
  const sign = asMark || span.isMoment ? '' : signs(span.start).trim();
  const x = left - 4 - (sign === '' ? 0 : textWidth(sign) + 3);
  const room = x - Math.max(drawing.x(takenFrom), drawing.gutter + 2);
  if (wordsBefore && room >= LEAST_WORDS_PX) return { x, room, before: true };
  const after = markX + MARK_PX / 2 + 3;
  return { x: after, room: Math.max(0, Math.min(drawing.x(takenTo), drawing.width) - after - 2), before: false };
}

/** The bar itself: dense where it certainly was, fading over the time in which its end may lie. */
function stretch(span: TimeSpan, left: number, right: number, drawing: Drawing, ink: Ink): Shape[] {
  const y = drawing.top + (ROW_PX - BAR_PX) / 2;
  const width = right - left;
  const share = (at: number) => Math.min(1, Math.max(0, (drawing.x(at) - left) / width));
  const { start, end } = span;
  const stops: { at: number; density: number }[] = [];
  if (span.isMoment)
    stops.push(
      { at: 0, density: FADED },
      { at: 0.2, density: UNSURE },
      { at: 0.8, density: UNSURE },
      { at: 1, density: FADED },
    );
  else {
    const core = span.sure === null ? UNSURE : SURE;
    const begun = start.isOpen || start.late === null ? 0 : share(start.late);
    const ended = end.isOpen || end.early === null ? 1 : share(end.early);
    const low = Math.min(begun, ended);
    const high = Math.max(begun, ended);
    stops.push({ at: 0, density: start.isOpen || low > 0 ? FADED : core });
    // What has an open side is certain only near its other one.
    stops.push({ at: low, density: end.isOpen ? SURE : core }, { at: high, density: start.isOpen ? SURE : core });
    stops.push({ at: 1, density: end.isOpen || high < 1 ? FADED : core });
  }
  const shapes: Shape[] = [{ kind: 'bar', x: left, y, width, height: BAR_PX, ink, stops }];
  const middle = drawing.top + ROW_PX / 2;
  if (!span.isMoment) {
    if (start.isOpen) shapes.push({ kind: 'arrow', x: left, y: middle, to: 'left', ink });
    if (end.isOpen) shapes.push({ kind: 'arrow', x: right, y: middle, to: 'right', ink });
    const [atStart, atEnd] = [signs(start).trim(), signs(end).trim()];
    if (atStart !== '')
      shapes.push({ kind: 'text', x: left - 2, y: middle + 4, words: atStart, ink: 'text', size: 12, anchor: 'end' });
    if (atEnd !== '' && width > textWidth(atEnd) + MARK_PX)
      shapes.push({ kind: 'text', x: right - 3, y: middle + 4, words: atEnd, ink: 'text', size: 12, anchor: 'end' });
  }
  return shapes;
}

/** The edge of the view stands for what is open, or lies far beyond it. */
function edge(at: number | null, { x, gutter, width }: Drawing, side: 'left' | 'right'): number {
  const open = side === 'left' ? gutter - 20 : width + 20;
  if (at === null) return side === 'left' ? gutter + 5 : width - 5;
  return side === 'left' ? Math.max(open, x(at)) : Math.min(open, x(at));
}

function signs(end: SpanEnd | null): string {
  if (end === null) return '';
  const text = `${end.approximate ? '~' : ''}${end.uncertain ? '?' : ''}`;
  return text === '' ? '' : `${text} `;
}

export function inkOf({ source, status }: TimedItem): Ink {
  return source === 'claim' && status !== null ? status : source;
}

/** As the rest of the window has it: ● sure, ◐ probable, ○ possible, ◇ contested; a dotted ring where nothing is cited. */
export function markOf({ source, status, strength }: TimedItem): MarkShape {
  if (source === 'exhibit') return 'exhibit';
  if (source === 'claim') {
    if (status === 'established') return 'confirmed';
    if (status === 'probable' || status === 'contested') return status;
    return status === 'reported' ? 'possible' : 'uncited';
  }
  return strength ?? 'uncited';
}
