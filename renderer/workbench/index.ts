/** What every feature works within: where one is, what can be done, taken back and told. */
export { type Chosen, ChosenProvider, useChosen } from './ChosenProvider.tsx';
export { ClaimInHandProvider, type ClaimInHand, type HeldClaim, useClaimInHand } from './ClaimInHand.tsx';
export { CommandsProvider, useAllCommands, useCommands, useRunCommand } from './CommandsProvider.tsx';
export type { Command } from './commandRegistry.ts';
export type { Place } from './place.ts';
export { type Navigation, RouteProvider, useNavigate, useRoute } from './RouteProvider.tsx';
export type { PlaceId, ReadingTarget, Route } from './route.ts';
export { type ShownToast, type ToastMessage, ToastProvider, useShownToasts, useToast } from './ToastProvider.tsx';
export { type Undo, UndoProvider, useUndo } from './UndoProvider.tsx';
export type { UndoableStep } from './undoStack.ts';
