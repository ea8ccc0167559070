/** What cards, receipts and countersignatures are called on the disk, so that they are told apart in a folder. */

export function cardFileName(card: { name: string; vaultCode: string }): string {
  return plainFileName(`${card.name} ${card.vaultCode} contact card`, 'json');
}

export function receiptFileName(receipt: { vaultCode: string; eventCount: number }, extension: string): string {
  return plainFileName(`${receipt.vaultCode} receipt ${receipt.eventCount}`, extension);
}

export function countersignatureFileName(receipt: { vaultCode: string; eventCount: number }, witness: string): string {
  return plainFileName(`${receipt.vaultCode} receipt ${receipt.eventCount} countersigned by ${witness}`, 'txt');
}

function plainFileName(words: string, extension: string): string {
  const plain = words
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${Array.from(plain).slice(0, 90).join('').trim()}.${extension}`;
}
