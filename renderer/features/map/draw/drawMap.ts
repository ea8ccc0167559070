/** The whole picture, layer by layer, on whatever is given to draw on; answers where the marks came to stand. */
import type { MapFeature } from '../../../../shared/contract/map.ts';
import type { Position } from '../../../../shared/domain/geo/index.ts';
import type { PlacedFeature } from '../mark/featureFacts.ts';
import { type Mark, placeMarks } from '../mark/placeMarks.ts';
import type { Track } from '../track/track.ts';
import { type MapView, projectionOf, toPoint } from '../view/mapView.ts';
import type { Atlas } from './atlas.ts';
import { drawBase, drawDegrees } from './baseLayer.ts';
import { type DrawContext, haloText, SANS } from './drawContext.ts';
import { drawMeasure, drawTrack } from './lineLayer.ts';
import type { MapColours } from './mapColours.ts';
import { drawLegend, drawMarks, legendOf, roomOfLegend, roomOfMarks } from './markLayer.ts';
import { drawMarkNames } from './markNames.ts';
import { drawNames, type NameOptions } from './nameLayer.ts';
import { drawScaleBar } from './scaleBar.ts';

export interface MapScene {
  view: MapView;
  atlas: Atlas | null;
  features: readonly PlacedFeature[];
  isLit(feature: MapFeature): boolean;
  track: Track | null;
  measure: readonly Position[];
  names: NameOptions;
  /** A place that one went to. */
  target: Position | null;
  /** The middle, where the keyboard points. */
  crosshair: boolean;
  colours: MapColours;
  /** For pictures that leave: what the shapes mean, and the sentence on boundaries. */
  printed: boolean;
}

export const BOUNDARY_SENTENCE = 'Boundaries and names imply no opinion on the legal status of any territory.';
export const BASE_MAP_SENTENCE = 'Base map: Natural Earth, 1 : 50 million.';

export function drawMap(context: DrawContext, scene: MapScene): Mark[] {
  const { view, atlas, features, isLit, track, measure, names, target, colours } = scene;
  const projection = projectionOf(view);
  drawBase(context, view, projection, atlas, colours);
  const marks = placeMarks(features, view, projection);
  const taken = roomOfMarks(marks);
  if (scene.printed) taken.push(roomOfLegend(legendOf(features)));
  if (names.marks) drawMarkNames(context, view, marks, colours, taken);
  drawNames(context, view, projection, colours, names, taken);
  if (track) drawTrack(context, projection, track, colours);
  drawMeasure(context, projection, measure, colours);
  drawMarks(context, marks, isLit, colours);
  const at = target && toPoint(projection, target);
  if (at) drawTarget(context, at.x, at.y, colours.chosen);
  drawDegrees(context, view, projection, colours);
  drawScaleBar(context, view, colours);
  if (scene.crosshair) drawCrosshair(context, view.width / 2, view.height / 2, colours);
  if (scene.printed) {
    const legend = legendOf(features);
    drawLegend(
      context,
      { x: 46, y: 20 },
      legend,
      marks.some(mark => mark.kind === 'cluster'),
      colours,
    );
    context.font = `11px ${SANS}`;
    context.textAlign = 'right';
    context.textBaseline = 'bottom';
    haloText(
      context,
      `${BASE_MAP_SENTENCE} ${BOUNDARY_SENTENCE}`,
      view.width - 8,
      view.height - 22,
      colours.gridInk,
      colours.halo,
    );
  }
  return marks;
}

function drawTarget(context: DrawContext, x: number, y: number, ink: string): void {
  context.setLineDash([]);
  context.beginPath();
  context.arc(x, y, 9, 0, 2 * Math.PI);
  context.moveTo(x - 14, y);
  context.lineTo(x - 5, y);
  context.moveTo(x + 5, y);
  context.lineTo(x + 14, y);
  context.moveTo(x, y - 14);
  context.lineTo(x, y - 5);
  context.moveTo(x, y + 5);
  context.lineTo(x, y + 14);
  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  context.stroke();
}

function drawCrosshair(context: DrawContext, x: number, y: number, colours: MapColours): void {
  for (const [ink, width] of [
    [colours.halo, 4],
    [colours.ink, 1.2],
  ] as const) {
    context.beginPath();
    context.moveTo(x - 12, y);
    context.lineTo(x + 12, y);
    context.moveTo(x, y - 12);
    context.lineTo(x, y + 12);
    context.setLineDash([]);
    context.strokeStyle = ink;
    context.lineWidth = width;
    context.stroke();
  }
}
