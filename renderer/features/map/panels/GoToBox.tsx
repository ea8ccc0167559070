import { useState } from 'react';
import type { Position } from '../../../../shared/domain/geo/index.ts';
import { Combobox } from '../../../ui/index.ts';
import { OptionLine, type PositionOption, positionOptions } from '../../position/index.ts';

export interface GoToBoxProps {
  /** With how much about it is to be seen. */
  onGo(place: Position, degreesAcross: number): void;
}

const NEAR_DEGREES = 3;

/** Any notation of coordinates, or the name of a port or a sea in any language: the map goes there. */
export function GoToBox({ onGo }: GoToBoxProps) {
  const [words, setWords] = useState('');
  const { read, options } = positionOptions(words);
  const take = (option: PositionOption) => {
    if (option.kind === 'reading') onGo(option.reading, NEAR_DEGREES);
    else onGo(option.suggestion.place, Math.max(NEAR_DEGREES, option.suggestion.place.reachDegrees * 2));
  };
  return (
    <div className="map-goto">
      <Combobox
        label="Go to a place"
        hideLabel
        placeholder="Go to: coordinates, port or sea"
        query={words}
        onQuery={setWords}
        options={options}
        getKey={option => option.key}
        renderOption={option => <OptionLine option={option} />}
        onSelect={take}
        emptyText={
          words.trim() === ''
            ? 'Coordinates in any notation, or a name in any language.'
            : 'Read as no coordinates, and as no port or sea of the list.'
        }
      />
      {read?.question && <p className="visually-hidden" role="status">{`${read.question} Choose from the list.`}</p>}
    </div>
  );
}
