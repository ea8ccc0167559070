/** A field above a list that leaves what has the typed words in it, and how many these are. */
interface Props {
  label: string;
  placeholder: string;
  filter: string;
  setFilter: (filter: string) => void;
  told: string;
  children?: React.ReactNode;
}

export function FilterBox({ label, placeholder, filter, setFilter, told, children }: Props) {
  return (
    <div className="list-tools">
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={filter}
        onChange={event => setFilter(event.target.value)}
      />
      {children}
      <span className="quiet told" role="status">
        {told}
      </span>
    </div>
  );
}

/** Each typed word is in one of the texts, whatever its case, its accents and the forms of its letters. */
export function isWanted(filter: string, texts: readonly string[]): boolean {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const folded = texts.map(fold);
  return words.every(word => folded.some(text => text.includes(word)));
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase();
}
