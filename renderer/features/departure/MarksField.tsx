/** Which handling marks may go at all, where the sender wants to keep more than the audience asks for. */
import { type HandlingMark, handlingMarks } from '../../../shared/domain/handlingMark.ts';
import { HandlingTag } from '../../ui/index.ts';
import './departure.css';

export interface MarksFieldProps {
  /** Null: all. */
  value: readonly HandlingMark[] | null;
  onChange(marks: HandlingMark[] | null): void;
}

export function MarksField({ value, onChange }: MarksFieldProps) {
  const goes = (mark: HandlingMark) => value === null || value.includes(mark);
  const toggle = (mark: HandlingMark) => {
    const next = handlingMarks.filter(one => goes(one) !== (one === mark));
    onChange(next.length === handlingMarks.length ? null : next);
  };
  return (
    <details className="audience-marks">
      <summary>
        {value === null
          ? 'Exhibits with any handling mark'
          : `Exhibits with ${value.length} of ${handlingMarks.length} handling marks`}
      </summary>
      <ul className="marks-field">
        {handlingMarks.map(mark => (
          <li key={mark}>
            <label>
              <input type="checkbox" checked={goes(mark)} onChange={() => toggle(mark)} aria-label={mark} />
              <HandlingTag mark={mark} />
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
