import { classes } from '../className.ts';
import { cutBeforeEnd } from './cutBeforeEnd.ts';

/** A name in one line. Where there is no room its middle goes, for the names of a series differ at their end. */
export function LongName({ name, className }: { name: string; className?: string }) {
  const cut = cutBeforeEnd(name);
  if (cut === null) {
    return (
      <span className={classes('one-line', className)} dir="auto" title={name}>
        {name}
      </span>
    );
  }
  return (
    <span className={classes('long-name', className)} dir="auto" title={name}>
      <span className="long-name-start">{name.slice(0, cut)}</span>
      <span className="long-name-end">{name.slice(cut)}</span>
    </span>
  );
}
