import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import { mapFeatures } from './mapFeatures.ts';

export { claimedFeatures } from './claimedFeatures.ts';
export { claimingFiles, type PositionRow } from './positionSql.ts';
export { happenedAt, type ShownPosition } from './happenedAt.ts';
export { statedPositions } from './statedPositions.ts';

export const mapHandlers = {
  'map.features': mapFeatures,
} satisfies Handlers<Extract<OperationName, `map.${string}`>>;
