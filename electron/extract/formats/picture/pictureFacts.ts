/** Turns a picture's tags into entries that a person can read. Nothing here was checked by us, and all of it is easily forged. */
import { namesOfMakers } from './madeByMachine.ts';
import type { PictureMeasures } from './measurePicture.ts';
import { type PictureTag, type PictureTags, type TagGroup, wordsOf } from './readTags.ts';

const MAX_HISTORY_STEPS = 50;

const ORIENTATIONS: Record<number, string> = {
  2: 'mirrored',
  3: 'upside down',
  4: 'upside down and mirrored',
  5: 'turned left and mirrored',
  6: 'turned left',
  7: 'turned right and mirrored',
  8: 'turned right',
};

export function describePicture(
  measures: PictureMeasures,
  tags: PictureTags,
  marks: readonly string[],
): Record<string, string | undefined> {
  const { exif, iptc, xmp, icc, text } = tags;
  const [first] = measures.frames;
  return {
    widthPx: String(first?.widthPx),
    heightPx: String(first?.heightPx),
    frames: framesOf(measures),
    orientation: ORIENTATIONS[first?.orientation ?? 1],
    make: wordsOf(exif, 'Make'),
    model: wordsOf(exif, 'Model', 'UniqueCameraModel'),
    serialNumber: wordsOf(exif, 'BodySerialNumber', 'CameraSerialNumber') ?? wordsOf(xmp, 'SerialNumber'),
    lens: wordsOf(exif, 'LensModel') ?? wordsOf(xmp, 'Lens', 'LensModel'),
    lensSerialNumber: wordsOf(exif, 'LensSerialNumber') ?? wordsOf(xmp, 'LensSerialNumber'),
    owner: wordsOf(exif, 'CameraOwnerName', 'OwnerName') ?? wordsOf(xmp, 'OwnerName'),
    artist:
      wordsOf(exif, 'Artist', 'XPAuthor') ??
      wordsOf(iptc, 'By-line') ??
      wordsOf(xmp, 'creator') ??
      wordsOf(text, 'Author'),
    copyright:
      wordsOf(exif, 'Copyright') ??
      wordsOf(iptc, 'Copyright Notice') ??
      wordsOf(xmp, 'rights') ??
      wordsOf(text, 'Copyright'),
    credit: wordsOf(iptc, 'Credit') ?? wordsOf(xmp, 'Credit'),
    source: wordsOf(iptc, 'Source') ?? wordsOf(xmp, 'Source') ?? wordsOf(text, 'Source'),
    software:
      wordsOf(exif, 'Software', 'ProcessingSoftware') ?? wordsOf(xmp, 'CreatorTool') ?? wordsOf(text, 'Software'),
    hostComputer: wordsOf(exif, 'HostComputer'),
    taken:
      dateOf(exif, 'DateTimeOriginal', 'SubSecTimeOriginal', 'OffsetTimeOriginal') ??
      iptcDate(iptc) ??
      wordsOf(xmp, 'DateCreated') ??
      wordsOf(text, 'Creation Time'),
    digitised:
      dateOf(exif, 'DateTimeDigitized', 'SubSecTimeDigitized', 'OffsetTimeDigitized') ?? wordsOf(xmp, 'CreateDate'),
    made: dateOf(exif, 'DateTime', 'SubSecTime', 'OffsetTime'),
    modified: wordsOf(xmp, 'ModifyDate'),
    metadataModified: wordsOf(xmp, 'MetadataDate'),
    description:
      wordsOf(exif, 'ImageDescription', 'XPComment') ??
      wordsOf(iptc, 'Caption/Abstract') ??
      wordsOf(xmp, 'description') ??
      wordsOf(text, 'Description'),
    headline: wordsOf(iptc, 'Headline') ?? wordsOf(xmp, 'Headline'),
    keywords: wordsOf(iptc, 'Keywords') ?? wordsOf(exif, 'XPKeywords') ?? wordsOf(xmp, 'subject'),
    place: placeWords(iptc, xmp),
    comment: wordsOf(exif, 'UserComment') ?? wordsOf(text, 'Comment') ?? (measures.comments.join(' · ') || undefined),
    uniqueId: wordsOf(exif, 'ImageUniqueID'),
    documentId: wordsOf(xmp, 'DocumentID'),
    originalDocumentId: wordsOf(xmp, 'OriginalDocumentID'),
    derivedFrom: wordsOf(xmp, 'DerivedFrom'),
    editHistory: historyOf(xmp),
    colourProfile: wordsOf(icc, 'ICC Description', 'ICC Profile Description'),
    embeddedThumbnail: tags.thumbnail === null ? undefined : 'yes',
    contentCredentials: marks.includes('C2PA') ? 'present (C2PA); their signature was not checked' : undefined,
    generatedBy: namesOfMakers(tags),
    ...gpsWords(exif),
  };
}

