/** A bar of nautical miles over one of kilometres, true at the middle of the map. */
import { KM_PER_NAUTICAL_MILE } from '../../../../shared/domain/geo/index.ts';
import { type MapView, pixelsPerKm } from '../view/mapView.ts';
import { type DrawContext, haloText, SANS } from './drawContext.ts';
import type { MapColours } from './mapColours.ts';

const LONGEST_PX = 150;

/** 1, 2 or 5 with noughts: the longest that fits. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find(step => step * power <= most) ?? 1) * power;
}

export function drawScaleBar(context: DrawContext, view: MapView, colours: MapColours): void {
  const perKm = pixelsPerKm(view, view.center.latitude);
  const left = 44;
  const foot = view.height - 34;
  context.setLineDash([]);
  context.font = `11px ${SANS}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const [index, { unit, pixels }] of [
    { unit: 'nm', pixels: perKm * KM_PER_NAUTICAL_MILE },
    { unit: 'km', pixels: perKm },
  ].entries()) {
    const length = roundLength(LONGEST_PX / pixels);
    const y = foot - (1 - index) * 14;
    const right = left + length * pixels;
    for (const [ink, width] of [
      [colours.halo, 5],
      [colours.ink, 1.5],
    ] as const) {
      context.beginPath();
      context.moveTo(left, y - 3);
      context.lineTo(left, y + 3);
      context.moveTo(left, y);
      context.lineTo(right, y);
      context.moveTo(right, y - 3);
      context.lineTo(right, y + 3);
      context.strokeStyle = ink;
      context.lineWidth = width;
      context.stroke();
    }
    haloText(
      context,
      `${length < 1 ? length.toFixed(2).replace(/0$/, '') : length} ${unit}`,
      right + 6,
      y,
      colours.ink,
      colours.halo,
    );
  }
}
