/** Of thousands only those in sight are named, and only from near: to measure every name takes longer than to draw the rest. */
import type { Core, NodeSingular } from 'cytoscape';

/** Names are readable from this zoom on. */
const NEAR = 0.6;
/** After the last move of the view. */
const REST_MS = 120;

export function nameWhatIsNear(canvas: Core): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const name = () => {
    if (canvas.destroyed()) return;
    const { x1, y1, x2, y2 } = canvas.extent();
    const isNear = canvas.zoom() >= NEAR;
    canvas.batch(() => {
      for (const node of canvas.nodes().toArray() as NodeSingular[]) {
        const { x, y } = node.position();
        const named = isNear && x >= x1 && x <= x2 && y >= y1 && y <= y2;
        if (named !== node.hasClass('near')) node.toggleClass('near', named);
      }
    });
  };
  canvas.on('viewport', () => {
    clearTimeout(rest);
    rest = setTimeout(name, REST_MS);
  });
}
