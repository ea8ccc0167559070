/**
 * Writes a compound file: an object that lies in a storage of a document is taken out as a file of its own, which any
 * office program opens. Version 3, sectors of 512 bytes.
 */
import { viewOf } from './cfbSectors.ts';
import { joinBytes } from '../../shared/kernel/joinBytes.ts';

export type NewCompoundEntry =
  | { name: string; bytes: Uint8Array }
  | { name: string; classId?: string; children: NewCompoundEntry[] };

const SECTOR_BYTES = 512;
const MINI_BYTES = 64;
const MINI_CUTOFF_BYTES = 4096;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const TABLE_SECTOR = 0xfffffffd;
const TABLE_LIST_SECTOR = 0xfffffffc;
const HEADER_TABLE_SECTORS = 109;
const ENTRY_BYTES = 128;
const EPOCH = '00000000-0000-0000-0000-000000000000';

interface Row {
  name: string;
  type: 1 | 2 | 5;
  classId: string;
  left: number;
  right: number;
  child: number;
  start: number;
  sizeBytes: number;
}

export function writeCompoundFile(children: NewCompoundEntry[], classId = EPOCH): Uint8Array {
  const rows: Row[] = [];
  const streams: { row: Row; bytes: Uint8Array }[] = [];
  const root = addRow('Root Entry', 5, classId);
  root.child = addChildren(children);

  function addRow(name: string, type: Row['type'], rowClassId = EPOCH): Row {
    const row: Row = { name, type, classId: rowClassId, left: FREE, right: FREE, child: FREE, start: 0, sizeBytes: 0 };
    rows.push(row);
    return row;
  }

  function addChildren(entries: NewCompoundEntry[]): number {
    const indices = [...entries]
      .sort((a, b) => compareNames(a.name, b.name))
      .map(entry => {
        const index = rows.length;
        if ('bytes' in entry) streams.push({ row: addRow(entry.name, 2), bytes: entry.bytes });
        else {
          const row = addRow(entry.name, 1, entry.classId);
          row.child = addChildren(entry.children);
        }
        return index;
      });
    return balance(rows, indices);
  }

  const table: number[] = [];
  const data: Uint8Array[] = [];

  /** Appends bytes as a chain of sectors; gives its first sector. */
  function append(bytes: Uint8Array): number {
    if (bytes.byteLength === 0) return END_OF_CHAIN;
    const start = table.length;
    const sectors = Math.ceil(bytes.byteLength / SECTOR_BYTES);
    for (let index = 1; index < sectors; index += 1) table.push(start + index);
    table.push(END_OF_CHAIN);
    data.push(padded(bytes, sectors * SECTOR_BYTES));
    return start;
  }

  const miniTable: number[] = [];
  const miniData: Uint8Array[] = [];
  for (const { row, bytes } of streams) {
    row.sizeBytes = bytes.byteLength;
    if (bytes.byteLength >= MINI_CUTOFF_BYTES || bytes.byteLength === 0) row.start = append(bytes);
    else {
      row.start = miniTable.length;
      const sectors = Math.ceil(bytes.byteLength / MINI_BYTES);
      for (let index = 1; index < sectors; index += 1) miniTable.push(row.start + index);
      miniTable.push(END_OF_CHAIN);
      miniData.push(padded(bytes, sectors * MINI_BYTES));
    }
  }
  const miniStream = joinBytes(miniData);
  root.sizeBytes = miniStream.byteLength;
  root.start = append(miniStream);
  const miniTableStart = append(words(miniTable, FREE));
  const directoryStart = append(directoryBytes(rows));

  const perSector = SECTOR_BYTES / 4;
  let tableSectors = 0;
  let listSectors = 0;
  // The table describes its own sectors and those of its list, so its size is found by trying.
  while (table.length + tableSectors + listSectors > tableSectors * perSector) {
    tableSectors += 1;
    listSectors = Math.ceil(Math.max(0, tableSectors - HEADER_TABLE_SECTORS) / (perSector - 1));
  }
  const firstTable = table.length;
  const tableAt = Array.from({ length: tableSectors }, (_, index) => firstTable + index);
  const firstList = firstTable + tableSectors;
  for (let index = 0; index < tableSectors; index += 1) table.push(TABLE_SECTOR);
  for (let index = 0; index < listSectors; index += 1) table.push(TABLE_LIST_SECTOR);
  const lists = Array.from({ length: listSectors }, (_, index) => {
    const from = HEADER_TABLE_SECTORS + index * (perSector - 1);
    const part = tableAt.slice(from, from + perSector - 1);
    while (part.length < perSector - 1) part.push(FREE);
    return words([...part, index + 1 < listSectors ? firstList + index + 1 : END_OF_CHAIN], FREE);
  });

  const header = new Uint8Array(SECTOR_BYTES);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = viewOf(header);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    view.setUint16(at, value, true);
  for (const [at, value] of [
    [44, tableSectors],
    [48, directoryStart],
    [56, MINI_CUTOFF_BYTES],
    [60, miniTableStart],
    [64, Math.ceil(miniTable.length / perSector)],
    [68, listSectors > 0 ? firstList : END_OF_CHAIN],
    [72, listSectors],
  ] as const)
    view.setUint32(at, value, true);
  for (let index = 0; index < HEADER_TABLE_SECTORS; index += 1)
    view.setUint32(76 + index * 4, tableAt[index] ?? FREE, true);
  return joinBytes([header, ...data, words(table, FREE, tableSectors * perSector), ...lists]);
}

