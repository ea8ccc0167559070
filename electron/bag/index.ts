export type { BagProblem, BagProblemCode, BagVerdict } from './bagVerdict.ts';
export { OUR_AGENT } from './ourBags.ts';
export { type VerifyOptions, verifyBag } from './verifyBag.ts';
export { type BagEntry, type BagToWrite, type WrittenBag, writeBag } from './writeBag.ts';
