/** Handing the case's records out: in which format, of which exhibits, for whom, after a look at what stays. */
import { useState } from 'react';
import type { ReferenceFormat } from '../../../shared/domain/reference/index.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, useQuery } from '../../api/index.ts';
import { Button, countOf, Panel, Segmented } from '../../ui/index.ts';
import {
  FormatChoice,
  SavingState,
  SendingFields,
  StaysNotice,
  useSaving,
  useSending,
  type Written,
} from '../departure/index.ts';
import { formatWords } from './referenceWords.ts';
import './reference.css';

const FORMATS: readonly ReferenceFormat[] = ['csl-json', 'ris', 'bibtex'];

export interface ExportReferencesProps {
  caseId: CaseId;
  /** Chosen in the list. */
  chosen?: readonly ExhibitId[];
  onClose(): void;
}

type Which = 'all' | 'cited' | 'chosen';

export function ExportReferences({ caseId, chosen = [], onClose }: ExportReferencesProps) {
  const [format, setFormat] = useState<ReferenceFormat>('csl-json');
  const [which, setWhich] = useState<Which>(chosen.length > 1 ? 'chosen' : 'all');
  const record = useQuery('case.get', { caseId });
  const sending = useSending();
  const saving = useSaving<Written & { items: number }>();
  const selection = {
    caseId,
    which: which === 'cited' ? ('cited' as const) : ('all' as const),
    exhibitIds: which === 'chosen' ? [...chosen] : null,
  };
  const preFlight = useQuery(
    'reference.preFlight',
    { ...selection, audience: sending.given.audience },
    { keepPrevious: true },
  );
  const { ending, name } = formatWords[format];
  const stays = preFlight.data?.stays.length ?? 0;
  const total = (preFlight.data?.goes ?? 0) + stays;
  const isWritten = saving.written !== null;
  return (
    <Panel
      open
      title="Export references"
      onClose={onClose}
      footer={
        <>
          <Button
            kind={isWritten ? 'plain' : 'primary'}
            busy={saving.busy}
            disabled={preFlight.error !== null || total === 0}
            onPress={() =>
              void saving.save(`${record.data?.reference ?? 'Case'} references.${ending}`, to =>
                call('reference.export', { ...selection, format, ...sending.given, to }),
              )
            }
          >
            Save as {name} …
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {isWritten ? 'Done' : 'Cancel'}
          </Button>
        </>
      }
    >
      <div className="sending">
        <SavingState saving={saving} words={({ items }) => countOf(items, 'record')} unit="records" />
        <FormatChoice formats={FORMATS} words={formatWords} value={format} onChange={setFormat} />
        <Segmented
          label="Records of"
          hideLabel={false}
          value={which}
          options={[
            { value: 'all', label: 'All exhibits' },
            { value: 'cited', label: 'Those that findings cite' },
            ...(chosen.length > 0 ? [{ value: 'chosen' as const, label: `${chosen.length} chosen` }] : []),
          ]}
          onChange={setWhich}
        />
        {preFlight.data && !preFlight.error && (
          <p>
            {total === 0
              ? 'No exhibit fits, so there is nothing to write.'
              : `${countOf(total, 'record')}, each with number, title, dates, source and SHA-256 of its exhibit.`}
          </p>
        )}
        <StaysNotice
          data={preFlight.data}
          error={preFlight.error}
          onRetry={preFlight.refetch}
          words={`${countOf(stays, 'of them goes', 'of them go')} as number and digest only`}
        />
        <SendingFields sending={sending} />
      </div>
    </Panel>
  );
}
