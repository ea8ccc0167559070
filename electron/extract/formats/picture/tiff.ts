/** TIFF directories, which are also what EXIF is made of: size of each page, and when, where and with what it was taken. */
import type { ByteReader } from '../../byteReader.ts';
import type { PictureFacts } from './readPicture.ts';

export interface TiffFrame {
  widthPx: number;
  heightPx: number;
  dpi?: number;
  /** Clockwise, to be upright. */
  rotation?: 0 | 90 | 180 | 270;
}

/** As found in the file; nothing here was checked by us, and each is easily forged. */
export interface Exif {
  taken?: string;
  made?: string;
  make?: string;
  model?: string;
  software?: string;
  artist?: string;
  copyright?: string;
  description?: string;
  title?: string;
  latitude?: string;
  longitude?: string;
  altitude?: string;
  gpsDate?: string;
  serialNumber?: string;
}

const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const ASCII_TAGS: Record<number, keyof Exif> = {
  270: 'description',
  271: 'make',
  272: 'model',
  305: 'software',
  306: 'made',
  315: 'artist',
  33432: 'copyright',
  36867: 'taken',
  42033: 'serialNumber',
};
const ROTATIONS: Record<number, TiffFrame['rotation']> = { 3: 180, 6: 90, 8: 270 };
const MAX_DIRECTORIES = 20_000;
const MAX_ENTRIES = 2000;
const MAX_VALUE_BYTES = 16 * 1024;
const WHOLE_TIFF_BYTES = 64 * 1024 * 1024;

/** Directories may lie anywhere, so that a file up to 64 MiB is read whole, of a larger one only the beginning. */
export async function readTiff(source: ByteReader): Promise<PictureFacts> {
  return parseTiff(await source.read(0, WHOLE_TIFF_BYTES));
}

export function parseTiff(bytes: Uint8Array): PictureFacts {
  const facts: PictureFacts = { frames: [], exif: {} };
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const littleEndian = view.getUint16(0) === 0x4949;
    const seen = new Set<number>();
    let next = view.getUint32(4, littleEndian);
    while (next > 0 && !seen.has(next) && seen.size < MAX_DIRECTORIES) {
      seen.add(next);
      next = readDirectory(view, next, littleEndian, facts, seen);
    }
  } catch (error) {
    // A cut or lying directory: what was read before stands.
    if (!(error instanceof RangeError)) throw error;
  }
  return facts;
}

type Read = (at: number) => { ascii(): string; number(index?: number): number; count: number };

function readDirectory(view: DataView, at: number, little: boolean, facts: PictureFacts, seen: Set<number>): number {
  const count = Math.min(view.getUint16(at, little), MAX_ENTRIES);
  const frame: TiffFrame = { widthPx: 0, heightPx: 0 };
  let unit = 2;
  let resolution = 0;
  const inside: { at: number; gps: boolean }[] = [];
  for (let index = 0; index < count; index += 1) {
    const entry = at + 2 + index * 12;
    const tag = view.getUint16(entry, little);
    const value = valueReader(view, little)(entry);
    const name = ASCII_TAGS[tag];
    if (name !== undefined) facts.exif[name] ??= value.ascii() || undefined;
    else if (tag === 0x0100) frame.widthPx = value.number();
    else if (tag === 0x0101) frame.heightPx = value.number();
    else if (tag === 0x0112) frame.rotation = ROTATIONS[value.number()];
    else if (tag === 0x011a) resolution = value.number();
    else if (tag === 0x0128) unit = value.number();
    else if (tag === 0x8769 || tag === 0x8825) inside.push({ at: value.number(), gps: tag === 0x8825 });
  }
  if (resolution > 0 && resolution < 100_000)
    frame.dpi = Math.round(unit === 3 ? resolution * 2.54 : resolution) || undefined;
  if ((frame.widthPx > 0 && frame.heightPx > 0) || frame.rotation !== undefined || frame.dpi !== undefined)
    facts.frames.push(frame);
  for (const directory of inside) {
    if (seen.has(directory.at)) continue;
    seen.add(directory.at);
    if (directory.gps) readPlace(view, directory.at, little, facts.exif);
    else readDirectory(view, directory.at, little, { frames: [], exif: facts.exif }, seen);
  }
  return view.getUint32(at + 2 + view.getUint16(at, little) * 12, little);
}

function readPlace(view: DataView, at: number, little: boolean, exif: Exif): void {
  const values = new Map<number, ReturnType<Read>>();
  const count = Math.min(view.getUint16(at, little), MAX_ENTRIES);
  for (let index = 0; index < count; index += 1) {
    const entry = at + 2 + index * 12;
    values.set(view.getUint16(entry, little), valueReader(view, little)(entry));
  }
  exif.latitude = angle(values.get(2), values.get(1)?.ascii());
  exif.longitude = angle(values.get(4), values.get(3)?.ascii());
  const altitude = values.get(6)?.number();
  if (altitude !== undefined && Number.isFinite(altitude))
    exif.altitude = `${values.get(5)?.number() === 1 ? '-' : ''}${altitude} m`;
  exif.gpsDate = values.get(29)?.ascii() || undefined;
}

function angle(value: ReturnType<Read> | undefined, hemisphere = ''): string | undefined {
  if (value === undefined || value.count < 3) return undefined;
  const [degrees, minutes, seconds] = [value.number(0), value.number(1), value.number(2)];
  if (![degrees, minutes, seconds].every(Number.isFinite)) return undefined;
  return `${degrees}° ${minutes}′ ${Math.round(seconds * 1000) / 1000}″ ${hemisphere}`.trim();
}

function valueReader(view: DataView, little: boolean): Read {
  return entry => {
    const type = view.getUint16(entry + 2, little);
    const count = view.getUint32(entry + 4, little);
    const size = (TYPE_BYTES[type] ?? 1) * count;
    const at = size <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
    return {
      count,
      ascii() {
        const length = Math.min(size, MAX_VALUE_BYTES, view.byteLength - at);
        if (type !== 2 || length <= 0) return '';
        return new TextDecoder()
          .decode(new Uint8Array(view.buffer, view.byteOffset + at, length))
          .replace(/\0[\s\S]*$/, '')
          .trim();
      },
      number(index = 0) {
        const place = at + index * (TYPE_BYTES[type] ?? 1);
        switch (type) {
          case 1:
            return view.getUint8(place);
          case 3:
            return view.getUint16(place, little);
          case 4:
            return view.getUint32(place, little);
          case 5:
            return view.getUint32(place, little) / view.getUint32(place + 4, little);
          case 9:
            return view.getInt32(place, little);
          case 10:
            return view.getInt32(place, little) / view.getInt32(place + 4, little);
          default:
            return 0;
        }
      },
    };
  };
}
