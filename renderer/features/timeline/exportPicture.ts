/** The timeline as it is in view, with the names of its lanes and all of its rows, as SVG or PNG in the colours of paper. */
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import { AXIS_PX, drawTimeline, type LaidLane, sceneToSvg, type Shape } from '../../../shared/domain/timeline/index.ts';
import { PRINT_COLOURS } from './inkColours.ts';
import { paintScene } from './paintScene.ts';
import type { Viewport } from './viewport.ts';

export interface PictureWanted {
  lanes: readonly LaidLane<TimelineItem>[];
  view: Viewport;
  /** Of the stretch in view, in pixels of the screen. */
  width: number;
  title: string;
  description: string;
}

const GUTTER_PX = 190;
/** A page holds no more; what lies below is in the table of the figure. */
const TALLEST_PX = 3600;
/** At 16 cm wide, some 190 dots an inch. */
const PRINT_SCALE = 2;

function scene({ lanes, view, width }: PictureWanted): { shapes: Shape[]; width: number; height: number } {
  const below = lanes.at(-1);
  const height = Math.min(TALLEST_PX, (below ? below.top + below.height : 0) + 8);
  const total = GUTTER_PX + width;
  const shapes = drawTimeline(lanes, {
    ...view,
    width: total,
    top: 0,
    height,
    gutter: GUTTER_PX,
    selectedId: null,
    isLit: () => false,
    cursorAt: null,
  });
  return { shapes, width: total, height: height + AXIS_PX };
}

export function timelineSvg(wanted: PictureWanted): Uint8Array {
  const { shapes, width, height } = scene(wanted);
  const { title, description } = wanted;
  return new TextEncoder().encode(sceneToSvg(shapes, { width, height, colours: PRINT_COLOURS, title, description }));
}

export async function timelinePng(wanted: PictureWanted): Promise<Uint8Array> {
  const { shapes, width, height } = scene(wanted);
  const canvas = document.createElement('canvas');
  canvas.width = width * PRINT_SCALE;
  canvas.height = height * PRINT_SCALE;
  const on = canvas.getContext('2d');
  if (!on) throw new Error('no canvas to draw the timeline on');
  on.scale(PRINT_SCALE, PRINT_SCALE);
  paintScene(on, shapes, PRINT_COLOURS);
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the timeline could not be drawn as a picture');
  return new Uint8Array(await blob.arrayBuffer());
}
