/** Opens the canvas library on an element and hears what is done on it. */
import cytoscape, { type Core, type EventObject, type NodeSingular } from 'cytoscape';
import type { Point } from '../../../../shared/domain/chart/index.ts';
import type { ChartCanvasProps, Pressed } from './ChartCanvas.tsx';
import { canvasStyle } from './canvasStyle.ts';
import { nameWhatIsNear } from './nameWhatIsNear.ts';

const FARTHEST = 0.04;
const NEAREST = 4;

export function openCanvas(container: HTMLElement, props: () => ChartCanvasProps, many: boolean): Core {
  const { camera, palette } = props();
  const canvas = cytoscape({
    container,
    style: canvasStyle(palette, many),
    layout: { name: 'preset' },
    minZoom: FARTHEST,
    maxZoom: NEAREST,
    boxSelectionEnabled: true,
    selectionType: 'additive',
    autounselectify: false,
    // With thousands of lines the picture is moved while one pans, and drawn anew when one stops.
    textureOnViewport: many,
    hideEdgesOnViewport: false,
    pixelRatio: many ? 1 : 'auto',
    ...(camera ? { zoom: camera.zoom, pan: { x: camera.x, y: camera.y } } : {}),
  });
  const pressed = (event: EventObject): Pressed | null => {
    const { target } = event;
    if (target === canvas) return null;
    if (target.isEdge()) return { kind: 'tie', id: target.id() };
    const kind = target.hasClass('note')
      ? 'note'
      : target.hasClass('box') || target.hasClass('folded')
        ? 'box'
        : 'node';
    return { kind, id: target.id() };
  };
  canvas.on('tap', event => {
    const source = event.originalEvent as MouseEvent | undefined;
    container.focus({ preventScroll: true });
    props().onPress(pressed(event), Boolean(source?.shiftKey || source?.ctrlKey || source?.metaKey));
  });
  const menu = (event: EventObject) => {
    const hit = pressed(event);
    if (!hit) return;
    const around = container.getBoundingClientRect();
    const { x, y } = event.renderedPosition;
    props().onMenu(hit, { x: x + around.left, y: y + around.top });
  };
  canvas.on('cxttap', menu);
  canvas.on('dbltap', menu);
  // What stood in the middle stays there, whatever size the window takes.
  let size = { width: canvas.width(), height: canvas.height() };
  canvas.on('resize', () => {
    const now = { width: canvas.width(), height: canvas.height() };
    canvas.panBy({ x: (now.width - size.width) / 2, y: (now.height - size.height) / 2 });
    size = now;
  });
  let framed: string[] = [];
  canvas.on('box', 'node', event => {
    if (pressed(event)?.kind !== 'node') return;
    // The library tells of one after the other; they are taken together when it is through.
    if (framed.length === 0)
      queueMicrotask(() => {
        props().onFrame(framed);
        framed = [];
      });
    framed.push(event.target.id());
  });
  canvas.on('select', event => event.target.unselect());
  let grabbed: NodeSingular[] = [];
  canvas.on('grab', 'node', event => {
    const node = event.target as NodeSingular;
    // What is chosen moves together, and a box with what is in it.
    const together = node.hasClass('chosen') ? canvas.nodes('.chosen') : canvas.collection(node);
    grabbed = [...together.union(together.descendants())].filter(
      one => one.isNode() && !one.isParent(),
    ) as NodeSingular[];
    const from = new Map(grabbed.map(one => [one.id(), { ...one.position() }]));
    const start = { ...node.position() };
    const follow = () => {
      const now = node.position();
      for (const one of grabbed) {
        const began = from.get(one.id());
        if (one.id() !== node.id() && began && !node.isParent())
          one.position({ x: began.x + now.x - start.x, y: began.y + now.y - start.y });
      }
    };
    node.on('drag.together', follow);
    node.one('free', () => node.removeListener('drag.together'));
  });
  canvas.on('dragfree', 'node', () => {
    const moved = new Map(grabbed.map(one => [one.id(), rounded(one.position())]));
    grabbed = [];
    props().onMoved(moved);
  });
  if (many) nameWhatIsNear(canvas);
  return canvas;
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
