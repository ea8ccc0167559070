/** Of thousands only those in sight are named, and only from near: to measure every name takes longer than to draw the rest. */
import type { Core, NodeSingular } from 'cytoscape';

/** Names are readable from this zoom on, and signs of schemata can be told apart. */
const NEAR = 0.6;
const SIGNED = 0.3;
/** After the last move of the view. */
const REST_MS = 120;

export function nameWhatIsNear(canvas: Core): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const name = () => {
    if (canvas.destroyed()) return;
    const { x1, y1, x2, y2 } = canvas.extent();
    const zoom = canvas.zoom();
    canvas.batch(() => {
      for (const node of canvas.nodes().toArray() as NodeSingular[]) {
        const { x, y } = node.position();
        const inSight = x >= x1 && x <= x2 && y >= y1 && y <= y2;
        show(node, 'near', inSight && zoom >= NEAR);
        show(node, 'signed', inSight && zoom >= SIGNED);
      }
    });
  };
  canvas.on('viewport', () => {
    clearTimeout(rest);
    rest = setTimeout(name, REST_MS);
  });
}

/** To say what is so already would cost as much as to change it. */
function show(node: NodeSingular, name: string, on: boolean): void {
  if (on !== node.hasClass(name)) node.toggleClass(name, on);
}
