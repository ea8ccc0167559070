/** Family names as data: which words may begin a Korean or a Chinese name, in four scripts. A name is never told by these alone. */
import familyData from '../../../data/familyNames.json';

const korean = familyData.korean as unknown as readonly (readonly [string[], string[], string[], string[]])[];

/** Folded for comparing: small letters, one kind of apostrophe. */
export function plainLatin(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’ʻʼ`´]/g, "'")
    .toLowerCase();
}

export const koreanHangul: ReadonlySet<string> = new Set(korean.flatMap(([hangul]) => hangul));
export const koreanLatin: ReadonlySet<string> = new Set(korean.flatMap(([, , latin]) => latin.map(plainLatin)));
export const koreanCyrillic: ReadonlySet<string> = new Set(korean.flatMap(([, , , cyrillic]) => cyrillic));
/** First characters of names in Han, Korean and Chinese ones. */
export const hanFamilies: ReadonlySet<string> = new Set([...familyData.han, ...korean.flatMap(([, hanja]) => hanja)]);
export const pinyinFamilies: ReadonlySet<string> = new Set(familyData.pinyin.map(plainLatin));

/** Romanised family names that hardly any other language has for a word or a name: two plausible syllables behind one are enough. */
export const tellingKoreanLatin: ReadonlySet<string> = new Set(
  `kim ri rhee pak choe choi ch'oe jang ryu rim kwon hwang ryang paek baek hyon ryom yun yoon kang jong jung jeong chong kwak
  myong myung kyong thae namgung namkoong hwangbo sunwoo jegal tokko dokgo maeng seo paik byun kil`
    .split(/\s+/)
    .filter(Boolean),
);

/** Syllables that given names are mostly made of, as romanised in the North and in the South. */
export const givenSyllables: ReadonlySet<string> = new Set(
  `bae beom bok bom bong byol chan chang cheol cheon cho choe choi chol chon chong chu chul chun dae dan do dok dong eon eun gang geon
  geun gi gil gon gu guk gum gun gwang gwi gwon gyeong gyong gyu gyun ha hae haeng hak han hang he heon heui ho hon hong hu hui huh
  hun hwa hwan hye hyeok hyeon hyo hyok hyon hyong hyuk hyun hyung il im in ja jae jang je jeong ji jin jo jon jong joo joon jop
  ju jun jung kang ki kil kon kuk kum kun kwan kwang kwi kwon kyo kyong kyu kyun kyung mi min mo mok mu mun myo myong myung nam
  nyo ok on ong ou pae phil pil pok pom pong pyo pyol pyong pyung rak ran re ri rim rin ro rok rong ru ryol ryon ryong ryul sam
  san sang se seo seok seol seon seong seung sik sil sim sin so sok sol son song sook soo soon su suk sun sung tae taek thae to
  tok ton tong u ui un ung wan wi woo wol won woong ye yeon yeong yo yol yon yong yoo yool yoon you young yu yuk yul yun yung`
    .split(/\s+/)
    .filter(Boolean),
);
