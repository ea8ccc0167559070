/** What lies over the canvas: how lines read, nearer and farther, and whether a layout is at work. */
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { strengthsInOrder } from '../../../../shared/domain/chart/index.ts';
import { IconButton } from '../../../ui/index.ts';
import { StrengthLine } from '../StrengthLine.tsx';
import type { CanvasHandle } from './canvasHandle.ts';

export function Overlay({ canvas, settling }: { canvas: () => CanvasHandle | null; settling: boolean }) {
  return (
    <>
      <ul className="chart-legend" aria-label="Lines by how sure a tie is">
        {strengthsInOrder.map(strength => (
          <li key={strength}>
            <StrengthLine strength={strength} sample />
          </li>
        ))}
      </ul>
      <div className="chart-zoom">
        <span role="status" className="chart-settling">
          {settling ? 'Laying out …' : ''}
        </span>
        <IconButton icon={ZoomOut} label="Farther" onPress={() => canvas()?.zoomBy(0.8)} />
        <IconButton icon={ZoomIn} label="Nearer" onPress={() => canvas()?.zoomBy(1.25)} />
        <IconButton icon={Maximize} label="All in sight" onPress={() => canvas()?.fit()} />
      </div>
    </>
  );
}
