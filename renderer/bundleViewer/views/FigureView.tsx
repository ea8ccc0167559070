/** A figure of the report: its picture, from this bundle, and the same in rows and columns. */
import { useEffect, useState } from 'react';
import type { BundleFigure } from '../../../shared/domain/bundle.ts';
import { languageOf } from '../content/languageOf.ts';
import { loadFigure } from '../content/loadCase.ts';
import { useLoaded } from '../content/useLoaded.ts';
import { ReviewSlot } from '../review/index.ts';
import { targetOfFigure } from '../reviewTargets.ts';
import { Failure } from './Failure.tsx';

export function FigureView({ figure }: { figure: BundleFigure }) {
  const { numeral, caption, sourceLine, picture, withheld, cautions, table } = figure;
  return (
    <figure className="report-figure">
      <figcaption lang={languageOf(caption)}>
        Figure {numeral}. {caption} <ReviewSlot target={targetOfFigure(figure)} />
      </figcaption>
      {picture ? <FigurePicture figure={figure} picture={picture} /> : <p className="figure-caution">{withheld}</p>}
      <p className="figure-source">{sourceLine || 'Source not stated.'}</p>
      {cautions.map(caution => (
        <p key={caution} className="figure-caution">
          {caution}
        </p>
      ))}
      {table && (
        <details>
          <summary>The same as a table</summary>
          <FigureTable name={`Figure ${numeral} as a table`} table={table} />
        </details>
      )}
    </figure>
  );
}

interface PictureProps {
  figure: BundleFigure;
  picture: NonNullable<BundleFigure['picture']>;
}

function FigurePicture({ figure, picture }: PictureProps) {
  const loaded = useLoaded(figure.numeral, () => loadFigure(figure));
  const [url, setUrl] = useState<string | null>(null);
  const bytes = loaded.state === 'ready' ? loaded.value : null;
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  if (loaded.state === 'failed') return <Failure title="This picture cannot be shown" error={loaded.error} />;
  const { widthPx, heightPx, altText } = picture;
  return url ? (
    <img src={url} alt={altText} width={widthPx} height={heightPx} />
  ) : (
    <div className="figure-room" style={{ aspectRatio: `${widthPx} / ${heightPx}`, maxWidth: widthPx }} />
  );
}

function FigureTable({ name, table }: { name: string; table: NonNullable<BundleFigure['table']> }) {
  return (
    <table aria-label={name}>
      <thead>
        <tr>
          {table.columns.map((label, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns may bear the same name
            <th key={at} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their order
          <tr key={index}>
            {row.map((words, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the columns
              <td key={at} lang={languageOf(words)}>
                {words}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
