/** Figures: putting a chart, a timeline or a map into the report, and changing what stands under it there. */
export { AddFigure, type AddFigureProps } from './AddFigure.tsx';
export { FigureList } from './FigureList.tsx';
export { FigurePanel } from './FigurePanel.tsx';
export { FigurePicture } from './FigurePicture.tsx';
export { savePicture } from './savePicture.ts';
