/** Marks by kind (circle an event, square an address, triangle a claim of a file) and by strength (full, half, empty, struck through). */
import type { Strength } from '../../../../shared/domain/entity/entity.ts';
import type { MapFeature } from '../../../../shared/contract/map.ts';
import type { Mark } from '../mark/placeMarks.ts';
import type { Point } from '../view/mapView.ts';
import { type DrawContext, haloText, SANS, textWidth } from './drawContext.ts';
import type { MapColours } from './mapColours.ts';
import type { Box } from './nameLayer.ts';

const RADIUS = 6.5;

export function drawMarks(
  context: DrawContext,
  marks: readonly Mark[],
  isLit: (feature: MapFeature) => boolean,
  colours: MapColours,
): void {
  for (const mark of marks) {
    if (mark.kind === 'cluster') drawCluster(context, mark, mark.features.length, mark.features.some(isLit), colours);
    else {
      if (mark.from) drawLeader(context, mark.from, mark, colours);
      drawMark(context, mark, mark.feature, isLit(mark.feature), colours);
    }
  }
}

/** Room that no name may take. */
export function roomOfMarks(marks: readonly Mark[]): Box[] {
  return marks.map(({ x, y, kind }) => {
    const reach = kind === 'cluster' ? 14 : RADIUS + 3;
    return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  });
}

export function drawMark(
  context: DrawContext,
  at: Point,
  { source, strength }: Pick<MapFeature, 'source' | 'strength'>,
  lit: boolean,
  colours: MapColours,
): void {
  const ink = source === 'claimed' ? colours.claimed : colours.mark;
  context.setLineDash([]);
  if (lit) {
    context.beginPath();
    context.arc(at.x, at.y, RADIUS + 5, 0, 2 * Math.PI);
    context.strokeStyle = colours.chosen;
    context.lineWidth = 3;
    context.stroke();
  }
  outline(context, at, source);
  context.fillStyle = source !== 'claimed' && strength === 'confirmed' ? ink : colours.halo;
  context.fill();
  if (strength === 'probable' && source !== 'claimed') drawHalf(context, at, source, ink);
  outline(context, at, source);
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.setLineDash(source === 'claimed' ? [3, 2] : []);
  context.stroke();
  context.setLineDash([]);
  if (strength === 'contested') drawCross(context, at, ink);
}

function outline(context: DrawContext, { x, y }: Point, source: MapFeature['source']): void {
  context.beginPath();
  if (source === 'event') context.arc(x, y, RADIUS, 0, 2 * Math.PI);
  else if (source === 'address') context.rect(x - RADIUS + 0.5, y - RADIUS + 0.5, 2 * RADIUS - 1, 2 * RADIUS - 1);
  else {
    context.moveTo(x, y - RADIUS - 1);
    context.lineTo(x + RADIUS + 1, y + RADIUS - 1);
    context.lineTo(x - RADIUS - 1, y + RADIUS - 1);
    context.closePath();
  }
}

/** The left half full, as the sign ◐ has it. */
function drawHalf(context: DrawContext, { x, y }: Point, source: MapFeature['source'], ink: string): void {
  context.beginPath();
  if (source === 'event') {
    context.arc(x, y, RADIUS, Math.PI / 2, (3 * Math.PI) / 2);
    context.closePath();
  } else context.rect(x - RADIUS + 0.5, y - RADIUS + 0.5, RADIUS - 0.5, 2 * RADIUS - 1);
  context.fillStyle = ink;
  context.fill();
}

function drawCross(context: DrawContext, { x, y }: Point, ink: string): void {
  const reach = 3.2;
  context.beginPath();
  context.moveTo(x - reach, y - reach);
  context.lineTo(x + reach, y + reach);
  context.moveTo(x + reach, y - reach);
  context.lineTo(x - reach, y + reach);
  context.strokeStyle = ink;
  context.lineWidth = 1.8;
  context.stroke();
}

function drawCluster(context: DrawContext, at: Point, count: number, lit: boolean, colours: MapColours): void {
  context.setLineDash([]);
  context.beginPath();
  context.arc(at.x, at.y, 12, 0, 2 * Math.PI);
  context.fillStyle = colours.halo;
  context.fill();
  context.strokeStyle = lit ? colours.chosen : colours.mark;
  context.lineWidth = lit ? 3.5 : 2;
  context.stroke();
  context.font = `600 11px ${SANS}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours.ink;
  context.fillText(count > 999 ? `${Math.floor(count / 1000)}k` : String(count), at.x, at.y);
}

function drawLeader(context: DrawContext, from: Point, to: Point, colours: MapColours): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.strokeStyle = colours.mark;
  context.lineWidth = 1;
  context.stroke();
}

/** What the shapes mean; for the picture that leaves, which has no words beside it. */
export function drawLegend(
  context: DrawContext,
  at: Point,
  kinds: readonly LegendEntry[],
  hasClusters: boolean,
  colours: MapColours,
): void {
  context.font = `12px ${SANS}`;
  for (const [index, { label, ...mark }] of kinds.entries()) {
    const y = at.y + index * 20;
    drawMark(context, { x: at.x, y }, mark, false, colours);
    context.font = `12px ${SANS}`;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    haloText(context, label, at.x + 14, y, colours.ink, colours.halo);
  }
  if (hasClusters) haloText(context, CLUSTER_WORDS, at.x - 8, at.y + kinds.length * 20, colours.ink, colours.halo);
}

/** In the upper left corner of a picture that leaves. */
export function roomOfLegend(entries: readonly LegendEntry[]): Box {
  const longest = Math.max(0, ...entries.map(({ label }) => textWidth(label, 12)));
  return { left: 0, top: 0, right: 60 + longest, bottom: 30 + entries.length * 20 };
}

export interface LegendEntry {
  label: string;
  source: MapFeature['source'];
  strength: Strength | null;
}

const KIND_LABELS: Record<MapFeature['source'], string> = {
  event: 'Event',
  address: 'Address',
  claimed: 'Claimed by a file, not verified',
};

export const CLUSTER_WORDS = 'A number: so many marks close together, listed in the table';

/** Only what is on the map. */
export function legendOf(features: readonly Pick<MapFeature, 'source' | 'strength'>[]): LegendEntry[] {
  const seen = new Set(features.map(({ source, strength }) => `${source} ${strength ?? ''}`));
  const entries: LegendEntry[] = [];
  for (const source of ['event', 'address'] as const) {
    for (const strength of ['confirmed', 'probable', 'possible', 'contested'] as const) {
      if (seen.has(`${source} ${strength}`))
        entries.push({ label: `${KIND_LABELS[source]}, ${strength}`, source, strength });
    }
  }
  return seen.has('claimed ')
    ? [...entries, { label: KIND_LABELS.claimed, source: 'claimed', strength: null }]
    : entries;
}
