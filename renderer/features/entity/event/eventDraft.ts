/** An event while it is typed, and the statements that it becomes. Pure. */
import type { EntityChip } from '../../../../shared/domain/entity/entity.ts';
import type { Credibility } from '../../../../shared/domain/source.ts';
import { emptyDraft, type ValueDraft, valueGiven } from '../statement/valueDraft.ts';
import type { StatementGiven } from '../statementSteps.ts';
import { readWorldDate } from '../worldDate.ts';

export interface ParticipantDraft {
  key: number;
  entity: EntityChip | null;
  role: string;
}

export interface EventDraft {
  kind: string;
  /** A moment, or the day of it; empty where start and end are given. */
  date: string;
  start: string;
  end: string;
  place: EntityChip | null;
  placeWords: string;
  position: ValueDraft;
  participants: readonly ParticipantDraft[];
  quantities: readonly (ValueDraft & { key: number })[];
  summary: string;
  credibility: Credibility;
}

export function newEvent(participant: EntityChip | null): EventDraft {
  return {
    kind: '',
    date: '',
    start: '',
    end: '',
    place: null,
    placeWords: '',
    position: emptyDraft,
    participants: [{ key: 0, entity: participant, role: '' }],
    quantities: [],
    summary: '',
    credibility: 6,
  };
}

/** What is wrong, in one sentence; null if it can be recorded. */
export function eventProblem({ kind, date, start, end, participants }: EventDraft): string | null {
  if (kind.trim() === '') return 'Say what kind of event it is.';
  for (const typed of [date, start, end])
    if (typed.trim() !== '' && readWorldDate(typed) === null) return `“${typed.trim()}” is not read as a date.`;
  const ids = participants.flatMap(one => (one.entity ? [`${one.entity.id} ${one.role.trim()}`] : []));
  return new Set(ids).size < ids.length ? 'Somebody takes part twice in the same part.' : null;
}

/** Those that take part, with their part; the model's own properties where they say as much. */
export function eventStatements(draft: EventDraft): StatementGiven[] {
  const { credibility } = draft;
  const plain = (property: string, value: string): StatementGiven[] =>
    value.trim() === '' ? [] : [{ property, value: value.trim(), credibility }];
  const dated = (property: string, typed: string): StatementGiven[] => {
    const date = readWorldDate(typed);
    return date === null ? [] : [{ property, value: date, original: original(typed, date), credibility }];
  };
  const given = (property: string, value: ValueDraft): StatementGiven[] => {
    const stated = valueGiven('Event', property, value);
    return stated ? [{ property, ...stated, credibility }] : [];
  };
  return [
    ...plain('eventKind', draft.kind),
    ...dated('date', draft.date),
    ...dated('startDate', draft.start),
    ...dated('endDate', draft.end),
    ...(draft.place
      ? [{ property: 'addressEntity', value: draft.place.id, targetId: draft.place.id, credibility }]
      : plain('location', draft.placeWords)),
    ...given('position', draft.position),
    ...draft.participants.flatMap(({ entity, role }) =>
      entity
        ? [
            {
              property: 'participant',
              value: entity.id,
              targetId: entity.id,
              detail: role.trim() === '' ? {} : { role: role.trim() },
              credibility,
            },
          ]
        : [],
    ),
    ...draft.quantities.flatMap(quantity => given('quantity', quantity)),
    ...plain('summary', draft.summary),
  ];
}

function original(typed: string, date: string): string {
  return typed.trim() === date ? '' : typed.trim();
}
