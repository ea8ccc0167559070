/** The text of a generated page: Latin sentences, a Korean paragraph and a line of Chinese characters; some 270 words. */
import { seededRandom } from './seededRandom.ts';
import { drawWord, withParticle, type WordStock } from './wordStock.ts';

const latinWords = 220;
const koreanWords = 30;
const hanCharacters = 20;
const wordsPerLine = 12;

/** Each number has its page, whoever asks, so that any part of a million can be made on its own. */
export function generatedLines(stock: WordStock, seed: number, page: number): string[] {
  const random = seededRandom(seed * 1_000_003 + page);
  const lines: string[] = [];
  const line: string[] = [];
  let startsSentence = true;
  for (let count = 0; count < latinWords; count += 1) {
    const word = drawWord(stock.latin, random);
    const ends = random() < 0.07;
    line.push((startsSentence ? word.charAt(0).toUpperCase() + word.slice(1) : word) + (ends ? '.' : ''));
    startsSentence = ends;
    if (line.length === wordsPerLine) lines.push(line.splice(0).join(' '));
  }
  if (line.length > 0) lines.push(line.join(' '));
  const korean = Array.from({ length: koreanWords }, () => withParticle(drawWord(stock.korean, random), random));
  for (let at = 0; at < korean.length; at += 10) lines.push(korean.slice(at, at + 10).join(' '));
  lines.push(Array.from({ length: hanCharacters }, () => drawWord(stock.han, random)).join(''));
  return lines;
}

export function generatedText(stock: WordStock, seed: number, page: number): string {
  return generatedLines(stock, seed, page).join('\n');
}
