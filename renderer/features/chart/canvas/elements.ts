/** The scene as the canvas library takes it, and the least of changes from one scene to the next. */
import type { Core, ElementDefinition } from 'cytoscape';
import { noteHeight, noteLines } from '../../../../shared/domain/chart/picture/chartSvg.ts';
import { tiePath } from '../../../../shared/domain/chart/picture/tiePath.ts';
import { labelLines, type Positions, type Scene, tieWordPlaces } from '../../../../shared/domain/chart/index.ts';
import { type Icons, iconUri } from './IconSheet.tsx';

export interface SceneDrawn {
  scene: Scene;
  positions: Positions;
  pinnedIds: readonly string[];
  icons: Icons;
}

/** More lines than these are drawn straight, and without words. */
export const MANY_TIES = 1200;
/** With so many ties an entity among thousands is named even from afar. */
const LEADING_TIES = 14;

/** What has no place yet is not drawn: for the moment of a layout all would lie in one heap. */
export function elementsOf({ scene, positions, pinnedIds, icons }: SceneDrawn): ElementDefinition[] {
  const many = scene.ties.length > MANY_TIES;
  const pinned = new Set(pinnedIds);
  const uris = new Map<string, string>();
  const uriOf = (schema: string) => {
    const markup = icons.get(schema);
    if (!markup) return undefined;
    const uri = uris.get(schema) ?? iconUri(markup);
    uris.set(schema, uri);
    return uri;
  };
  const weights = new Map<string, number>();
  for (const { sourceId, targetId } of scene.ties)
    for (const id of [sourceId, targetId]) weights.set(id, (weights.get(id) ?? 0) + 1);
  const boxes = scene.boxes.map(({ id, label }) => ({
    group: 'nodes' as const,
    data: { id, label: labelLines(label, 40, 2).join('\n') },
    classes: 'box',
  }));
  const nodes = scene.nodes.flatMap(({ id, lines, shape, schema, groupId }) => {
    const position = positions.get(id);
    if (!position) return [];
    const icon = shape === 'folded' ? undefined : uriOf(schema);
    return {
      group: 'nodes' as const,
      data: {
        id,
        label: lines.join('\n'),
        ...(many ? { size: sizeFromAfar(weights.get(id) ?? 0) } : {}),
        ...(icon ? { icon } : {}),
        ...(groupId ? { parent: groupId } : {}),
      },
      classes: [shape, pinned.has(id) && 'pinned', many && (weights.get(id) ?? 0) >= LEADING_TIES && 'leading']
        .filter(Boolean)
        .join(' '),
      position: { ...position },
    };
  });
  const notes = scene.notes.map(note => {
    const lines = noteLines(note);
    return {
      group: 'nodes' as const,
      data: { id: note.id, label: lines.join('\n'), width: note.width, height: lines.length * 15 + 16 },
      classes: 'note',
      position: { x: note.x, y: note.y },
    };
  });
  const drawn = scene.ties.filter(tie => positions.has(tie.sourceId) && positions.has(tie.targetId));
  const wordPlaces = many ? new Map() : tieWordPlaces(scene, positions, noteHeight);
  const ties = drawn.map(tie => {
    const isLoop = tie.sourceId === tie.targetId;
    const share = wordPlaces.get(tie.id);
    const isAside = share !== undefined && share !== 0.5;
    return {
      group: 'edges' as const,
      data: {
        id: tie.id,
        source: tie.sourceId,
        target: tie.targetId,
        words: tie.words,
        label: share === 0.5 ? tie.words : '',
        aside: isAside ? tie.words : '',
        offset: isAside ? share * lengthOf(tie, positions) : 0,
        reach: -2 * tie.bend,
      },
      classes: [tie.strength, !tie.directed && 'undirected', isLoop ? 'loop' : tie.bend !== 0 && 'bent']
        .filter(Boolean)
        .join(' '),
    };
  });
  return [...boxes, ...nodes, ...notes, ...ties];
}

/** Those with most ties stand out. */
function sizeFromAfar(ties: number): number {
  return Math.round(48 + (170 - 48) * Math.min(1, ties / 30));
}

/** From rim to rim. */
function lengthOf({ sourceId, targetId, bend }: Scene['ties'][number], positions: Positions): number {
  const [source, target] = [positions.get(sourceId), positions.get(targetId)];
  if (!source || !target) return 0;
  const { from, to } = tiePath(source, target, bend);
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** Classes that say how something stands just now; no part of the scene. */
const STANDING = new Set(['chosen', 'lit', 'faint', 'near', 'signed']);

/** Makes the canvas show these elements; what stays the same is left alone. */
export function showElements(canvas: Core, wanted: readonly ElementDefinition[]): void {
  const byId = new Map(wanted.map(one => [String(one.data.id), one]));
  canvas.batch(() => {
    const gone = canvas.elements().filter(one => {
      const next = byId.get(one.id());
      return (
        !next ||
        (one.isEdge() && (one.data('source') !== next.data['source'] || one.data('target') !== next.data['target']))
      );
    });
    // Members first leave a box that goes, else they would go with it.
    gone.filter('.box').children().move({ parent: null });
    gone.remove();
    // Boxes that are new must be there before anybody moves into them.
    const fresh = wanted.filter(one => canvas.getElementById(String(one.data.id)).empty());
    if (fresh.length > 0) canvas.add(fresh);
    const isFresh = new Set(fresh);
    for (const one of wanted) {
      if (isFresh.has(one)) continue;
      const there = canvas.getElementById(String(one.data.id));
      const { id: _, source: __, target: ___, parent, ...data } = one.data;
      // Thousands stay as they are, and to say so again costs as much as to draw them.
      if (Object.entries(data).some(([key, value]) => there.data(key) !== value)) there.data(data);
      const standing = there.classes().filter(name => STANDING.has(name));
      const kinds = String(one.classes ?? '').split(' ');
      if (there.classes().length !== kinds.length + standing.length || kinds.some(kind => !there.hasClass(kind)))
        there.classes([...kinds, ...standing].join(' '));
      if (there.isNode() && (there.data('parent') ?? null) !== (parent ?? null)) there.move({ parent: parent ?? null });
    }
    for (const one of wanted) {
      if (!one.position || isFresh.has(one)) continue;
      const there = canvas.getElementById(String(one.data.id));
      const { x, y } = there.position();
      if (!there.grabbed() && (x !== one.position.x || y !== one.position.y)) there.position(one.position);
    }
  });
}
