import type { OpenDrawer } from '../drawers.ts';

export const openPictureDrawer: OpenDrawer = async () => {
  throw new Error('to be written');
};
