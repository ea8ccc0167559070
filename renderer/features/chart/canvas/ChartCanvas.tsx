/** The canvas: draws a scene, tells what was chosen and moved. Everything that it does by pointer goes by keyboard as well. */
import type { Core, NodeSingular } from 'cytoscape';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { ChartPalette, Point, Positions } from '../../../../shared/domain/chart/index.ts';
import { type CanvasHandle, canvasHandle } from './canvasHandle.ts';
import { canvasStyle } from './canvasStyle.ts';
import { elementsOf, MANY_TIES, type SceneDrawn, showElements } from './elements.ts';
import type { Icons } from './IconSheet.tsx';
import { nextInDirection } from './nextInDirection.ts';
import { openCanvas } from './openCanvas.ts';
import { whenFacesAre } from './whenFacesAre.ts';
import './ChartCanvas.css';

export type Pressed = { kind: 'node' | 'tie' | 'note' | 'box'; id: string };

export interface ChartCanvasProps extends Omit<SceneDrawn, 'icons'> {
  /** Null until they are read. */
  icons: Icons | null;
  palette: ChartPalette;
  /** Nodes, ties, notes and boxes by id. */
  chosenIds: ReadonlySet<string>;
  /** A way between two: the rest stands back. */
  litIds: ReadonlySet<string> | null;
  camera: (Point & { zoom: number }) | null;
  /** What one hears of it: "Chart of 12 entities and 15 ties". */
  label: string;
  onPress(pressed: Pressed | null, additional: boolean): void;
  /** Entities in a frame that was drawn with Shift. */
  onFrame(ids: readonly string[]): void;
  /** The menu of what was pressed, at a place of the window. */
  onMenu(pressed: Pressed, at: Point): void;
  onMoved(moved: Positions): void;
  onCamera(camera: Point & { zoom: number }): void;
  /** A key that the place may know; true if it did. */
  onKey(event: KeyboardEvent): boolean;
  ref?: Ref<CanvasHandle>;
}

/** One press of an arrow key with Alt. */
const NUDGE = 20;

export function ChartCanvas(props: ChartCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<Core | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [drawings, setDrawings] = useState(0);
  const many = props.scene.ties.length > MANY_TIES;
  useImperativeHandle(props.ref, () => canvasHandle(() => canvas.current, many), [many]);

  useEffect(() => {
    if (!box.current) return;
    const opened = openCanvas(box.current, () => latest.current, many);
    canvas.current = opened;
    return () => {
      const { x, y } = opened.pan();
      latest.current.onCamera({ x, y, zoom: opened.zoom() });
      canvas.current = null;
      opened.destroy();
    };
  }, [many]);
  const { scene, positions, pinnedIds, icons, palette, chosenIds, litIds } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new canvas begins empty
  useEffect(() => {
    if (icons === null) return;
    return whenFacesAre(scene, () => {
      const drawn = canvas.current;
      if (!drawn) return;
      const wasEmpty = drawn.elements().empty();
      showElements(drawn, elementsOf({ scene, positions, pinnedIds, icons }));
      if (wasEmpty && !latest.current.camera) canvasHandle(() => drawn).fit();
      // For those who wait for it to be drawn: tests and the bench.
      drawn.one('render', () => box.current?.setAttribute('data-drawn', String(drawn.elements().length)));
      setDrawings(count => count + 1);
    });
  }, [scene, positions, pinnedIds, icons, many]);
  useEffect(() => {
    canvas.current?.style(canvasStyle(palette, many));
  }, [palette, many]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: elements that are drawn anew stand as the others do
  useEffect(() => {
    const drawn = canvas.current;
    if (!drawn) return;
    drawn.batch(() => {
      drawn.elements('.chosen, .lit, .faint').removeClass('chosen lit faint');
      if (litIds) {
        drawn.elements().forEach(one => {
          one.addClass(litIds.has(one.id()) ? 'lit' : one.isNode() && one.isParent() ? '' : 'faint');
        });
      }
      for (const id of chosenIds) drawn.getElementById(id).addClass('chosen').removeClass('faint');
    });
  }, [chosenIds, litIds, drawings, many]);

  const keyDown = (event: KeyboardEvent) => {
    const drawn = canvas.current;
    if (!drawn || event.defaultPrevented) return;
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const inHand = leaves(drawn, '.chosen');
    const last = inHand.at(-1);
    const handle = canvasHandle(() => canvas.current);
    if (direction && event.altKey && last) {
      const [dx = 0, dy = 0] = direction;
      latest.current.onMoved(
        new Map(
          inHand.map(node => [node.id(), { x: node.position().x + dx * NUDGE, y: node.position().y + dy * NUDGE }]),
        ),
      );
    } else if (direction && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const next = nextInDirection(placesOf(drawn), last?.id(), direction as [number, number]);
      const node = next === null ? null : drawn.getElementById(next);
      if (node?.nonempty()) {
        latest.current.onPress({ kind: kindOf(node as NodeSingular), id: node.id() }, event.shiftKey);
        handle.reveal([node.id()]);
      }
    } else if (
      (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) || event.key === 'Enter') &&
      last
    ) {
      latest.current.onMenu({ kind: kindOf(last), id: last.id() }, inWindow(last.renderedPosition()));
    } else if (event.key === '+' || event.key === '=') handle.zoomBy(1.25);
    else if (event.key === '-') handle.zoomBy(0.8);
    else if (!latest.current.onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const inWindow = ({ x, y }: Point): Point => {
    const around = box.current?.getBoundingClientRect();
    return { x: x + (around?.left ?? 0), y: y + (around?.top ?? 0) };
  };

  return (
    <>
      {/* The library would write a style element of its own, which the window's policy forbids, unless this id is there. */}
      <span hidden id="__________cytoscape_stylesheet" />
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, but a drawing that is moved in by keyboard */}
      <div
        ref={box}
        className="chart-canvas"
        role="group"
        aria-roledescription="link chart"
        aria-label={props.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys go from entity to entity in it
        tabIndex={0}
        onKeyDown={keyDown}
      />
    </>
  );
}

export function kindOf(node: NodeSingular): Pressed['kind'] {
  return node.hasClass('note') ? 'note' : node.hasClass('box') || node.hasClass('folded') ? 'box' : 'node';
}

function placesOf(canvas: Core): Map<string, Point> {
  return new Map(leaves(canvas, 'node').map(node => [node.id(), node.position()]));
}

/** Open boxes are where their members are; they have no place of their own. */
function leaves(canvas: Core, selector: string): NodeSingular[] {
  return (canvas.nodes(selector).toArray() as NodeSingular[]).filter(node => !node.isParent());
}
