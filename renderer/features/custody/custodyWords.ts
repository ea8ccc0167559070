/** A custody event in words. Pure. */
import type { CustodyAction, CustodyEvent } from '../../../shared/domain/custody.ts';

/** `exhibit-admitted` → `Exhibit admitted`. */
export function actionWords(action: CustodyAction): string {
  const words = action.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A remark is recorded by whoever sat at the desk, and may be somebody else's: taken in from a reviewer's file, or an archive. */
export function detailName(action: CustodyAction, name: string): string {
  return name === 'by' && action.startsWith('comment-') ? 'Author' : name;
}

/** What the event was about, as the case names it now; the event itself holds ids and numbers only. */
export interface EventNames {
  /** `EX-0004 Certified extract` */
  exhibit?: string;
  /** `F-2 Three earlier deliveries` */
  finding?: string;
  source?: string;
  /** To whom the letter went. */
  addressee?: string;
}

/** Said by the name in front, so not said again. */
const named = new Set(['exhibit', 'number', 'finding']);
/** Digests and codes: in the event's own pane, where there is room. */
const unspoken = new Set(['content', 'from', 'to', 'thing', 'answer']);

/** What it was about and the details that tell events of a kind apart. */
export function eventGist(event: Pick<CustodyEvent, 'details' | 'subject' | 'action'>, names: EventNames = {}): string {
  const { details } = event;
  const about = [names.finding ?? details.finding, names.exhibit ?? details.exhibit, names.source, names.addressee];
  const grades = details.from && details.to ? `${details.from} → ${details.to}` : undefined;
  const rest = Object.entries(details)
    .filter(([key]) => !named.has(key) && !unspoken.has(key))
    // A file is most often called as the exhibit is.
    .filter(([key, value]) => !(key === 'fileName' && names.exhibit?.includes(value)))
    .map(([, value]) => detailWords(value));
  const said = [...about, grades, ...rest].filter((part): part is string => Boolean(part));
  return said.slice(0, 3).join(' · ') || plainSubject(event.subject);
}

/** A code word of ours reads as words; anything else stays as it is. */
function detailWords(value: string): string {
  return /^[a-z]+(-[a-z]+)+$/.test(value) ? value.replaceAll('-', ' ') : value;
}

/** An id says nothing to a person. */
function plainSubject(subject: string): string {
  return /^[a-z]{2,4}-[0-9a-f]{8}-/.test(subject) ? '' : subject;
}
