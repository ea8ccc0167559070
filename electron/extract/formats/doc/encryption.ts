/** Opens Word documents that are protected with a password. */
import { viewOf } from '../../cfbSectors.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import { decryptBlocks, openBlockCipher } from '../ole/rc4.ts';

const BLOCK_BYTES = 512;
/** The beginning of the document's header is never encrypted. */
const OPEN_BYTES = 68;
const IS_OBFUSCATED = 0x8000;

export async function decryptWord(
  main: Uint8Array,
  table: Uint8Array,
  password: string | undefined,
): Promise<{ main: Uint8Array; table: Uint8Array }> {
  if ((viewOf(main).getUint16(10, true) & IS_OBFUSCATED) !== 0) {
    throw new ExtractionFailure(
      'password-needed',
      'The document is protected by an old obfuscation that is not supported; ask for an unprotected copy.',
    );
  }
  // How the document is encrypted is said at the head of the table stream, in the clear.
  const cipher = openBlockCipher(table, password);
  const plain = decryptBlocks(cipher, main, BLOCK_BYTES);
  plain.set(main.subarray(0, OPEN_BYTES));
  return { main: plain, table: decryptBlocks(cipher, table, BLOCK_BYTES) };
}