export function titleOf({ exif, iptc, xmp, text }: PictureTags): string | null {
  return (
    wordsOf(xmp, 'title') ?? wordsOf(iptc, 'Object Name') ?? wordsOf(exif, 'XPTitle') ?? wordsOf(text, 'Title') ?? null
  );
}

function framesOf({ frames, movingFrames = 0 }: PictureMeasures): string | undefined {
  const count = Math.max(frames.length, movingFrames);
  return count > 1 ? String(count) : undefined;
}

/** As written, with fractions of a second and the zone behind it where they are given. */
export function dateOf(exif: TagGroup, date: string, fraction: string, zone: string): string | undefined {
  const written = wordsOf(exif, date);
  // Cameras whose clock was never set write spaces or zeros.
  if (written === undefined || !/[1-9]/.test(written)) return undefined;
  const digits = wordsOf(exif, fraction);
  return [`${written}${digits === undefined ? '' : `.${digits}`}`, wordsOf(exif, zone)].filter(Boolean).join(' ');
}

function iptcDate(iptc: TagGroup): string | undefined {
  const date = wordsOf(iptc, 'Date Created');
  return date === undefined ? undefined : [date, wordsOf(iptc, 'Time Created')].filter(Boolean).join(' ');
}

/** Where the photographer says it was, in words. */
function placeWords(iptc: TagGroup, xmp: TagGroup): string | undefined {
  const parts = [
    wordsOf(iptc, 'Sub-location') ?? wordsOf(xmp, 'Location'),
    wordsOf(iptc, 'City') ?? wordsOf(xmp, 'City'),
    wordsOf(iptc, 'Province/State') ?? wordsOf(xmp, 'State'),
    wordsOf(iptc, 'Country/Primary Location Name') ?? wordsOf(xmp, 'Country'),
  ].filter(part => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** Each step as its program recorded it: what was done, with what, when. */
function historyOf(xmp: TagGroup): string | undefined {
  const steps = xmp['History']?.value;
  if (!Array.isArray(steps) || steps.length === 0) return undefined;
  const words = steps.slice(0, MAX_HISTORY_STEPS).map((step: unknown) => {
    const part = (name: string) => {
      const tag =
        typeof step === 'object' && step !== null ? (step as Record<string, PictureTag | undefined>)[name] : undefined;
      return typeof tag?.value === 'string' ? tag.value : undefined;
    };
    return [part('action'), part('softwareAgent'), part('when'), part('changed')].filter(Boolean).join(', ');
  });
  if (steps.length > MAX_HISTORY_STEPS) words.push(`and ${steps.length - MAX_HISTORY_STEPS} more`);
  return words.filter(Boolean).join('; ') || undefined;
}

/** As the file has it, whether or not it makes a place. */
function gpsWords(exif: TagGroup): Record<string, string | undefined> {
  return {
    latitude: angleWords(exif['GPSLatitude'], exif['GPSLatitudeRef']),
    longitude: angleWords(exif['GPSLongitude'], exif['GPSLongitudeRef']),
    altitude: wordsOf(exif, 'GPSAltitude'),
    gpsDate: [wordsOf(exif, 'GPSDateStamp'), timeWords(exif['GPSTimeStamp'])].filter(Boolean).join(' ') || undefined,
    gpsDirection: wordsOf(exif, 'GPSImgDirection'),
    gpsMethod: wordsOf(exif, 'GPSProcessingMethod'),
  };
}

function angleWords(angle: PictureTag | undefined, reference: PictureTag | undefined): string | undefined {
  const parts = rationals(angle);
  if (parts === null) return angle === undefined ? undefined : 'not readable';
  const [degrees = 0, minutes = 0, seconds = 0] = parts;
  const hemisphere = hemisphereOf(reference);
  return `${degrees}° ${rounded(minutes)}′ ${rounded(seconds)}″ ${hemisphere ?? '(hemisphere not given)'}`;
}

function timeWords(time: PictureTag | undefined): string | undefined {
  const parts = rationals(time);
  return parts === null ? undefined : `${parts.map(part => String(rounded(part)).padStart(2, '0')).join(':')} UTC`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Three fractions; null where one of them is not a number, as after a division by nothing. */
export function rationals(tag: PictureTag | undefined): number[] | null {
  if (!Array.isArray(tag?.value) || tag.value.length < 3) return null;
  const values = tag.value
    .slice(0, 3)
    .map((pair: unknown) => (Array.isArray(pair) ? Number(pair[0]) / Number(pair[1]) : Number(pair)));
  return values.every(Number.isFinite) ? values : null;
}

export function hemisphereOf(reference: PictureTag | undefined): 'N' | 'S' | 'E' | 'W' | null {
  const written = Array.isArray(reference?.value) ? String(reference.value[0] ?? '') : String(reference?.value ?? '');
  const letter = written.trim().charAt(0).toUpperCase();
  return letter === 'N' || letter === 'S' || letter === 'E' || letter === 'W' ? letter : null;
}
