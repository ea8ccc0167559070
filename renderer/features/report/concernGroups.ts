/** Concerns that say the same of several exhibits, told once. Pure. */
import type { PreFlight } from '../../../shared/contract/report.ts';
import { ExhibitId } from '../../../shared/kernel/ids.ts';

type Concern = PreFlight['concerns'][number];

export interface ConcernGroup {
  severity: Concern['severity'];
  /** Of the first exhibit. */
  sentence: string;
  exhibitId: ExhibitId | null;
  /** Of which the same holds. */
  others: readonly { exhibitId: ExhibitId; name: string }[];
}

const order: readonly Concern['severity'][] = ['stop', 'warn', 'note'];
const exhibitName = /EX-(?:[A-Z]{5}-)?\d{4,}/;

/** What stops first, then warnings, then notes; within each in the order given. */
export function groupConcerns(concerns: readonly Concern[]): ConcernGroup[] {
  const groups = new Map<string, ConcernGroup>();
  for (const severity of order) {
    for (const concern of concerns) {
      if (concern.severity !== severity) continue;
      const { sentence } = concern;
      const read = ExhibitId.safeParse(concern.exhibitId);
      const name = exhibitName.exec(sentence)?.[0];
      const key = `${severity} ${read.success && name ? sentence.replaceAll(name, 'EX') : sentence}`;
      const known = groups.get(key);
      if (!known) groups.set(key, { severity, sentence, exhibitId: read.success ? read.data : null, others: [] });
      else if (read.success && name)
        groups.set(key, { ...known, others: [...known.others, { exhibitId: read.data, name }] });
    }
  }
  return [...groups.values()];
}
