/** The drawing of the chart: moved by pointer, wheel and keys; a node or a tie that is pressed is opened beside it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { tieWordPlaces } from '../../../../shared/domain/chart/index.ts';
import { boxAround } from '../../../../shared/domain/chart/layout/positions.ts';
import { NODE_RADIUS } from '../../../../shared/domain/chart/picture/palette.ts';
import { noteHeight } from '../../../../shared/domain/chart/picture/chartSvg.ts';
import { type Camera, fitCamera, type Reach, reveal, type Size, ZOOM_STEP, zoomCamera } from '../../canvas/camera.ts';
import { type MoveCamera, moveByKey, usePanZoom } from '../../canvas/usePanZoom.ts';
import { useDrawnSize, useSize } from '../../canvas/useSize.ts';
import { useIsPrinting } from '../../shell/listScroller.ts';
import { ChartDrawing } from './ChartDrawing.tsx';
import { ChartOverview } from './ChartOverview.tsx';
import { nodeAt, nodeInDirection, only, type PlacedScene, within } from './chartScene.ts';

interface Props {
  placed: PlacedScene;
  /** Ids of nodes and ties that are looked at. */
  chosen: ReadonlySet<string>;
  near: ReadonlySet<string> | null;
  chosenNode: string | null;
  onNode: (id: string | null) => void;
  onTie: (tieId: string) => void;
  handle: React.RefObject<ChartHandle | null>;
}

/** For the tools above it. */
export interface ChartHandle {
  zoom(nearer: boolean): void;
  fit(): void;
}

const REACH: Reach = { least: 0.02, most: 4 };
const MARGIN_PX = 70;
/** Smaller than this, words are no more read. */
const WORDS_FROM = 0.55;
const NAMES_FROM = 0.4;
/** As many are drawn whole at any size. */
const SMALL = 120;
/** As near as this a press means a node that is smaller than a finger. */
const PRESS_PX = 12;

export function ChartCanvas({ placed, chosen, near, chosenNode, onNode, onTie, handle }: Props) {
  const surface = useRef<SVGSVGElement>(null);
  const size = useSize(surface);
  const paper = useDrawnSize(size);
  const printing = useIsPrinting();
  const whole = useMemo(() => wholeBox(placed), [placed]);
  const fitted = useMemo(() => fitCamera(whole, paper, MARGIN_PX, { ...REACH, most: 1.2 }), [whole, paper]);
  const [moved, setMoved] = useState<Camera | null>(null);
  const camera = moved ?? fitted;
  const latest = useRef(camera);
  latest.current = camera;
  const move: MoveCamera = useCallback(step => {
    latest.current = step(latest.current);
    setMoved(latest.current);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view of the chart is seen whole
  useEffect(() => setMoved(null), [placed]);
  useEffect(() => {
    const point = chosenNode === null ? undefined : placed.positions.get(chosenNode);
    if (point && size.width > 0) move(before => reveal(before, point, size, 60));
  }, [chosenNode, placed, size, move]);
  handle.current = {
    zoom: nearer => {
      const middle = { x: size.width / 2, y: size.height / 2 };
      move(before => zoomCamera(before, nearer ? ZOOM_STEP : 1 / ZOOM_STEP, middle, REACH));
    },
    fit: () => setMoved(null),
  };
  const wasDragged = usePanZoom(surface, move, REACH);
  const hasWords = printing || camera.scale >= WORDS_FROM;
  const wordPlaces = useMemo(
    () => (hasWords ? tieWordPlaces(placed.scene, placed.positions, noteHeight) : null),
    [placed, hasWords],
  );
  const shown = printing ? fitted : camera;
  const isLarge = placed.scene.nodes.length > SMALL && !printing;
  const isFar = isLarge && camera.scale < NAMES_FROM;
  const drawn = useInView(placed, camera, size, isLarge && !isFar);
  const atHand = useMemo(() => (near === null ? null : only(placed, near)), [placed, near]);
  return (
    <svg
      ref={surface}
      className="chart-canvas"
      role="application"
      aria-label="Chart. Arrow keys go from node to node, or move the drawing; plus, minus and 0 zoom. The table has the same in rows."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys
      tabIndex={0}
      viewBox={`${shown.x} ${shown.y} ${Math.max(1, paper.width) / shown.scale} ${Math.max(1, paper.height) / shown.scale}`}
      preserveAspectRatio="xMidYMid meet"
      onClick={event => {
        if (wasDragged() || !(event.target instanceof Element)) return;
        const node = event.target.closest('[data-node]')?.getAttribute('data-node');
        const tie = event.target.closest('[data-tie]')?.getAttribute('data-tie');
        if (node) onNode(node);
        else if (tie) onTie(tie);
        else if (isFar) {
          const box = event.currentTarget.getBoundingClientRect();
          const at = {
            x: camera.x + (event.clientX - box.left) / camera.scale,
            y: camera.y + (event.clientY - box.top) / camera.scale,
          };
          onNode(nodeAt(placed, at, Math.max(NODE_RADIUS, PRESS_PX / camera.scale)));
        } else onNode(null);
      }}
      onKeyDown={event => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = chosenNode === null || event.shiftKey ? null : nodeInDirection(placed, chosenNode, event.key);
        if (next !== null) onNode(next);
        else if (event.key === 'Enter' && chosenNode === null) onNode(placed.scene.nodes[0]?.id ?? null);
        else if (!moveByKey(event.key, { move, showAll: () => setMoved(null), size, reach: REACH })) return;
        event.preventDefault();
      }}
    >
      {isFar ? (
        <>
          <ChartOverview placed={placed} isFaded={near !== null} />
          {atHand && <ChartDrawing placed={atHand} wordPlaces={null} hasNames={false} {...{ chosen, near }} />}
        </>
      ) : (
        <ChartDrawing
          placed={drawn}
          {...{ wordPlaces, chosen, near }}
          hasNames={!isLarge || camera.scale >= NAMES_FROM}
        />
      )}
    </svg>
  );
}

/** Of a large chart that is seen from near only what is in view and about it is drawn; again only once one has moved that far. */
function useInView(placed: PlacedScene, { x, y, scale }: Camera, { width, height }: Size, isCut: boolean): PlacedScene {
  const [wide, high] = [width / scale, height / scale];
  const column = Math.floor((x + wide / 2) / (wide / 2));
  const row = Math.floor((y + high / 2) / (high / 2));
  return useMemo(() => {
    if (!isCut || wide === 0) return placed;
    const [middleX, middleY] = [(column + 0.5) * (wide / 2), (row + 0.5) * (high / 2)];
    return within(placed, {
      left: middleX - wide,
      right: middleX + wide,
      top: middleY - high,
      bottom: middleY + high,
    });
  }, [placed, isCut, column, row, wide, high]);
}

function wholeBox({ scene, positions }: PlacedScene) {
  const points = scene.nodes.flatMap(node => positions.get(node.id) ?? []);
  return boxAround([...points, ...scene.notes]) ?? { left: 0, top: 0, right: 1, bottom: 1 };
}
