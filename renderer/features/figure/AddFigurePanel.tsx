/** What a figure needs before it stands in a report: caption, source line, words for those who do not see it, a place. */
import { useEffect, useState } from 'react';
import type { FigureTable } from '../../../shared/domain/figure.ts';
import type { FindingId } from '../../../shared/kernel/ids.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { reportOf, useQuery } from '../../api/index.ts';
import { Button, countOf, Failed, Loading, Notice, Panel, Select, TextArea } from '../../ui/index.ts';
import type { AddFigureProps } from './AddFigure.tsx';
import { findingOptions } from './findingOptions.ts';
import { withOwnBuffer } from './savePicture.ts';
import { useFigureSteps } from './useFigureSteps.ts';
import { usePictureUrl } from './usePictureUrl.ts';
import './figure.css';

export interface AddFigurePanelProps {
  /** As it was when the panel was opened. */
  taken: AddFigureProps;
  onClose(): void;
}

interface Drawn {
  png: Uint8Array<ArrayBuffer>;
  table: FigureTable;
}

export function AddFigurePanel({ taken, onClose }: AddFigurePanelProps) {
  const { caseId, kind, entityIds, citationIds } = taken;
  const { drawn, error, redraw } = useDrawn(taken);
  const proposed = useQuery('figure.proposeSource', { caseId, citationIds: [...citationIds] });
  const findings = useQuery('finding.list', { caseId });
  const [caption, setCaption] = useState(taken.caption);
  const [altText, setAltText] = useState(taken.altText);
  const [ownSource, setOwnSource] = useState<string | null>(null);
  const [findingId, setFindingId] = useState<FindingId | ''>('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const steps = useFigureSteps();
  const sourceLine = ownSource ?? proposed.data?.sourceLine ?? '';
  const missing = { caption: caption.trim() === '', altText: altText.trim() === '' };

  const add = async () => {
    setAsked(true);
    if (!drawn || busy || missing.caption || missing.altText) return;
    setBusy(true);
    const added = await steps.add({
      caseId,
      kind,
      caption,
      altText,
      sourceLine,
      findingId: findingId === '' ? null : findingId,
      png: drawn.png,
      table: drawn.table,
      entityIds: [...entityIds],
      citationIds: [...citationIds],
    });
    setBusy(false);
    if (added) onClose();
  };

  return (
    <Panel
      open
      title={`Put this ${kind} into the report`}
      onClose={onClose}
      onSubmit={() => void add()}
      footer={
        <>
          <Button type="submit" kind="primary" busy={busy} disabled={!drawn}>
            Add to the report
          </Button>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="figure-form">
        {error ? (
          <Failed error={error} onRetry={redraw} />
        ) : drawn ? (
          <Preview drawn={drawn} altText={altText} citationCount={citationIds.length} />
        ) : (
          <Loading label="Drawing it for print" rows={4} />
        )}
        {citationIds.length === 0 && (
          <Notice kind="warning">
            Nothing that it shows is cited yet. The report will say that it rests on no citation.
          </Notice>
        )}
        <TextArea
          label="Caption"
          value={caption}
          onChange={setCaption}
          rows={2}
          maxLength={500}
          problem={asked && missing.caption ? 'Say what the figure shows.' : null}
        />
        <TextArea
          label="Source line"
          value={sourceLine}
          onChange={setOwnSource}
          rows={3}
          maxLength={4000}
          hint="Printed under the figure; made from the citations that it rests on."
        />
        <TextArea
          label="In words, for those who do not see it"
          value={altText}
          onChange={setAltText}
          rows={4}
          maxLength={2000}
          hint="Read out in the place of the picture: what there is to see."
          problem={asked && missing.altText ? 'Without these words some readers get nothing.' : null}
        />
        <Select
          label="Stands in"
          value={findingId}
          options={findingOptions(findings.data ?? [], null)}
          onChange={setFindingId}
          hint="Its table stands in the annex of figures in any case."
        />
      </div>
    </Panel>
  );
}

/** Draws when the panel opens, and again where that failed. */
function useDrawn({ picture, table }: AddFigureProps) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [error, setError] = useState<ErrorReport | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn draws anew; what is drawn was taken once
  useEffect(() => {
    let shown = true;
    setError(null);
    picture()
      .then(png => shown && setDrawn({ png: withOwnBuffer(png), table: table() }))
      .catch((failure: unknown) => shown && setError(reportOf(failure)));
    return () => {
      shown = false;
    };
  }, [turn]);
  return { drawn, error, redraw: () => setTurn(now => now + 1) };
}

function Preview({ drawn, altText, citationCount }: { drawn: Drawn; altText: string; citationCount: number }) {
  const url = usePictureUrl(drawn.png);
  return (
    <figure className="figure-preview">
      {url && <img src={url} alt={altText} />}
      <figcaption>
        Table of {countOf(drawn.table.rows.length, 'row')} · rests on {countOf(citationCount, 'citation')}
      </figcaption>
    </figure>
  );
}
