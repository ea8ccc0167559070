/** Figures: putting a chart, a timeline or a map into the report. */
export { AddFigure, type AddFigureProps } from './AddFigure.tsx';
export { savePicture } from './savePicture.ts';
