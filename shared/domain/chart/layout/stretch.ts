/** Ends of a tie that lie too close for its words are drawn apart along their line. */
import type { LayoutGraph, Point } from './positions.ts';

/** From middle to middle: both nodes, the head and a few words. */
const LEAST = 172;
/** The name beneath the upper node takes of a line that goes down. */
const NAME = 64;

/** In place. Those that are fixed stay, and their other end goes all of the way. */
export function stretchTies(
  points: Map<string, Point>,
  edges: LayoutGraph['edges'],
  fixed: ReadonlySet<string> = new Set(),
): void {
  for (const { sourceId, targetId } of edges) {
    const [source, target] = [points.get(sourceId), points.get(targetId)];
    if (!source || !target || source === target) continue;
    const [dx, dy] = [target.x - source.x, target.y - source.y];
    const length = Math.hypot(dx, dy);
    if (length < 1) continue;
    const short = LEAST + (NAME * Math.abs(dy)) / length - length;
    const free = Number(!fixed.has(sourceId)) + Number(!fixed.has(targetId));
    if (short <= 0.5 || free === 0) continue;
    const share = short / free / length;
    if (!fixed.has(sourceId)) {
      source.x -= dx * share;
      source.y -= dy * share;
    }
    if (!fixed.has(targetId)) {
      target.x += dx * share;
      target.y += dy * share;
    }
  }
}
