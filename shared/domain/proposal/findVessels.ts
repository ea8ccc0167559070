/** Names of vessels: behind the prefix of a ship, in quotation marks beside the word for one, or in capitals beside an IMO number. */
import { type FoundProposal, proposalAt } from './proposal.ts';
import type { Scripts } from './scripts.ts';

const capitals =
  "\\p{Lu}[\\p{Lu}\\d'’-]{0,24}\\.?(?: (?:NO\\. ?\\d{1,4}|No\\. ?\\d{1,4}|[\\p{Lu}\\d][\\p{Lu}\\d'’-]{0,24})){0,3}";
const titled = "\\p{Lu}[\\p{L}'’-]{1,20}(?: (?:No\\. ?\\d{1,4}|\\d{1,4}|\\p{Lu}[\\p{L}\\d'’-]{0,24})){0,3}";
const quoted = '[“"«‘\'](?<quoted>[^”"»’\'\\r\\n]{2,40})[”"»’\']';
/** Before a number `MT` is a metric ton; `MS` and `SS` alone are too many other things. */
const prefix = '(?:M/V|M\\.V\\.|MV|m/v|M/T|M\\.T\\.|MT|m/t|S/S|M/S|F/V|LPG/C|LNG/C|T/B)';
const ship =
  '(?:[Mm]otor (?:[Vv]essel|[Tt]anker)|[Vv]essel|VESSEL|[Tt]anker|[Cc]argo ship|[Bb]ulk carrier|[Ff]ishing vessel|[Cc]ontainer ship|[Tt]ugboat|[Ff]reighter)s?';
const number = '(?:[ ,;]{0,2}\\(? ?IMO)';

const RULES: readonly { pattern: RegExp; note: string }[] = [
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}/])(?<!\\d[\\d,. ]{0,3})${prefix}\\.? ?(?:${quoted}|(?<name>${capitals}))(?![\\p{Ll}])`,
      'gu',
    ),
    note: 'The prefix of a ship stands before it.',
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}/])(?<!\\d[\\d,. ]{0,3})(?:M/V|M/T|MV) (?<name>${titled})`, 'gu'),
    note: 'The prefix of a ship stands before it.',
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}])${ship} (?:(?:named|called|is|was|will be) )?(?:${quoted}|(?<name>${capitals}))(?![\\p{Ll}])`,
      'gu',
    ),
    note: 'The word for a ship stands before it.',
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?<name>${capitals}|${titled})(?=${number} ?(?:[Nn]o\\.?|[Nn]umber|#)?:? ?\\d{7})`,
      'gu',
    ),
    note: 'An IMO number stands behind it.',
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}])(?:Vessel(?:’s|'s)? name|Name of (?:the )?(?:vessel|ship)|Ship(?:’s|'s)? name|VESSEL NAME|SHIP NAME)[ \\t]*[:：][ \\t]*(?:${prefix}\\.? ?)?(?:${quoted}|(?<name>${capitals}|${titled}))`,
      'gu',
    ),
    note: 'A label stands before it.',
  },
];
const HANGUL: readonly { pattern: RegExp; note: string }[] = [
  {
    pattern: /[‘“'"「『](?<name>[^’”'"」』\r\n]{2,20})[’”'"」』]\s?호(?![가-힣]{2})/gu,
    note: 'The word for a ship stands behind it.',
  },
  {
    pattern:
      /(?<![가-힣])(?:선박|화물선|유조선|어선|상선|무역선)\s?[‘“'"]?(?<name>[가-힣A-Z][가-힣A-Za-z0-9 ]{0,12}?)\s?호(?=[’”'"는은가이를의에로와과,. )(]|$)/gu,
    note: 'The word for a ship stands before it.',
  },
  {
    pattern: /(?:선명|선박명|배이름)\s?[:：]\s?(?<name>[가-힣A-Z][가-힣A-Za-z0-9 -]{1,20})/gu,
    note: 'A label stands before it.',
  },
];
const HAN: readonly { pattern: RegExp; note: string }[] = [
  {
    pattern:
      /[“「『"](?<name>[^”」』"\r\n]{2,14}?)(?:[号號轮輪]|丸)?[”」』"]\s?(?:[号號轮輪](?!码|碼)|油轮|油輪|货轮|貨輪|船)/gu,
    note: 'The word for a ship stands beside it.',
  },
  {
    pattern: /船名\s?[:：]\s?(?<name>[\p{Script=Han}A-Z][\p{Script=Han}A-Za-z0-9 -]{1,24})/gu,
    note: 'A label stands before it.',
  },
];
const CYRILLIC: readonly { pattern: RegExp; note: string }[] = [
  {
    pattern:
      /(?<![\p{L}])(?:[Тт]\/х|[Тт]еплоход\p{Ll}{0,3}|[Тт]анкер\p{Ll}{0,3}|[Сс]удн\p{Ll}{1,3}|[Сс]ухогруз\p{Ll}{0,3}|[Бб]алкер\p{Ll}{0,3}|[Кк]орабл\p{Ll}{1,3}) ?[«"“„](?<name>[^»"”\r\n]{2,40})[»"”]/gu,
    note: 'The word for a ship stands before it.',
  },
];

/** Words in capitals that papers have beside ships and that are none. */
const NO_NAMES =
  /^(?:THE|AND|OF|IMO|IMO NUMBER|NAME|OWNER|OWNERS|MASTER|FLAG|TYPE|SHALL|MUST|MAY|WILL|IS|IN|TO|FOR|NO|NUMBER|DETAILS|PARTICULARS|VESSEL|SHIP|VESSELS|TANKER|MMSI|DWT|GT|CALL|SIGN|THIS|THAT|COAL|DIESEL|CARGO|TBN|N\/?A|NIL|DPRK|UN|US|EU|UK|ID|A|I|X)\b\.?(?:\s|$)/u;
/** What stands before a name in a line of capitals. */
const HEAD = /^(?:(?:THE|The|MV|MT|M\.V\.|VESSEL|Vessel|SHIP|Ship|TANKER|Tanker|AND|And|OF|FROM|From|TO|BY) )+/u;
/** What follows it. */
const TAIL =
  / (?:IMO|FLAG|MMSI|VOY|VOYAGE|V\.|DWT|BUILT|FROM|TO|AT|AND|WITH|LOADED|CALL|SIGN|IS|WAS|ETA|ETD)(?: .*)?$/u;

export function findVessels(text: string, { latin, hangul, han, cyrillic }: Scripts): FoundProposal[] {
  const rules = [
    ...(latin ? RULES : []),
    ...(hangul ? HANGUL : []),
    ...(han ? HAN : []),
    ...(cyrillic ? CYRILLIC : []),
  ];
  return rules.flatMap(({ pattern, note }) =>
    [...text.matchAll(pattern)].flatMap(match => {
      const { name = match.groups?.['quoted'] ?? '' } = match.groups ?? {};
      const words = name
        .replace(HEAD, '')
        .replace(TAIL, '')
        .replace(/[ .'’-]+$/u, '');
      if (words.length < 2 || NO_NAMES.test(words) || !/\p{L}{2}/u.test(words)) return [];
      const start = match.index + match[0].lastIndexOf(name) + name.indexOf(words);
      return [proposalAt({ kind: 'vessel', sort: 'vessel', note }, start, words)];
    }),
  );
}
