/** What each byte of a whole ZIP belongs to, read without our reader: for tests that flip bits in it. */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

export interface ZipPlace {
  what: 'header' | 'content' | 'directory' | 'end record' | 'seal';
  /** Its path within the bag. */
  file?: string;
}

export function placesOfZip(zip: Buffer): (at: number) => ZipPlace {
  const places: (ZipPlace & { end: number })[] = [];
  const nameAt = (at: number, length: number): string => zip.toString('utf8', at, at + length).replace(/^[^/]+\//, '');
  for (let at = 0; at < zip.length; at = places.at(-1)?.end ?? zip.length) {
    const signature = zip.readUInt32LE(at);
    if (signature === LOCAL) {
      const file = nameAt(at + 30, zip.readUInt16LE(at + 26));
      const end = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
      places.push({ what: 'header', file, end });
      const wide = zip.readUInt32LE(at + 18) === 0xffffffff;
      const length = wide ? Number(zip.readBigUInt64LE(end - 8)) : zip.readUInt32LE(at + 18);
      places.push({ what: 'content', file, end: end + length });
    } else if (signature === CENTRAL) {
      const end = at + 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30);
      places.push({ what: 'directory', file: nameAt(at + 46, zip.readUInt16LE(at + 28)), end });
    } else if (signature === END) {
      places.push({ what: 'end record', end: at + 22 }, { what: 'seal', end: zip.length });
    } else throw new Error(`byte ${at} of the ZIP begins nothing that is known`);
  }
  return at => {
    const place = places.find(({ end }) => at < end);
    if (!place) throw new Error(`byte ${at} is not in the ZIP`);
    return { what: place.what, file: place.file };
  };
}
