/** Handing entities out: in which format, which of them, for whom, after a look at what stays. */
import { useState } from 'react';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { call, useQuery } from '../../api/index.ts';
import { Button, Checkbox, countOf, HandlingTag, Panel, Segmented } from '../../ui/index.ts';
import {
  FormatChoice,
  SavingState,
  SendingFields,
  StaysNotice,
  useSaving,
  useSending,
  type Written,
} from '../departure/index.ts';
import { formatWords, type LeavingFormat, leavingFormats, wordsOfGoing, wordsOfStaying } from './formatWords.ts';
import { usePreFlight } from './usePreFlight.ts';
import './interchange.css';

export interface ExportEntitiesProps {
  caseId: CaseId;
  /** Chosen in the list; empty: all of the case is offered alone. */
  chosen?: readonly EntityId[];
  /** Offered first. */
  format?: LeavingFormat;
  onClose(): void;
}

interface WrittenEntities extends Written {
  entities: number;
  /** Of STIX. */
  findings?: number;
}

export function ExportEntities({ caseId, chosen = [], format: first = 'ftm', onClose }: ExportEntitiesProps) {
  const [format, setFormat] = useState<LeavingFormat>(first);
  const [which, setWhich] = useState<'all' | 'chosen'>(chosen.length > 1 ? 'chosen' : 'all');
  const [withFindings, setWithFindings] = useState(true);
  const record = useQuery('case.get', { caseId });
  const sending = useSending();
  const saving = useSaving<WrittenEntities>();
  const { ending, name } = formatWords[format];
  const selection = { caseId, entityIds: which === 'chosen' ? [...chosen] : null };
  const preFlight = usePreFlight({ ...selection, audience: sending.given.audience }, format, withFindings);
  const { shown: told } = preFlight;
  const save = () =>
    saving.save(`${record.data?.reference ?? 'Case'} entities.${ending}`, to => {
      const what = { ...selection, ...sending.given, to };
      return format === 'stix'
        ? call('stix.export', { ...what, withFindings })
        : call('interchange.export', { ...what, format });
    });
  const isNothing = !told || told.entityCount + told.findingCount === 0;
  const isWritten = saving.written !== null;
  return (
    <Panel
      open
      title="Export entities"
      onClose={onClose}
      footer={
        <>
          <Button
            kind={isWritten ? 'plain' : 'primary'}
            busy={saving.busy}
            disabled={!preFlight.data || preFlight.error !== null || isNothing}
            onPress={() => void save()}
          >
            Save as {name} …
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {isWritten ? 'Done' : 'Cancel'}
          </Button>
        </>
      }
    >
      <div className="interchange">
        <SavingState saving={saving} words={wordsOf} unit="entities" />
        <FormatChoice formats={leavingFormats} words={formatWords} value={format} onChange={setFormat} />
        {format === 'stix' && (
          <Checkbox
            label="Findings go along as reports"
            checked={withFindings}
            onChange={setWithFindings}
            hint="Each says its status and how sure it is. A finding that names no entity stays, since STIX asks for one."
          />
        )}
        {chosen.length > 0 && (
          <Segmented
            label="Which"
            hideLabel={false}
            value={which}
            options={[
              { value: 'all', label: 'All of the case' },
              { value: 'chosen', label: `${countOf(chosen.length, 'chosen', 'chosen')}, with their ties` },
            ]}
            onChange={setWhich}
          />
        )}
        <div className="sending-before">
          {told && !preFlight.error && (
            <p className="interchange-line">
              {wordsOfGoing(told, format)}
              {!isNothing && (
                <span>
                  Strictest mark: <HandlingTag mark={told.strictestMark} />
                </span>
              )}
            </p>
          )}
          <StaysNotice
            data={told}
            error={preFlight.error}
            onRetry={preFlight.refetch}
            words={wordsOfStaying(told?.stays ?? [])}
          />
        </div>
        <p className="interchange-soft">The export, its digest and its counts stand in the custody log.</p>
        <SendingFields sending={sending} />
      </div>
    </Panel>
  );
}

function wordsOf({ entities, findings }: WrittenEntities): string {
  const words = countOf(entities, 'entity', 'entities');
  return findings === undefined ? words : `${words}, ${countOf(findings, 'finding')}`;
}
