export type { BagEntry, BagToFill } from './bagContents.ts';
export { type BagProblem, type BagProblemCode, type BagVerdict, UnreadableFile } from './bagVerdict.ts';
export { OUR_AGENT } from './ourBags.ts';
export {
  BAG_NAMESPACE,
  type BagSignature,
  type KnownKeys,
  SIGNATURE_COMMAND,
  SIGNATURE_FILE,
  SIGNED_FILE,
  type SignBag,
} from './signature.ts';
export { readTar, TAR_LIMITS, type TarLimits, type TarMember } from './tar/readTar.ts';
export { type BagToStream, type SizedEntry, tarBag } from './tar/tarBag.ts';
export { type TarEntry, tarStream } from './tar/tarStream.ts';
export { type TarBagOptions, verifyTarBag } from './tar/verifyTarBag.ts';
export { type VerifyOptions, verifyBag } from './verifyBag.ts';
export { type BagToWrite, type WrittenBag, writeBag } from './writeBag.ts';
