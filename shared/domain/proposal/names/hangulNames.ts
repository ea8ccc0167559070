/** Names in Hangul: by a title or a label beside them, or by a family name that begins few other words. Particles are no part of them. */
import { type FoundProposal, proposalAt } from '../proposal.ts';
import { koreanHangul } from './familyNames.ts';

const family = [...koreanHangul].sort((left, right) => right.length - left.length).join('|');
const title =
  '(?:대표이사|대표|사장|부사장|회장|부회장|선장|항해사|기관장|위원장|부위원장|부장|국장|차관|장관|대사|공사|영사|서기관|총리|부총리|교수|박사|기자|대통령|의원|총비서|비서|제1비서|상무|전무|이사|과장|대리|차장|실장|소장|원장|총국장|지배인|총지배인|사령관|대장|상장|중장|소장|대좌|동지|선생|씨|님)';
const label =
  '(?:성명|이름|대표이사|대표자|대표|선장|사장|회장|지배인|총지배인|담당자|연락인|서명인|법정대표자|수하인|송하인|여권소지자)';
const particle = '(?:은|는|이|가|을|를|과|와|의|에게|에게서|께서|도|로|으로|측)';
/** Syllables that given names are mostly made of. */
const given = `[철삼영호수정은일성명국광혁남용태희현설주여종원진선경옥순자숙미향금봉길학승춘룡만택환훈준민서연지우윤재상석동창덕기근규균건강권관교걸갑곤구군궁귀극근금란련렬례록류률리린림만맹면모무문미민백범별병보복본봉부빈산상새색생서섭세소솔송수숙슬승시식신실심아안애양언업엄여역열염엽예오완왕요욱운웅월위유율의이인임자장전절점제조좌중직찬채천청초충치쾌탁탄통판평표필하한함해행헌협형혜홍화황회효후휘흠흥]`;
const edge = '(?<![\\p{Script=Hangul}\\p{L}\\p{N}])';

const RULES: readonly { pattern: RegExp; note: string }[] = [
  {
    pattern: new RegExp(`${edge}(?<name>(?:${family})${given}{2})\\s?(?:[가-힣]{1,8}\\s)?${title}(?![가-힣]{3})`, 'gu'),
    note: 'A title stands behind it.',
  },
  {
    pattern: new RegExp(`${edge}${label}\\s?[:：]\\s?(?<name>(?:${family})${given}{1,2})(?![가-힣])`, 'gu'),
    note: 'A label stands before it.',
  },
  {
    pattern: new RegExp(
      `${edge}(?:대표이사|선장|지배인|총지배인|위원장)\\s(?<name>(?:${family})${given}{2})(?=${particle}?(?![가-힣]))`,
      'gu',
    ),
    note: 'A title stands before it.',
  },
  {
    pattern: new RegExp(`${edge}(?<name>(?:김|박|최|류|렴|림|리)${given}{2})(?=${particle}?(?![가-힣]))`, 'gu'),
    note: 'The form of a Korean name.',
  },
];

/** Words of everyday Korean that have this form. */
const WORDS = new Set(
  '김치는 최고의 최근의 최대의 최소의 최종의 최신의 최상의 최초의 최소한 최대한 최우선 최전선 최전방 최하위 최상위 최고위 박물관 박람회 박사의 리용하 리해관 류동성 림상의 최고인 최고조 최고형 최고봉 최고령 최고직 최고재 최고사 최고지 최장기 최단기 리행의 최고상 리유로 리유는 리익의 최고경 최근일 최소화 최적화 최저임 최저의 최후의 최하의 최혜국 최종본 최종일 최종안 김해시 박해의'.split(
    ' ',
  ),
);

export function findHangulNames(text: string): FoundProposal[] {
  const found: FoundProposal[] = [];
  for (const { pattern, note } of RULES)
    for (const match of text.matchAll(pattern)) {
      const words = match.groups?.['name'] ?? '';
      if (WORDS.has(words)) continue;
      found.push(proposalAt({ kind: 'person', sort: 'person', note }, match.index + match[0].indexOf(words), words));
    }
  return found;
}
