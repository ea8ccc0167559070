/**
 * A place on the disk that a person chose in a dialog or dropped on the window. The renderer holds only the token;
 * the path behind it stays in the core, so a page that was taken over cannot name files of its own choosing.
 */
import { z } from 'zod';

export const GrantedPath = z.object({ grant: z.string().max(100), name: z.string().max(4096) });
export type GrantedPath = z.infer<typeof GrantedPath>;
