/** What the verifier answers: every problem with its code, the file it concerns, and one sentence for a person. */
import { type BagSignature, UNSIGNED } from './signature.ts';

export type BagProblemCode =
  // the bag
  | 'not-a-bag'
  | 'bagit-malformed'
  | 'version-unknown'
  | 'encoding-unknown'
  | 'tag-file-unreadable'
  | 'tag-file-malformed'
  | 'manifest-missing'
  | 'manifest-malformed'
  | 'algorithm-unknown'
  | 'algorithm-weak'
  | 'path-unsafe'
  | 'listed-twice'
  | 'file-missing'
  | 'file-unlisted'
  | 'file-altered'
  | 'file-unreadable'
  | 'digest-unread'
  | 'oxum-mismatch'
  | 'fetch-malformed'
  | 'fetch-missing'
  | 'names-collide'
  | 'name-differs'
  | 'system-file'
  | 'beside-the-bag'
  | 'not-canonical'
  | 'signature-bad'
  // the ZIP that holds it
  | 'zip-unreadable'
  | 'zip-truncated'
  | 'zip-trailing'
  | 'zip-hidden'
  | 'zip-overlap'
  | 'zip-duplicate'
  | 'zip-header'
  | 'zip-encrypted'
  | 'zip-method'
  | 'zip-crc'
  | 'zip-bomb'
  | 'zip-name'
  | 'container-altered'
  // the TAR that an archive carries
  | 'tar-header'
  | 'tar-kind'
  | 'tar-truncated'
  | 'tar-trailing'
  | 'tar-bomb';

export interface BagProblem {
  code: BagProblemCode;
  path?: string;
  sentence: string;
}

export interface BagVerdict {
  /** Complete and valid; warnings do not count against it. */
  ok: boolean;
  problems: BagProblem[];
  warnings: BagProblem[];
  /** Payload and tag files whose digest was reckoned, and their bytes. */
  checked: { files: number; bytes: number };
  /** Of the manifests that were used, strongest last. */
  algorithms: string[];
  /** As bagit.txt states it; null where it could not be read. */
  version: string | null;
  /** bag-info.txt, in order. */
  info: [label: string, value: string][];
  signature: BagSignature;
}

/** Collects while checking goes on: one bad file never ends the check of the others. */
export class Findings {
  readonly problems: BagProblem[] = [];
  readonly warnings: BagProblem[] = [];

  problem(code: BagProblemCode, sentence: string, path?: string): void {
    this.problems.push(path === undefined ? { code, sentence } : { code, path, sentence });
  }

  warn(code: BagProblemCode, sentence: string, path?: string): void {
    this.warnings.push(path === undefined ? { code, sentence } : { code, path, sentence });
  }
}

/** Thrown while a file is read; the verifier turns it into a problem of that file. */
export class UnreadableFile extends Error {
  readonly code: BagProblemCode;

  constructor(code: BagProblemCode, sentence: string, options?: { cause?: unknown }) {
    super(sentence, options);
    this.code = code;
  }
}

/** Of what could not be opened as a bag at all. */
export function unreadableVerdict({ problems, warnings }: Findings): BagVerdict {
  return {
    ok: false,
    problems,
    warnings,
    checked: { files: 0, bytes: 0 },
    algorithms: [],
    version: null,
    info: [],
    signature: UNSIGNED,
  };
}
