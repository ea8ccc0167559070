/** A position as one types it, in any notation, or a port by its name. What the words leave open is asked, never guessed. */
import { useId, useState } from 'react';
import { Combobox, Select } from '../../ui/index.ts';
import {
  bothNotations,
  datumOptions,
  GAZETTEER_NOTATION,
  type PositionOption,
  positionOfPlace,
  positionOptions,
  type PositionValue,
  type StatedPosition,
  statedAs,
  wgs84Words,
} from './positionWords.ts';
import './PositionField.css';

export interface PositionFieldProps {
  label: string;
  value: PositionValue;
  onChange(value: PositionValue): void;
  hint?: string;
  autoFocus?: boolean;
}

export function PositionField({ label, value, onChange, hint, autoFocus }: PositionFieldProps) {
  const [datum, setDatum] = useState<StatedPosition['datum']>(value.position?.datum ?? 'not stated');
  const { original, position } = value;
  const { read, options } = positionOptions(original);
  const type = (typed: string) => {
    const { read: now } = positionOptions(typed);
    const only = now?.question === null ? now.readings[0] : undefined;
    onChange({ original: typed, position: only ? statedAs(only, datum) : null });
  };
  const take = (option: PositionOption) =>
    onChange(
      option.kind === 'reading'
        ? { original, position: statedAs(option.reading, datum) }
        : {
            original: option.suggestion.spelling ?? option.suggestion.place.name,
            position: positionOfPlace(option.suggestion),
          },
    );
  const isOpen = read !== null && read.question !== null;
  return (
    <div className="position-field">
      <Combobox
        label={label}
        hint={hint}
        placeholder="38-45.5N 125-12.0E, 38.7583 125.2, MGRS, or a port"
        query={original}
        onQuery={type}
        options={options}
        getKey={option => option.key}
        renderOption={option => <OptionLine option={option} />}
        onSelect={take}
        emptyText={
          original.trim() === ''
            ? 'Any notation of coordinates, or the name of a port.'
            : 'No coordinates in a known notation, and no port or sea of this name.'
        }
        autoFocus={autoFocus}
      />
      {isOpen && read.question !== null && (
        <Readings question={read.question} options={options} position={position} onTake={take} />
      )}
      {position && (
        <Taken
          position={position}
          onDatum={next => {
            setDatum(next);
            onChange({ original, position: { ...position, datum: next } });
          }}
        />
      )}
      {!position && !isOpen && original.trim() !== '' && (
        <p className="field-hint">Kept as written; without a position it is not on the map.</p>
      )}
    </div>
  );
}

export function OptionLine({ option }: { option: PositionOption }) {
  if (option.kind === 'reading')
    return (
      <span className="position-option">
        <span className="position-figures">{bothNotations(option.reading)}</span>
        <span className="position-soft">{option.reading.notation}</span>
      </span>
    );
  const { place, spelling } = option.suggestion;
  return (
    <span className="position-option">
      <span dir="auto">
        {place.englishNames.join(' / ')}
        {spelling !== null && ` (${spelling})`}
      </span>
      <span className="position-soft">{place.kind === 'port' ? `port, ${place.country}` : 'sea'}</span>
    </span>
  );
}

interface ReadingsProps {
  question: string;
  options: readonly PositionOption[];
  position: StatedPosition | null;
  onTake(option: PositionOption): void;
}

/** The readings between which only a person can choose. */
function Readings({ question, options, position, onTake }: ReadingsProps) {
  const name = useId();
  return (
    <fieldset className="position-readings">
      <legend>{question}</legend>
      {options.map(
        option =>
          option.kind === 'reading' && (
            <label key={option.key} className="position-reading">
              <input
                type="radio"
                name={name}
                checked={
                  position !== null &&
                  position.latitude === option.reading.latitude &&
                  position.longitude === option.reading.longitude
                }
                onChange={() => onTake(option)}
              />
              <span className="position-figures">{bothNotations(option.reading)}</span>
            </label>
          ),
      )}
    </fieldset>
  );
}

function Taken({ position, onDatum }: { position: StatedPosition; onDatum(datum: StatedPosition['datum']): void }) {
  const computed = wgs84Words(position);
  if (position.notation === GAZETTEER_NOTATION)
    return (
      <p className="field-hint">
        About <span className="position-figures">{bothNotations(position)}</span>, by the list that ships with the app:
        for orientation, not evidence.
      </p>
    );
  return (
    <div className="position-taken">
      <p className="field-hint" aria-live="polite">
        Read as <span className="position-figures">{bothNotations(position)}</span> ({position.notation})
      </p>
      <Select label="Datum" hideLabel value={position.datum} options={datumOptions} onChange={onDatum} />
      {computed && (
        <p className="field-hint">
          In WGS 84 <span className="position-figures">{computed.position}</span>. {computed.note}
        </p>
      )}
    </div>
  );
}
