/** Two exhibits as they look, page by page, drawn by the extractor's process. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, reportOf } from '../../api/index.ts';
import { IconButton } from '../../ui/index.ts';
import type { Named } from './copyWords.ts';

/** Enough for a column of the panel on a dense screen. */
const MAX_PIXELS = 1_200_000;

export function PicturesSideBySide({ left, right }: { left: Named; right: Named }) {
  const [pageIndex, setPageIndex] = useState(0);
  const [counts, setCounts] = useState<[number, number]>([1, 1]);
  const last = Math.max(...counts) - 1;
  return (
    <>
      {last > 0 && (
        <div className="compare-tools">
          <span role="status">
            Page {pageIndex + 1} of {last + 1} on both sides
          </span>
          <span className="compare-steps">
            <IconButton
              icon={ChevronLeft}
              label="Page before"
              disabled={pageIndex === 0}
              onPress={() => setPageIndex(now => now - 1)}
            />
            <IconButton
              icon={ChevronRight}
              label="Next page"
              disabled={pageIndex >= last}
              onPress={() => setPageIndex(now => now + 1)}
            />
          </span>
        </div>
      )}
      <div className="compare-row">
        <DrawnPage exhibit={left} pageIndex={pageIndex} onCount={count => setCounts(now => [count, now[1]])} />
        <DrawnPage exhibit={right} pageIndex={pageIndex} onCount={count => setCounts(now => [now[0], count])} />
      </div>
    </>
  );
}

interface DrawnPageProps {
  exhibit: Named;
  pageIndex: number;
  onCount(pageCount: number): void;
}

function DrawnPage({ exhibit, pageIndex, onCount }: DrawnPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef(onCount);
  latest.current = onCount;
  const { exhibitId, number } = exhibit;
  useEffect(() => {
    let current = true;
    setProblem(null);
    draw(exhibitId, pageIndex)
      .then(({ picture, pageCount }) => {
        if (current) {
          latest.current(pageCount);
          show(canvas.current, picture);
        }
        picture.close();
      })
      .catch((error: unknown) => current && setProblem(reportOf(error).sentence));
    return () => {
      current = false;
    };
  }, [exhibitId, pageIndex]);
  return (
    <div className="compare-side">
      {problem === null ? (
        <canvas
          ref={canvas}
          className="compare-picture"
          width={1}
          height={1}
          role="img"
          aria-label={`Page ${pageIndex + 1} of ${exhibitNumber(number)}`}
        />
      ) : (
        <p className="inspector-soft">{problem}</p>
      )}
    </div>
  );
}

async function draw(exhibitId: ExhibitId, pageIndex: number) {
  const { png, pageCount } = await call('exhibit.draw', { exhibitId, pageIndex, maxPixels: MAX_PIXELS });
  return { picture: await createImageBitmap(new Blob([new Uint8Array(png)], { type: 'image/png' })), pageCount };
}

function show(target: HTMLCanvasElement | null, picture: ImageBitmap): void {
  if (!target) return;
  target.width = picture.width;
  target.height = picture.height;
  target.getContext('2d')?.drawImage(picture, 0, 0);
}
