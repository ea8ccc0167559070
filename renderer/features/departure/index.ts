/** What leaves: for whom, what stays and why, what the files tell, and the record of what left. */
export { AudienceField } from './AudienceField.tsx';
export { DepartureHistory } from './DepartureHistory.tsx';
export { DisclosureField } from './DisclosureField.tsx';
export { RecipientField, useRecipient } from './RecipientField.tsx';
export { StaysList } from './StaysList.tsx';
export { TracesList } from './TracesList.tsx';
