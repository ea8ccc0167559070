/** A picture as it was admitted, with the region of a passage drawn on it. */
import { useEffect, useState } from 'react';
import type { BundlePassage } from '../../../shared/domain/bundle.ts';
import { Failure } from '../views/Failure.tsx';
import type { PassageOutcome } from './PassageBar.tsx';

interface Props {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  title: string;
  passage: BundlePassage | null;
  zoom: number;
  onOutcome: (outcome: PassageOutcome) => void;
}

export function Picture({ bytes, mediaType, title, passage, zoom, onOutcome }: Props) {
  const [url, setUrl] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  const regions = passage?.rects ?? [];
  useEffect(() => onOutcome(regions.length > 0 ? 'region' : 'absent'), [regions.length, onOutcome]);

  if (broken)
    return (
      <Failure
        title="This picture cannot be drawn"
        error={new Error('The browser does not read its bytes as a picture.')}
      />
    );
  return (
    <div className="page picture" style={{ width: `${zoom * 100}%` }}>
      {url && <img src={url} alt={title} onError={() => setBroken(true)} />}
      {regions.map(({ x, y, w, h }) => (
        <div
          key={`${x} ${y} ${w}`}
          className="highlight"
          style={{ left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` }}
        />
      ))}
    </div>
  );
}
