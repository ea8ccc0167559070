/** A picture as it was admitted, with the region of a passage drawn on it. */
import { useEffect, useRef, useState } from 'react';
import type { PageRect } from '../../../shared/domain/exhibit.ts';
import { Failure } from '../views/Failure.tsx';
import type { PassageOutcome } from './PassageBar.tsx';
import { absentOutcome, type ReadingTarget, regionsOf } from './readingTarget.ts';

interface Props {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  title: string;
  target: ReadingTarget | null;
  /** Where the target's words were recognised in the picture. */
  recognise: (pageIndex: number, target: ReadingTarget) => Promise<PageRect[]>;
  zoom: number;
  onOutcome: (outcome: PassageOutcome) => void;
}

export function Picture({ bytes, mediaType, title, target, recognise, zoom, onOutcome }: Props) {
  const [url, setUrl] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  const [shown, setShown] = useState(false);
  const [rects, setRects] = useState<readonly PageRect[]>([]);
  const light = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let current = true;
    const settle = (read: readonly PageRect[]): void => {
      if (!current) return;
      const regions = regionsOf(target);
      setRects(read.length > 0 ? read : regions);
      onOutcome(read.length > 0 ? 'recognised' : regions.length > 0 ? 'region' : absentOutcome(target));
    };
    if (target) recognise(0, target).then(settle, () => settle([]));
    else settle([]);
    return () => {
      current = false;
    };
  }, [target, recognise, onOutcome]);
  useEffect(() => {
    if (shown && rects.length > 0) light.current?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [shown, rects]);

  if (broken)
    return (
      <Failure
        title="This picture cannot be drawn"
        error={new Error('The browser does not read its bytes as a picture.')}
      />
    );
  return (
    <div className="page picture" style={{ width: `${zoom * 100}%` }}>
      {url && <img src={url} alt={title} onLoad={() => setShown(true)} onError={() => setBroken(true)} />}
      {rects.map(({ x, y, w, h }, at) => (
        <div
          key={`${x} ${y} ${w}`}
          ref={at === 0 ? light : undefined}
          className="highlight"
          style={{ left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` }}
        />
      ))}
    </div>
  );
}
