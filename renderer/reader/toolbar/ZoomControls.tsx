/** Smaller, the size in per cent with the usual sizes behind it, larger. */
import { Minus, Plus } from 'lucide-react';
import { IconButton, MenuButton } from '../../ui/index.ts';
import type { ZoomTo } from '../frameMessages.ts';

interface Props {
  scalePercent: number;
  fit: 'width' | 'page' | null;
  canFit: boolean;
  onZoom(to: ZoomTo): void;
}

const SIZES = [50, 75, 100, 125, 150, 200, 300, 400];

export function ZoomControls({ scalePercent, fit, canFit, onZoom }: Props) {
  const fits = [
    { label: 'Fit width', checked: fit === 'width', onSelect: () => onZoom('fit-width') },
    { label: 'Fit page', checked: fit === 'page', onSelect: () => onZoom('fit-page') },
    'separator' as const,
  ];
  const sizes = SIZES.map(size => ({
    label: `${size} %`,
    checked: fit === null && size === scalePercent,
    onSelect: () => onZoom(size / 100),
    ...(size === 100 ? { shortcut: 'Mod+0' } : {}),
  }));
  return (
    <div className="reader-zoom">
      <IconButton
        icon={Minus}
        label="Smaller"
        disabled={scalePercent <= 50 && fit === null}
        onPress={() => onZoom('out')}
        shortcut="-"
      />
      <MenuButton label={`Size, now ${scalePercent} %`} items={[...(canFit ? fits : []), ...sizes]}>
        <span className="reader-zoom-percent">{scalePercent} %</span>
      </MenuButton>
      <IconButton icon={Plus} label="Larger" disabled={scalePercent >= 400} onPress={() => onZoom('in')} shortcut="+" />
    </div>
  );
}
