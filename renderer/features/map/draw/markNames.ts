/** What the marks are, beside them: to the side on which nothing stands yet, and left out where every side is taken. */
import { labelLines } from '../../../../shared/domain/chart/index.ts';
import type { Mark, SingleMark } from '../mark/placeMarks.ts';
import type { MapView } from '../view/mapView.ts';
import { type DrawContext, haloText, SANS, textWidth } from './drawContext.ts';
import type { MapColours } from './mapColours.ts';
import { type Box, takeRoom } from './nameLayer.ts';

const SIZE = 12;
const COLUMNS = 34;
/** Clear of the mark and of the ring around one that is lit. */
const AWAY = 14;
/** Of more marks than these the names are a thicket; a press on one tells what it is. */
const MOST = 60;

export function drawMarkNames(
  context: DrawContext,
  view: MapView,
  marks: readonly Mark[],
  colours: MapColours,
  taken: Box[],
): void {
  const single = marks.filter(mark => mark.kind === 'one');
  if (single.length > MOST) return;
  context.font = `600 ${SIZE}px ${SANS}`;
  context.textBaseline = 'middle';
  for (const mark of single) {
    const [name = ''] = labelLines(mark.feature.title, COLUMNS, 1);
    const spot = spotsFor(mark, textWidth(name, SIZE) * 1.06).find(
      ({ box }) =>
        box.left > 0 && box.right < view.width && box.top > 0 && box.bottom < view.height && takeRoom(box, taken),
    );
    if (!spot) continue;
    context.textAlign = spot.align;
    haloText(context, name, spot.x, spot.y, colours.ink, colours.halo);
  }
}

interface Spot {
  x: number;
  y: number;
  align: 'left' | 'center' | 'right';
  box: Box;
}

/** Right, left, beneath, above. */
function spotsFor({ x, y }: SingleMark, width: number): Spot[] {
  const half = SIZE * 0.7;
  const level = (align: Spot['align'], at: number, left: number): Spot => ({
    x: at,
    y,
    align,
    box: { left, right: left + width, top: y - half, bottom: y + half },
  });
  const centred = (at: number): Spot => ({
    x,
    y: at,
    align: 'center',
    box: { left: x - width / 2, right: x + width / 2, top: at - half, bottom: at + half },
  });
  return [
    level('left', x + AWAY, x + AWAY),
    level('right', x - AWAY, x - AWAY - width),
    centred(y + AWAY + half),
    centred(y - AWAY - half),
  ];
}
