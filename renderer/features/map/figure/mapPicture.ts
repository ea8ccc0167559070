/** The map as a picture that leaves: at print size, in the light colours, with its legend and the sentence on boundaries. */
import { drawMap, type MapScene } from '../draw/drawMap.ts';
import { LIGHT } from '../draw/mapColours.ts';
import { SvgContext } from '../draw/svgContext.ts';

/** Pixels of the picture for one of the screen's: 1,200 points across come to some 300 dots an inch on a page. */
const PRINT_RATIO = 2;

function printScene(scene: MapScene): MapScene {
  return { ...scene, colours: LIGHT, crosshair: false, printed: true, isLit: () => false, target: null };
}

export async function pngOf(scene: MapScene): Promise<Uint8Array> {
  const { width, height } = scene.view;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * PRINT_RATIO);
  canvas.height = Math.round(height * PRINT_RATIO);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  context.scale(PRINT_RATIO, PRINT_RATIO);
  drawMap(context, printScene(scene));
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the canvas gave no picture');
  return new Uint8Array(await blob.arrayBuffer());
}

export function svgOf(scene: MapScene, title: string, description: string): Uint8Array {
  const context = new SvgContext(scene.view.width, scene.view.height);
  drawMap(context, printScene(scene));
  return new TextEncoder().encode(context.finish(title, description));
}
