/** The picture of a card. Pictures are decoded small, so that a shelf of photographs costs little. */
import { useEffect, useRef, useState } from 'react';
import type { ExhibitRow } from '../../../../shared/contract/exhibit.ts';
import { call, useQuery } from '../../../api/index.ts';
import { countOf } from '../../../ui/index.ts';
import { typeWord } from '../exhibitWords.ts';
import { pagePicture } from './pagePictures.ts';
import { TypeIcon } from './TypeIcon.tsx';

/** Drawn by the extractor: what Chromium cannot decode, and pages of PDFs. */
const drawnElsewhere = new Set(['application/pdf', 'image/tiff', 'image/heic', 'image/heif']);
/** What Chromium decodes by itself. */
const drawable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);
/** One read of the core; a larger picture shows its shape until it is opened. */
const LARGEST = 4 * 1024 * 1024;
/** Twice the card's width, for dense screens. */
const DRAWN_WIDTH = 300;

export function FirstPage({ row }: { row: ExhibitRow }) {
  const isPicture = drawable.has(row.mediaType) && row.sizeBytes > 0 && row.sizeBytes <= LARGEST;
  return (
    <span className="first-page">
      {isPicture ? <Picture row={row} load={readPicture(row)} /> : <Drawn row={row} />}
    </span>
  );
}

function Drawn({ row }: { row: ExhibitRow }) {
  if (!drawnElsewhere.has(row.mediaType) || row.reading === 'password-needed') return <Sheet row={row} />;
  return <Picture row={row} load={signal => pagePicture(row.id, signal)} />;
}

function readPicture({ id, sizeBytes }: ExhibitRow) {
  return () => call('exhibit.read', { exhibitId: id, offset: 0, length: sizeBytes });
}

/** So much of the first page as a card can show. */
const WORDS_SHOWN = 700;

/** The first words as they stand on the page, too small to read and enough to know it by; else what kind of thing it is. */
function Sheet({ row }: { row: ExhibitRow }) {
  const hasWords = row.reading === 'read' && row.pageCount > 0;
  const { data } = useQuery('exhibit.pages', { exhibitId: row.id, from: 0, count: 1 }, { skip: !hasWords });
  const words = data?.[0]?.text.trim().slice(0, WORDS_SHOWN) ?? '';
  if (words !== '') {
    return (
      <span className="first-page-sheet first-page-words">
        <span className="first-page-text" dir="auto" aria-hidden>
          {words}
        </span>
        <span className="first-page-kind">
          <TypeIcon mediaType={row.mediaType} size={13} />
          {typeWord(row.mediaType)}
          {row.pageCount > 1 && `, ${countOf(row.pageCount, 'page')}`}
        </span>
      </span>
    );
  }
  return (
    <span className="first-page-sheet">
      <TypeIcon mediaType={row.mediaType} size={28} />
      <span aria-hidden>{typeWord(row.mediaType)}</span>
      {row.pageCount > 0 && <span>{row.pageCount} p</span>}
    </span>
  );
}

function Picture({ row, load }: { row: ExhibitRow; load(signal: AbortSignal): Promise<Uint8Array | null> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  const { id, mediaType } = row;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is a new function at each drawing, and follows the exhibit
  useEffect(() => {
    const leave = new AbortController();
    const draw = async () => {
      const bytes = await load(leave.signal);
      if (leave.signal.aborted) return;
      if (bytes === null) throw new Error('it cannot be drawn');
      const type = drawable.has(mediaType) ? mediaType : 'image/png';
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type }), {
        resizeWidth: DRAWN_WIDTH,
        resizeQuality: 'medium',
      });
      const target = canvas.current;
      if (!leave.signal.aborted && target) {
        target.width = picture.width;
        target.height = picture.height;
        target.getContext('2d')?.drawImage(picture, 0, 0);
      }
      picture.close();
    };
    // A picture that cannot be decoded is no error of the list: its words or its shape stand in.
    draw().catch(() => !leave.signal.aborted && setFailed(true));
    return () => leave.abort();
  }, [id, mediaType]);
  if (failed) return <Sheet row={row} />;
  return <canvas className="first-page-picture" ref={canvas} width={1} height={1} aria-hidden />;
}
