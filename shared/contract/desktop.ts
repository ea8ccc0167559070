/** What a window may ask of the desktop itself (answered in the main process): dialogs and drops, nothing else. */
import { z } from 'zod';
import { GrantedPath } from './grantedPath.ts';

export const desktopContract = {
  'desktop.chooseEvidence': { input: z.object({ kind: z.enum(['files', 'folder']) }), output: z.array(GrantedPath) },
  /** One file of our own making that is read, not admitted. */
  'desktop.chooseFile': {
    input: z.object({ purpose: z.enum(['card', 'receipt', 'timestamp', 'certificate', 'review', 'archive']) }),
    output: GrantedPath.nullable(),
  },
  'desktop.chooseVault': { input: z.object({}), output: GrantedPath.nullable() },
  'desktop.chooseNewVault': { input: z.object({ name: z.string().max(120) }), output: GrantedPath.nullable() },
  'desktop.chooseSaveAs': {
    input: z.object({
      suggestedName: z.string().max(200),
      kind: z.enum(['docx', 'pdf', 'html', 'md', 'zip', 'age', 'txt', 'json', 'svg', 'tsq', 'probatum', 'any']),
    }),
    output: GrantedPath.nullable(),
  },
  /** Paths that the preload read off a drop; the page itself never names one. */
  'desktop.grantDropped': {
    input: z.object({ paths: z.array(z.string().max(4096)).max(10_000) }),
    output: z.array(GrantedPath),
  },
  'desktop.showInFolder': { input: z.object({ grant: z.string() }), output: z.object({}) },
  'desktop.setTheme': { input: z.object({ theme: z.enum(['system', 'light', 'dark']) }), output: z.object({}) },
} as const;
export type DesktopContract = typeof desktopContract;
export type DesktopOperation = keyof DesktopContract;
export type DesktopInput<Name extends DesktopOperation> = z.input<DesktopContract[Name]['input']>;
export type DesktopOutput<Name extends DesktopOperation> = z.output<DesktopContract[Name]['output']>;
