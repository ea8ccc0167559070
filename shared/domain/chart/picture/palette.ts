/** Colours of a chart. Pictures that leave are printed, so they have those of paper, whatever the window looks like. */
import type { Strength } from '../../entity/entity.ts';

export interface ChartPalette {
  ground: string;
  text: string;
  textSoft: string;
  nodeFill: string;
  nodeLine: string;
  eventFill: string;
  foldedFill: string;
  box: string;
  boxLine: string;
  note: string;
  noteLine: string;
  accent: string;
  accentSoft: string;
  strength: Record<Strength, string>;
}

export const paperPalette: ChartPalette = {
  ground: '#ffffff',
  text: '#1c1e22',
  textSoft: '#5a5f67',
  nodeFill: '#fcfcfa',
  nodeLine: '#5a5f67',
  eventFill: '#e3ebf6',
  foldedFill: '#ecece7',
  box: '#f6f6f3',
  boxLine: '#8a8c8e',
  note: '#f8efd8',
  noteLine: '#7a5200',
  accent: '#23569c',
  accentSoft: '#e3ebf6',
  strength: { confirmed: '#1a6a3d', probable: '#5d5a00', possible: '#555a63', contested: '#9a3d06' },
};

/** Half the width of a node, by its shape. */
export const NODE_RADIUS = 20;
export const LINE_WIDTH = 1.6;
export const LABEL_SIZE = 12;
export const LABEL_LEADING = 15;
