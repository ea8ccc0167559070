/** Copies that go in the place of what they were made from. */
import { ArrowRight } from 'lucide-react';
import type { LeavingChoice } from '../../../shared/domain/departure/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Mono } from '../../ui/index.ts';

export interface InPlaceListProps {
  inPlace: LeavingChoice['inPlace'];
  onTakeBack(originalId: ExhibitId): void;
  onOpenExhibit(id: ExhibitId): void;
}

export function InPlaceList({ inPlace, ...actions }: InPlaceListProps) {
  if (inPlace.length === 0) return null;
  return (
    <section aria-label="Copies in the place of originals" className="in-place">
      <h3>Copies that go instead</h3>
      <ul>
        {inPlace.map(pair => (
          <Pair key={pair.originalId} {...pair} {...actions} />
        ))}
      </ul>
    </section>
  );
}

function Pair({
  originalId,
  copyId,
  onTakeBack,
  onOpenExhibit,
}: LeavingChoice['inPlace'][number] & Omit<InPlaceListProps, 'inPlace'>) {
  const original = useQuery('exhibit.get', { exhibitId: originalId }).data;
  const copy = useQuery('exhibit.get', { exhibitId: copyId }).data;
  if (!original || !copy) return null;
  return (
    <li className="in-place-pair">
      <Mono>{exhibitNumber(original.number)}</Mono>
      <ArrowRight size={14} role="img" aria-label="goes as" />
      <button
        type="button"
        className="in-place-link"
        aria-label={`Open ${exhibitNumber(copy.number)}`}
        onClick={() => onOpenExhibit(copyId)}
      >
        <Mono>{exhibitNumber(copy.number)}</Mono>
      </button>
      <span className="one-line" dir="auto">
        {copy.title}
      </span>
      <Button
        kind="quiet"
        label={`Send the original, ${exhibitNumber(original.number)}`}
        onPress={() => onTakeBack(originalId)}
      >
        Send the original
      </Button>
    </li>
  );
}
