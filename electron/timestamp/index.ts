export {
  checkTimestamp,
  NOT_CHECKED,
  nameIn,
  type TimestampAuthority,
  type TimestampVerdict,
} from './checkTimestamp.ts';
export { timestampRequest } from './timestampRequest.ts';
export { isWholeAnswer, readTimestampToken, type TimestampToken } from './timestampToken.ts';
