/** What the place asks of the canvas: to look at something, and for a picture of all of it. */
import type { Core, NodeSingular } from 'cytoscape';
import type { ChartPalette, Point } from '../../../../shared/domain/chart/index.ts';
import { type Box, ROOM } from '../../../../shared/domain/chart/layout/positions.ts';
import { canvasStyle } from './canvasStyle.ts';
import { type Corners, fitCamera } from './fitCamera.ts';

export interface CanvasHandle {
  fit(): void;
  zoomBy(factor: number): void;
  /** Into the middle, near enough to read its name. */
  centreOn(id: string): void;
  /** Moves only if it is out of sight. */
  reveal(ids: readonly string[]): void;
  camera(): (Point & { zoom: number }) | null;
  look(camera: Point & { zoom: number }): void;
  /** The middle of what is in sight, in the chart's own measure. */
  middle(): Point;
  /** All of it in these colours, whatever is in sight; names are drawn at any size. */
  picture(palette: ChartPalette, own: ChartPalette): Promise<Blob>;
  focus(): void;
}

const READABLE = 1;
/** Twice the size of the screen, for print, unless that passes what a canvas can hold. */
const PRINT_SCALE = 2;
const LARGEST_PX = 8000;

/** Legend and buttons, with a little air. */
const CORNERS: Corners = { left: { width: 140, height: 104 }, right: { width: 104, height: 50 } };

export function canvasHandle(get: () => Core | null, many = false): CanvasHandle {
  const centre = (canvas: Core) => ({ x: canvas.width() / 2, y: canvas.height() / 2 });
  return {
    fit: () => {
      const canvas = get();
      if (!canvas) return;
      // By places alone: the library would measure every name first, which for thousands takes seconds.
      const nodes = (canvas.nodes().toArray() as NodeSingular[]).filter(node => !node.isParent());
      const camera = fitCamera(
        nodes.map(roomOf),
        { width: canvas.width(), height: canvas.height() },
        CORNERS,
        READABLE * 1.2,
      );
      if (camera) canvas.viewport({ zoom: camera.zoom, pan: { x: camera.x, y: camera.y } });
    },
    zoomBy: factor => {
      const canvas = get();
      canvas?.zoom({ level: canvas.zoom() * factor, renderedPosition: centre(canvas) });
    },
    centreOn: id => {
      const canvas = get();
      const element = canvas?.getElementById(id);
      if (!canvas || !element || element.empty()) return;
      if (canvas.zoom() < READABLE) canvas.zoom(READABLE);
      canvas.center(element);
    },
    reveal: ids => {
      const canvas = get();
      if (!canvas) return;
      const elements = canvas.elements().filter(one => ids.includes(one.id()));
      if (elements.empty()) return;
      const { x1, y1, x2, y2 } = elements.renderedBoundingBox();
      const inSight = x1 >= 0 && y1 >= 0 && x2 <= canvas.width() && y2 <= canvas.height();
      if (inSight) return;
      if (x2 - x1 > canvas.width() || y2 - y1 > canvas.height()) canvas.fit(elements, 60);
      else canvas.center(elements);
    },
    camera: () => {
      const canvas = get();
      return canvas ? { ...canvas.pan(), zoom: canvas.zoom() } : null;
    },
    look: ({ x, y, zoom }) => get()?.viewport({ zoom, pan: { x, y } }),
    middle: () => {
      const extent = get()?.extent();
      return extent ? { x: (extent.x1 + extent.x2) / 2, y: (extent.y1 + extent.y2) / 2 } : { x: 0, y: 0 };
    },
    picture: async (palette, own) => {
      const canvas = get();
      if (!canvas) throw new Error('a picture of a chart that is not drawn');
      const { w, h } = canvas.elements().boundingBox();
      const scale = Math.min(PRINT_SCALE, LARGEST_PX / Math.max(w, h, 1));
      const standing = canvas.elements('.chosen, .lit, .faint');
      const classes = new Map(standing.map(one => [one.id(), one.classes()]));
      // Drawn at once from here to the answer of `png`: nobody sees the other colours.
      canvas.batch(() => standing.removeClass('chosen lit faint'));
      canvas.style([
        ...canvasStyle(palette, many, 'all'),
        { selector: 'node', style: { 'min-zoomed-font-size': 0, label: 'data(label)' } },
        { selector: 'edge', style: { 'min-zoomed-font-size': 0 } },
      ]);
      const picture = canvas.png({ full: true, scale, bg: palette.ground, output: 'blob-promise' });
      canvas.style(canvasStyle(own, many));
      canvas.batch(() => standing.forEach(one => void one.classes((classes.get(one.id()) ?? []).join(' '))));
      return picture;
    },
    focus: () => get()?.container()?.focus(),
  };
}

/** A node with its name beneath it; a note is all that it is. */
function roomOf(node: NodeSingular): Box {
  const { x, y } = node.position();
  const [halfWidth, halfHeight] = [node.width() / 2, node.height() / 2];
  if (node.hasClass('note'))
    return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
  const across = Math.max(halfWidth, ROOM.width / 2);
  return { left: x - across, top: y - halfHeight - 4, right: x + across, bottom: y + halfHeight + ROOM.height / 2 };
}