/** The order of the format: shorter names first, then by upper-case code units. */
function compareNames(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  const [upperA, upperB] = [a.toUpperCase(), b.toUpperCase()];
  return upperA < upperB ? -1 : upperA > upperB ? 1 : 0;
}

/** Makes a binary tree of sorted siblings and gives its root. */
function balance(rows: Row[], indices: number[]): number {
  const middle = indices.length >> 1;
  const index = indices[middle];
  const row = index === undefined ? undefined : rows[index];
  if (index === undefined || row === undefined) return FREE;
  row.left = balance(rows, indices.slice(0, middle));
  row.right = balance(rows, indices.slice(middle + 1));
  return index;
}

function directoryBytes(rows: Row[]): Uint8Array {
  const perSector = SECTOR_BYTES / ENTRY_BYTES;
  const bytes = new Uint8Array(Math.ceil(rows.length / perSector) * SECTOR_BYTES);
  const view = viewOf(bytes);
  for (let index = 0; index < bytes.byteLength / ENTRY_BYTES; index += 1) {
    const at = index * ENTRY_BYTES;
    const row = rows[index];
    const name = (row?.name ?? '').slice(0, 31);
    for (let unit = 0; unit < name.length; unit += 1) view.setUint16(at + unit * 2, name.charCodeAt(unit), true);
    view.setUint16(at + 64, row === undefined ? 0 : (name.length + 1) * 2, true);
    view.setUint8(at + 66, row?.type ?? 0);
    view.setUint8(at + 67, 1);
    view.setUint32(at + 68, row?.left ?? FREE, true);
    view.setUint32(at + 72, row?.right ?? FREE, true);
    view.setUint32(at + 76, row?.child ?? FREE, true);
    if (row !== undefined) setClassId(view, at + 80, row.classId);
    view.setUint32(at + 116, row?.start ?? 0, true);
    view.setUint32(at + 120, row?.sizeBytes ?? 0, true);
  }
  return bytes;
}

function setClassId(view: DataView, at: number, classId: string): void {
  const hex = classId.replaceAll('-', '');
  view.setUint32(at, Number.parseInt(hex.slice(0, 8), 16), true);
  view.setUint16(at + 4, Number.parseInt(hex.slice(8, 12), 16), true);
  view.setUint16(at + 6, Number.parseInt(hex.slice(12, 16), 16), true);
  for (let index = 0; index < 8; index += 1)
    view.setUint8(at + 8 + index, Number.parseInt(hex.slice(16 + index * 2, 18 + index * 2), 16));
}

function words(values: number[], fill: number, count = Math.ceil(values.length / 128) * 128): Uint8Array {
  const bytes = new Uint8Array(count * 4);
  const view = viewOf(bytes);
  for (let index = 0; index < count; index += 1) view.setUint32(index * 4, values[index] ?? fill, true);
  return bytes;
}

function padded(bytes: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(length);
  whole.set(bytes);
  return whole;
}
