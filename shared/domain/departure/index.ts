export { type Audience, AudienceId, audienceIds, audiences, mayHave, whyNot } from './audience.ts';
export { everything, LeavingChoice, Sending } from './choice.ts';
export {
  Departure,
  DepartureItem,
  DepartureKind,
  DepartureList,
  departureListLines,
  departureListText,
  DepartureStay,
  departureWords,
  Recipient,
  SourceDisclosure,
} from './departure.ts';
export { type LeavingRules, type LeavingThing, select, type Selected, type Stay, whyStays } from './selection.ts';
export { StayingNames } from './stayingNames.ts';
export { type Trace, type TraceKind, traceKinds, tracesOf } from './traces.ts';
