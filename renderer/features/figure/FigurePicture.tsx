import type { FigureId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Failed } from '../../ui/index.ts';
import { usePictureUrl } from './usePictureUrl.ts';
import './figure.css';

export interface FigurePictureProps {
  figureId: FigureId;
  altText: string;
  widthPx: number;
  heightPx: number;
}

/** The picture of a figure as it was added. Its room is kept while it is read, so that nothing jumps. */
export function FigurePicture({ figureId, altText, widthPx, heightPx }: FigurePictureProps) {
  const { data, error, refetch } = useQuery('figure.picture', { figureId });
  const url = usePictureUrl(data?.png);
  if (error && !data) return <Failed error={error} onRetry={refetch} />;
  const size = { aspectRatio: `${widthPx} / ${heightPx}`, maxWidth: widthPx };
  return url ? (
    <img className="figure-picture" src={url} alt={altText} width={widthPx} height={heightPx} />
  ) : (
    <div className="figure-picture" style={size} role="img" aria-label={altText} />
  );
}
