/** What never leaves the vault: in the inspector of an exhibit, and for a case as a whole. */
export { CompartmentOfCase } from './CompartmentOfCase.tsx';
export { CompartmentOfExhibit } from './CompartmentOfExhibit.tsx';
