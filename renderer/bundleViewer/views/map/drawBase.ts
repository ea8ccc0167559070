/** The ground of the map: sea, land, borders and the graticule with its degrees. */
import type { Camera, Size } from '../../canvas/camera.ts';
import type { Coasts } from './coasts.ts';
import { degreesWords, gridStep, latitudeOf, MOST_LATITUDE, toPoint, WORLD } from './mercator.ts';

export interface MapInks {
  sea: string;
  land: string;
  coast: string;
  border: string;
  grid: string;
  ink: string;
}

export const LIGHT: MapInks = {
  sea: '#e4ecf1',
  land: '#f7f5ee',
  coast: '#8f9aa3',
  border: '#c9c4b5',
  grid: '#cbd7de',
  ink: '#56606a',
};
export const DARK: MapInks = {
  sea: '#16212a',
  land: '#2a2d2f',
  coast: '#5f6b75',
  border: '#474a49',
  grid: '#263440',
  ink: '#9aa6b0',
};

const RADIAN = 180 / Math.PI;

export function drawBase(
  on: CanvasRenderingContext2D,
  coasts: Coasts | null,
  camera: Camera,
  { width, height }: Size,
  middle: number,
  inks: MapInks,
): void {
  const density = window.devicePixelRatio || 1;
  const toScreen = (): void => on.setTransform(density, 0, 0, density, 0, 0);
  toScreen();
  on.fillStyle = inks.sea;
  on.fillRect(0, 0, width, height);
  drawGrid(on, camera, { width, height }, middle, inks, 'lines');
  if (coasts) {
    const scale = camera.scale * density;
    on.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale);
    on.fillStyle = inks.land;
    on.fill(coasts.land, 'evenodd');
    on.lineWidth = 0.8 / camera.scale;
    on.strokeStyle = inks.coast;
    on.stroke(coasts.land);
    on.lineWidth = 0.7 / camera.scale;
    on.strokeStyle = inks.border;
    on.stroke(coasts.borders);
    toScreen();
  }
  drawGrid(on, camera, { width, height }, middle, inks, 'words');
}

function drawGrid(
  on: CanvasRenderingContext2D,
  camera: Camera,
  { width, height }: Size,
  middle: number,
  inks: MapInks,
  what: 'lines' | 'words',
): void {
  const step = gridStep(camera.scale);
  const west = Math.max(-180, (camera.x / WORLD) * RADIAN) + middle;
  const east = Math.min(180, ((camera.x + width / camera.scale) / WORLD) * RADIAN) + middle;
  const north = latitudeOf(camera.y);
  const south = latitudeOf(camera.y + height / camera.scale);
  on.strokeStyle = inks.grid;
  on.lineWidth = 0.7;
  on.fillStyle = inks.ink;
  on.font = '11px system-ui, sans-serif';
  on.beginPath();
  for (let at = Math.ceil(west / step) * step; at <= east; at += step) {
    const x = (((at - middle) / RADIAN) * WORLD - camera.x) * camera.scale;
    on.moveTo(x, 0);
    on.lineTo(x, height);
    if (what === 'words') on.fillText(degreesWords(wrapped(at), ['E', 'W']), x + 3, height - 5);
  }
  for (let at = Math.ceil(Math.max(south, -MOST_LATITUDE) / step) * step; at <= north; at += step) {
    const y = (toPoint(0, at, 0).y - camera.y) * camera.scale;
    on.moveTo(0, y);
    on.lineTo(width, y);
    if (what === 'words' && y < height - 20) on.fillText(degreesWords(at, ['N', 'S']), 4, y - 3);
  }
  if (what === 'lines') on.stroke();
}

function wrapped(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}
