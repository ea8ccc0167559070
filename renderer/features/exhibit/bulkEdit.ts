/** Editing one exhibit or many alike: what they have in common, and how a change is taken back. */
import type { Exhibit, ExhibitChange } from '../../../shared/domain/exhibit.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';

export type EditableField = keyof ExhibitChange;
export type Editable = Pick<Exhibit, 'id' | EditableField>;

/** The value that all have, or that they differ. */
export type Common<Value> = { same: true; value: Value } | { same: false };

function equal(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((one, at) => one === right[at]);
  return left === right;
}

export function commonValue<Field extends EditableField>(
  exhibits: readonly Editable[],
  field: Field,
): Common<Editable[Field]> {
  const [first, ...rest] = exhibits;
  if (first === undefined) return { same: false };
  return rest.every(one => equal(one[field], first[field])) ? { same: true, value: first[field] } : { same: false };
}

/** True if the change would leave every exhibit as it is: then nothing is written, and no custody event is made. */
export function changesNothing(exhibits: readonly Editable[], change: ExhibitChange): boolean {
  const fields = Object.keys(change) as EditableField[];
  return exhibits.every(exhibit => fields.every(field => equal(exhibit[field], change[field])));
}

export interface UpdateStep {
  exhibitIds: ExhibitId[];
  change: ExhibitChange;
}

/** The updates that give back what each exhibit had, as few as there are different former values. */
export function stepsBack(exhibits: readonly Editable[], change: ExhibitChange): UpdateStep[] {
  const fields = Object.keys(change) as EditableField[];
  const groups = new Map<string, UpdateStep>();
  for (const exhibit of exhibits) {
    const former = Object.fromEntries(fields.map(field => [field, exhibit[field]])) as ExhibitChange;
    const key = JSON.stringify(fields.map(field => exhibit[field]));
    const group = groups.get(key);
    if (group) group.exhibitIds.push(exhibit.id);
    else groups.set(key, { exhibitIds: [exhibit.id], change: former });
  }
  return [...groups.values()];
}

const fieldWords: Record<EditableField, string> = {
  title: 'title',
  sourceId: 'source',
  obtainedHow: 'how obtained',
  obtainedOn: 'when obtained',
  obtainedBy: 'by whom obtained',
  publishedOn: 'publication date',
  languages: 'languages',
  handlingMark: 'handling mark',
  authenticity: 'authenticity',
  authenticityNote: 'note on authenticity',
  isObservation: 'on-site observation',
};

/** What undo says it would take back: `change of source on 12 exhibits`. */
export function changeLabel(change: ExhibitChange, count: number, name: string): string {
  const fields = (Object.keys(change) as EditableField[]).map(field => fieldWords[field]).join(', ');
  return `change of ${fields} on ${count === 1 ? name : `${count.toLocaleString('en-US')} exhibits`}`;
}
