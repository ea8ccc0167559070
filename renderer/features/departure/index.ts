/** What leaves: for whom, what stays and why, what the files tell, and the record of what left. */
export { AudienceField } from './AudienceField.tsx';
export { DepartureHistory } from './DepartureHistory.tsx';
export { DisclosureField } from './DisclosureField.tsx';
export { FormatChoice } from './FormatChoice.tsx';
export { MarksField } from './MarksField.tsx';
export { RecipientField, useRecipient } from './RecipientField.tsx';
export { SavingState } from './SavingState.tsx';
export { SendingFields, useSending, type UseSending } from './SendingFields.tsx';
export { StaysList } from './StaysList.tsx';
export { StaysNotice } from './StaysNotice.tsx';
export { TracesList } from './TracesList.tsx';
export { type Saving, useSaving, type Written } from './useSaving.ts';
