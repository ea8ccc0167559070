export { ReviewProvider, useReview } from './ReviewProvider.tsx';
export { ReviewSlot, type ReviewTarget } from './ReviewSlot.tsx';
export { ReviewView } from './ReviewView.tsx';
