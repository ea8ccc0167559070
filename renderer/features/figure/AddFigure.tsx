import { ImagePlus } from 'lucide-react';
import { useState } from 'react';
import type { FigureKind, FigureTable } from '../../../shared/domain/figure.ts';
import type { CaseId, CitationId, EntityId } from '../../../shared/kernel/ids.ts';
import { Button } from '../../ui/index.ts';
import { AddFigurePanel } from './AddFigurePanel.tsx';

export interface AddFigureProps {
  caseId: CaseId;
  kind: FigureKind;
  /** Proposed, to be edited by the person. */
  caption: string;
  altText: string;
  entityIds: readonly EntityId[];
  citationIds: readonly CitationId[];
  /** Drawn when it is added: what stands on the canvas then, at print size. */
  picture(): Promise<Uint8Array>;
  table(): FigureTable;
  disabled?: boolean;
}

/** A button of the toolbar; opens the caption, the source line and the words for those who do not see the picture. */
export function AddFigure(props: AddFigureProps) {
  // What stands on the canvas when the panel opens is what is shown there and what is added.
  const [taken, setTaken] = useState<AddFigureProps | null>(null);
  return (
    <>
      <Button
        icon={ImagePlus}
        disabled={props.disabled}
        label={`Put this ${props.kind} into the report`}
        onPress={() => setTaken(props)}
      >
        Into the report
      </Button>
      {taken && <AddFigurePanel taken={taken} onClose={() => setTaken(null)} />}
    </>
  );
}
