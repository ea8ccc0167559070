/** Finds a name in a drawing: Enter goes from one that has the words to the next. */
import { useMemo, useState } from 'react';
import { isWanted } from '../views/FilterBox.tsx';

interface Props {
  label: string;
  names: readonly { id: string; caption: string }[];
  onFound: (id: string) => void;
}

export function FindBox({ label, names, onFound }: Props) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const found = useMemo(
    () => (typed.trim() === '' ? [] : names.filter(({ caption }) => isWanted(typed, [caption]))),
    [names, typed],
  );
  const told =
    typed.trim() === ''
      ? ''
      : found.length === 0
        ? 'nothing found'
        : `${at < 0 ? '' : `${at + 1} of `}${found.length.toLocaleString('en')} found`;
  return (
    <form
      className="find-box"
      onSubmit={event => {
        event.preventDefault();
        const next = found.length === 0 ? -1 : (at + 1) % found.length;
        setAt(next);
        const one = found[next];
        if (one) onFound(one.id);
      }}
    >
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={event => {
          setTyped(event.target.value);
          setAt(-1);
        }}
      />
      <span className="quiet" role="status">
        {told}
      </span>
    </form>
  );
}
