import type { FigureKind, FigureTable } from '../../../shared/domain/figure.ts';
import type { CaseId, CitationId, EntityId } from '../../../shared/kernel/ids.ts';

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
export function AddFigure(_props: AddFigureProps) {
  return null;
}
