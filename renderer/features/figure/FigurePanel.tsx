/** A figure that stands in the report, with its words to change. What it shows is frozen; for that one adds another. */
import { Trash2 } from 'lucide-react';
import type { FindingRow } from '../../../shared/contract/finding.ts';
import type { Figure } from '../../../shared/domain/figure.ts';
import { useQuery } from '../../api/index.ts';
import { Button, countOf, InstantText, Panel, Select, TextArea } from '../../ui/index.ts';
import { CommentsSection } from '../comment/index.ts';
import { FigurePicture } from './FigurePicture.tsx';
import { findingOptions } from './findingOptions.ts';
import { useFigureSteps } from './useFigureSteps.ts';
import './figure.css';

export interface FigurePanelProps {
  figure: Figure;
  findings: readonly FindingRow[];
  onClose(): void;
}

export function FigurePanel({ figure, findings, onClose }: FigurePanelProps) {
  const { id, caseId, citationIds, kind, caption, sourceLine, altText, findingId } = figure;
  const steps = useFigureSteps();
  const proposed = useQuery('figure.proposeSource', { caseId, citationIds });
  const isOther = proposed.data !== undefined && proposed.data.sourceLine !== sourceLine;
  return (
    <Panel
      open
      title="Figure of the report"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Done</Button>
          <Button
            kind="danger"
            icon={Trash2}
            onPress={() => {
              onClose();
              void steps.withdraw(id);
            }}
          >
            Remove from the report
          </Button>
        </>
      }
    >
      <div className="figure-form">
        <figure className="figure-preview">
          <FigurePicture figureId={id} altText={altText} widthPx={figure.widthPx} heightPx={figure.heightPx} />
          <figcaption>
            A {kind}, added <InstantText at={figure.createdAt} /> by {figure.createdBy} · table of{' '}
            {countOf(figure.table.rows.length, 'row')} · rests on {countOf(citationIds.length, 'citation')}
          </figcaption>
        </figure>
        <TextArea
          label="Caption"
          value={caption}
          onCommit={value => value.trim() !== '' && void steps.change(figure, { caption: value })}
          rows={2}
          maxLength={500}
        />
        <TextArea
          label="Source line"
          value={sourceLine}
          onCommit={value => void steps.change(figure, { sourceLine: value })}
          rows={3}
          maxLength={4000}
          hint={
            isOther && proposed.data?.sourceLine ? (
              <>
                From the citations: {proposed.data.sourceLine}{' '}
                <button
                  type="button"
                  className="figure-link"
                  onClick={() => void steps.change(figure, { sourceLine: proposed.data?.sourceLine ?? '' })}
                >
                  Use this
                </button>
              </>
            ) : (
              'As it follows from the citations.'
            )
          }
        />
        <TextArea
          label="In words, for those who do not see it"
          value={altText}
          onCommit={value => value.trim() !== '' && void steps.change(figure, { altText: value })}
          rows={4}
          maxLength={2000}
        />
        <Select
          label="Stands in"
          value={findingId ?? ''}
          options={findingOptions(findings, findingId)}
          onChange={value => void steps.change(figure, { findingId: value === '' ? null : value })}
        />
        <CommentsSection subject={{ kind: 'figure', id }} />
      </div>
    </Panel>
  );
}
