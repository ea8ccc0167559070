import type { ChangeDecision, InboxSummary } from '../../../shared/contract/archive.ts';
import { Button, formatCount, Segmented, Table } from '../../ui/index.ts';
import { decisionsFor, decisionWords, kindHints, kindWords } from './archiveWords.ts';
import type { Shown } from './InboxReview.tsx';

type Group = InboxSummary['groups'][number];

export interface ChangeGroupsProps {
  groups: readonly Group[];
  shown: Shown | null;
  onShow(shown: Shown | null): void;
  onDecide(filter: Shown, decision: ChangeDecision, positions: null): void;
}

/** One line for each concept and kind of change, with one decision for all of it. */
export function ChangeGroups({ groups, shown, onShow, onDecide }: ChangeGroupsProps) {
  return (
    <Table
      label="What it would do"
      showCaption
      rows={groups}
      getKey={({ kind, concept }) => `${kind} ${concept}`}
      columns={[
        {
          id: 'kind',
          label: 'Change',
          width: '110px',
          cell: ({ kind }) => (
            <span className={`change-kind change-${kind}`} title={kindHints[kind]}>
              {kindWords[kind]}
            </span>
          ),
        },
        { id: 'what', label: 'What', cell: ({ count, words }) => `${formatCount(count)} ${words}` },
        {
          id: 'decision',
          label: 'Decision for all',
          width: '400px',
          cell: group => (
            <Segmented
              label={`Decision for all: ${kindWords[group.kind].toLowerCase()} ${group.words}`}
              options={decisionsFor(group.kind).map(decision => ({
                value: decision,
                label: decisionWords(group.kind, decision),
              }))}
              value={decidedAs(group)}
              onChange={decision => onDecide({ kind: group.kind, concept: group.concept }, decision, null)}
            />
          ),
        },
        {
          id: 'each',
          label: 'One by one',
          width: '100px',
          align: 'end',
          cell: ({ kind, concept, words }) => {
            const isShown = shown?.kind === kind && shown.concept === concept;
            return (
              <Button
                kind="quiet"
                label={`${isShown ? 'Hide' : 'Show'} each: ${kindWords[kind].toLowerCase()} ${words}`}
                onPress={() => onShow(isShown ? null : { kind, concept })}
              >
                {isShown ? 'Hide' : 'Show each'}
              </Button>
            );
          },
        },
      ]}
    />
  );
}

/** Null where they are decided differently. */
function decidedAs({ count, decided }: Group): ChangeDecision | null {
  return (Object.keys(decided) as ChangeDecision[]).find(decision => decided[decision] === count) ?? null;
}
