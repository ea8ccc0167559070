export { checkTimestamp, NOT_CHECKED, type TimestampAuthority, type TimestampVerdict } from './checkTimestamp.ts';
export { readTimestampToken, type TimestampToken } from './timestampToken.ts';
