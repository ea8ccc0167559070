import type { OpenDrawer } from '../drawers.ts';

export const openPdfDrawer: OpenDrawer = async () => {
  throw new Error('to be written');
};
