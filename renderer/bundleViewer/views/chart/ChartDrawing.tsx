/** The chart as SVG elements: the same shapes, lines and ways that its picture in a report has, in the colours of the page. */
import { memo } from 'react';
import { lineStyles, type Point, type SceneNode, type SceneTie } from '../../../../shared/domain/chart/index.ts';
import { noteHeight, noteLines } from '../../../../shared/domain/chart/picture/chartSvg.ts';
import { boxAround } from '../../../../shared/domain/chart/layout/positions.ts';
import { LABEL_LEADING, LABEL_SIZE, LINE_WIDTH, NODE_RADIUS } from '../../../../shared/domain/chart/picture/palette.ts';
import { pointOn, tiePath } from '../../../../shared/domain/chart/picture/tiePath.ts';
import { schemaSign } from './schemaSign.ts';
import type { PlacedScene } from './chartScene.ts';

interface Props {
  placed: PlacedScene;
  /** Where along their lines ties have room for words; null while they would be too small to read. */
  wordPlaces: ReadonlyMap<string, number> | null;
  hasNames: boolean;
  /** Ids of nodes and ties. */
  chosen: ReadonlySet<string>;
  near: ReadonlySet<string> | null;
}

const ORIGIN: Point = { x: 0, y: 0 };

export const ChartDrawing = memo(function ChartDrawing({ placed, wordPlaces, hasNames, chosen, near }: Props) {
  const { scene, positions } = placed;
  const at = (id: string): Point => positions.get(id) ?? ORIGIN;
  const faded = (id: string): string => (near === null || near.has(id) ? '' : ' faded');
  return (
    <>
      {scene.boxes.map(({ id, label }) => {
        const box = boxAround(scene.nodes.filter(node => node.groupId === id).map(node => at(node.id)));
        if (!box) return null;
        const [x, y] = [box.left - 90, box.top - NODE_RADIUS - 34];
        return (
          <g key={id} className="chart-box">
            <rect
              {...{ x, y }}
              width={box.right - box.left + 180}
              height={box.bottom - box.top + 2 * NODE_RADIUS + 100}
              rx={6}
            />
            <text x={x + 10} y={y + 18}>
              {label}
            </text>
          </g>
        );
      })}
      {scene.ties.map(tie => (
        <TieLine
          key={tie.id}
          tie={tie}
          source={at(tie.sourceId)}
          target={at(tie.targetId)}
          className={`chart-tie strength-${tie.strength}${chosen.has(tie.id) ? ' chosen' : ''}${faded(tie.id)}`}
        />
      ))}
      {wordPlaces &&
        scene.ties.map(tie => {
          const share = wordPlaces.get(tie.id);
          if (share === undefined) return null;
          const path = tiePath(at(tie.sourceId), at(tie.targetId), tie.bend);
          const { x, y } = pointOn(path, share);
          return (
            <text
              key={tie.id}
              className={`chart-tie-words${faded(tie.id)}`}
              transform={`translate(${x} ${y}) rotate(${path.angle})`}
              y={3}
            >
              {tie.words}
            </text>
          );
        })}
      {scene.nodes.map(node => (
        <Node
          key={node.id}
          node={node}
          at={at(node.id)}
          hasName={hasNames || chosen.has(node.id)}
          className={`chart-node ${node.shape}${chosen.has(node.id) ? ' chosen' : ''}${faded(node.id)}`}
        />
      ))}
      {scene.notes.map(note => {
        const height = noteHeight(note);
        const [x, y] = [note.x - note.width / 2, note.y - height / 2];
        return (
          <g key={note.id} className="chart-note">
            <rect {...{ x, y, height }} width={note.width} rx={3} />
            <text>
              {noteLines(note).map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their order
                <tspan key={index} x={x + 8} y={y + 20 + index * 16}>
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        );
      })}
    </>
  );
});

interface TieLineProps {
  tie: SceneTie;
  source: Point;
  target: Point;
  className: string;
}

function TieLine({ tie, source, target, className }: TieLineProps) {
  const { from, control, to, head } = tiePath(source, target, tie.bend);
  const { dash, isDouble } = lineStyles[tie.strength];
  const d = `M${from.x},${from.y}${control ? `Q${control.x},${control.y} ${to.x},${to.y}` : `L${to.x},${to.y}`}`;
  return (
    <g className={className} data-tie={tie.id}>
      <title>{tie.words}</title>
      {/* Wide and unseen, so that a thin line can be hit. */}
      <path d={d} className="chart-tie-room" />
      <path d={d} className="line" strokeWidth={LINE_WIDTH * (isDouble ? 3.2 : 1)} strokeDasharray={dash.join(' ')} />
      {isDouble && <path d={d} className="between" strokeWidth={LINE_WIDTH * 1.4} />}
      {tie.directed && <polygon points={head.map(({ x, y }) => `${x},${y}`).join(' ')} />}
    </g>
  );
}

function Node({ node, at, hasName, className }: { node: SceneNode; at: Point; hasName: boolean; className: string }) {
  return (
    <g className={className} transform={`translate(${at.x} ${at.y})`} data-node={node.id}>
      <title>{node.caption}</title>
      <NodeShape node={node} />
      <text className="sign" y={5}>
        {node.shape === 'folded' ? node.count : schemaSign(node.schema)}
      </text>
      {hasName && (
        <text className="name" fontSize={LABEL_SIZE}>
          {node.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their order
            <tspan key={index} x={0} y={NODE_RADIUS + LABEL_SIZE + 4 + index * LABEL_LEADING}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </g>
  );
}

function NodeShape({ node: { shape } }: { node: SceneNode }) {
  const r = NODE_RADIUS;
  switch (shape) {
    case 'event':
      return <polygon points={`0,${-r - 3} ${r + 3},0 0,${r + 3} ${-r - 3},0`} />;
    case 'record':
      return <rect x={-r + 2} y={-r + 2} width={2 * r - 4} height={2 * r - 4} rx={2} />;
    case 'relationship':
      return (
        <polygon
          points={`${-r},0 ${-r / 2},${-r + 3} ${r / 2},${-r + 3} ${r},0 ${r / 2},${r - 3} ${-r / 2},${r - 3}`}
        />
      );
    case 'folded':
      return <rect x={-r - 2} y={-r + 2} width={2 * r + 4} height={2 * r - 4} rx={4} />;
    case 'thing':
      return <circle r={r} />;
  }
}
