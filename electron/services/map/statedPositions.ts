/** Positions out of statements: one with its own figures, one whose words can be read, or a latitude with its longitude. */
import { shownStatement } from '../../../shared/domain/entity/shownStatement.ts';
import { StatementDetail } from '../../../shared/domain/entity/statement.ts';
import { readCoordinates } from '../../../shared/domain/geo/index.ts';
import { groupBy } from '../../../shared/kernel/groupBy.ts';
import type { PositionRow } from './positionSql.ts';

export interface StatedPosition
  extends Pick<PositionRow, 'statementId' | 'ownerId' | 'ownerSchema' | 'ownerKind' | 'fromOn' | 'toOn'> {
  latitude: number;
  longitude: number;
  datum: NonNullable<StatementDetail['position']>['datum'];
  original: string;
}

export function statedPositions(rows: readonly PositionRow[]): StatedPosition[] {
  const whole = rows.filter(row => row.property === 'position').flatMap(row => wholePosition(row) ?? []);
  const halves = groupBy(
    rows.filter(row => row.property !== 'position'),
    row => row.memberId,
  );
  return [...whole, ...[...halves.values()].flatMap(pairedPositions)];
}

function wholePosition(row: PositionRow): StatedPosition | null {
  const parsed = StatementDetail.safeParse(row.detail);
  const position = (parsed.success ? parsed.data.position : undefined) ?? readWords(row);
  if (!position) return null;
  const { latitude, longitude, datum } = position;
  return { ...ofRow(row), latitude, longitude, datum, original: row.original || row.value };
}

/** What came by import has words alone. Words that leave something open are on no map until a person decides. */
function readWords({ value }: PositionRow): Pick<StatedPosition, 'latitude' | 'longitude' | 'datum'> | null {
  const read = readCoordinates(value);
  const only = read?.question === null ? read.readings[0] : undefined;
  return only ? { latitude: only.latitude, longitude: only.longitude, datum: 'not stated' } : null;
}

/** Of one record: the latitude that is shown with the longitude that is shown. One without its other is no place. */
function pairedPositions(rows: readonly PositionRow[]): StatedPosition[] {
  const weighed = rows.map(row => ({ ...row, id: row.statementId, quality: null, withdrawnAt: null }));
  const north = shownStatement(weighed, 'latitude');
  const east = shownStatement(weighed, 'longitude');
  const latitude = north && toDegrees(north.value, 90);
  const longitude = east && toDegrees(east.value, 180);
  if (!north || !east || latitude === null || longitude === null) return [];
  const original = [north, east].map(one => one.original || one.value).join(', ');
  return [{ ...ofRow(north), latitude, longitude, datum: 'not stated', original }];
}

function ofRow({ statementId, ownerId, ownerSchema, ownerKind, fromOn, toOn }: PositionRow) {
  return { statementId, ownerId, ownerSchema, ownerKind, fromOn, toOn };
}

function toDegrees(value: string, most: number): number | null {
  const text = value.trim().replace(',', '.');
  const degrees = text === '' ? Number.NaN : Number(text);
  return Math.abs(degrees) <= most ? degrees : null;
}
