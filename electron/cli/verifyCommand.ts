/** `probatum bundle verify`: what a bundle is worth, in words; with a vault, its contacts book says whose key signed it. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { partWorth } from '../../shared/domain/custodyPart.ts';
import { signerWords } from '../../shared/domain/identity/verdicts.ts';
import { worth } from '../../shared/domain/identity/whatItProves.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { readAgeHeader } from '../age/index.ts';
import { type BagSignature, type BagVerdict, type KnownKeys, SIGNATURE_COMMAND, verifyBag } from '../bag/index.ts';
import { CustodyCheck, type CustodyVerdict } from '../services/bundle/index.ts';
import { signerOf } from '../services/identity/index.ts';
import { exitCodes } from './exitCodes.ts';
import { type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine } from './output.ts';

interface VerifyOptions extends VaultOptions {
  vault?: string;
  json?: boolean;
}

export function verifyCommand(bundle: Command): void {
  withPassphrase(
    bundle
      .command('verify <path>')
      .description('check a bundle, zipped or unpacked, or the TAR out of an opened archive; needs no vault'),
  )
    .option('--vault <vault>', 'say whose key signed it, as far as the contacts book of this vault knows')
    .option('--json', 'as JSON')
    .action(async (path: string, { vault, json, ...options }: VerifyOptions) => {
      const verdict =
        vault === undefined
          ? await verify(path)
          : await withVault(vault, options, core => {
              const { readable } = core.session.connection;
              return verify(path, key => {
                const signer = signerOf(readable, key);
                return signer.known === 'nobody' ? undefined : signerWords(signer);
              });
            });
      if (json) printJson(verdict);
      else for (const line of verdictLines(verdict)) printLine(line);
      if (!verdict.ok) process.exitCode = exitCodes.failed;
    });
}

interface BundleVerdict extends BagVerdict {
  custody: CustodyVerdict;
}

/** @throws bundle-unreadable */
async function verify(path: string, knownAs?: KnownKeys): Promise<BundleVerdict> {
  try {
    const check = new CustodyCheck();
    const verdict = await verifyBag(resolve(path), { onPiece: check.onPiece, ...(knownAs ? { knownAs } : {}) });
    if (verdict.version === null && (await isSealed(path))) throw unreadable(path, SEALED);
    const custody = check.verdict(knownAs);
    return { ...verdict, ok: verdict.ok && custody.ok, custody };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw unreadable(path, 'it is not there', error);
    if (code === 'EACCES' || code === 'EPERM') throw unreadable(path, 'it may not be read', error);
    throw error;
  }
}

const SEALED =
  'it is sealed with age. “probatum archive inspect” checks it with a key of the vault; or open it with “age -d” and check the TAR that comes out';

/** @param cause what the system said. */
function unreadable(path: string, problem: string, cause?: unknown): ProbatumError {
  return new ProbatumError('bundle-unreadable', { path, problem }, { cause });
}

async function isSealed(path: string): Promise<boolean> {
  return readAgeHeader(createReadStream(path)).then(
    () => true,
    () => false,
  );
}

function verdictLines({ ok, problems, warnings, checked, signature, custody }: BundleVerdict): string[] {
  return [
    ...problems.map(({ sentence }) => `✗ ${sentence}`),
    ...warnings.map(({ sentence }) => `! ${sentence}`),
    // A broken one is among the problems.
    ...(signature.state === 'bad' ? [] : signatureLines(signature)),
    ...custodyLines(custody),
    ok ? `Valid: ${checked.files} files, ${checked.bytes} bytes, each with the digest on record` : 'NOT valid',
  ];
}

function custodyLines({ logs, receipts }: CustodyVerdict): string[] {
  const told = ({ path, ok, sentence }: CustodyVerdict['logs'][number]) => `${ok ? '' : '✗ '}${path}: ${sentence}`;
  if (logs.length === 0) return receipts.map(told);
  return [
    ...logs.map(told),
    `  What that shows: ${partWorth.shows}`,
    `  What it does not: ${partWorth.showsNot}`,
    ...receipts.map(told),
  ];
}

function signatureLines(signature: BagSignature): string[] {
  if (signature.state !== 'valid') return [signature.sentence];
  return [
    signature.sentence,
    `  What that shows: ${worth.signature.shows}`,
    `  What it does not: ${worth.signature.showsNot}`,
    '  The same with public tools, in the folder of the unpacked bundle:',
    `  ${SIGNATURE_COMMAND}`,
  ];
}
