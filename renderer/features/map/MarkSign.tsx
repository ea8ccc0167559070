import type { MapFeature } from '../../../shared/contract/map.ts';

/** The mark as it stands on the map, for lists: shape by kind, filling by strength. The words stand beside it. */
export function MarkSign({ source, strength }: Pick<MapFeature, 'source' | 'strength'>) {
  const isFull = source !== 'claimed' && strength === 'confirmed';
  const isHalf = source !== 'claimed' && strength === 'probable';
  return (
    <svg className={`map-sign map-sign-${source}`} viewBox="0 0 16 16" width={16} height={16} aria-hidden>
      {source === 'event' && <circle cx={8} cy={8} r={6} fill={isFull ? 'currentColor' : 'none'} />}
      {source === 'address' && <rect x={2.5} y={2.5} width={11} height={11} fill={isFull ? 'currentColor' : 'none'} />}
      {source === 'claimed' && <path d="M8 1.5 14.5 14 1.5 14Z" fill="none" strokeDasharray="3 2" />}
      {isHalf && source === 'event' && <path d="M8 14A6 6 0 0 1 8 2Z" fill="currentColor" stroke="none" />}
      {isHalf && source === 'address' && (
        <rect x={2.5} y={2.5} width={5.5} height={11} fill="currentColor" stroke="none" />
      )}
      {strength === 'contested' && <path d="M5 5 11 11M11 5 5 11" />}
    </svg>
  );
}
