/** Conversations by mail: what answers what, with the gaps. */
export { ThreadOfExhibit } from './ThreadOfExhibit.tsx';
