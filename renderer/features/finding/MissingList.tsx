/** What the finding lacks, always in view: each line says it in words and leads to where it is mended. */
import { ArrowRight, CircleAlert, CircleCheck, ShieldAlert } from 'lucide-react';
import { claimsNamed, type MissingLine, mendWords } from './missing.ts';

export interface MissingListProps {
  lines: readonly MissingLine[];
  claimCount: number;
  onMend(line: MissingLine): void;
}

export function MissingList({ lines, claimCount, onMend }: MissingListProps) {
  const missing = lines.filter(line => line.kind === 'missing').length;
  if (lines.length === 0) {
    return (
      <section className="missing missing-none" aria-label="What is missing">
        <CircleCheck size={16} aria-hidden />
        <p>Nothing is missing: every claim meets the standard of the case.</p>
      </section>
    );
  }
  return (
    <section className="missing" aria-label="What is missing">
      <h2 className="missing-title">
        {missing > 0 ? `What is missing (${missing})` : 'Nothing is missing; a reader may ask'}
      </h2>
      <ul className="missing-lines">
        {lines.map(line => (
          <Line
            key={`${line.kind} ${line.subject} ${line.sentence}`}
            line={line}
            claimCount={claimCount}
            onMend={onMend}
          />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, claimCount, onMend }: { line: MissingLine } & Pick<MissingListProps, 'claimCount' | 'onMend'>) {
  const words = mendWords(line);
  const claims = claimsNamed(line, claimCount);
  const Icon = line.kind === 'missing' ? CircleAlert : ShieldAlert;
  const inside = (
    <>
      <Icon
        className={`missing-icon missing-icon-${line.kind}`}
        size={15}
        aria-label={line.kind === 'missing' ? 'Missing' : 'May be attacked'}
      />
      <span className="missing-sentence">
        {claims !== '' && <span className="missing-claims">{claims}: </span>}
        {line.sentence}
      </span>
      {words !== null && (
        <span className="missing-mend">
          {words} <ArrowRight size={13} aria-hidden />
        </span>
      )}
    </>
  );
  return (
    <li>
      {words === null ? (
        <div className="missing-line">{inside}</div>
      ) : (
        <button type="button" className="missing-line missing-line-press" onClick={() => onMend(line)}>
          {inside}
        </button>
      )}
    </li>
  );
}
