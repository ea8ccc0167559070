/**
 * Organisations: names that end or begin with the form of a company, and what is called a bank or a ministry. The form is part of
 * the name, since papers tell two firms apart by it.
 */
import { type FoundProposal, proposalAt } from './proposal.ts';
import type { Scripts } from './scripts.ts';

/** A form inside a name would join two firms to one. */
const noForm = '(?!(?:Ltd|LTD|Limited|LLC|LLP|Inc|Corp|Pte|GmbH|Co)(?![\\p{L}\\p{N}]))';
const word = `(?:${noForm}\\p{Lu}[\\p{L}\\d'’-]{0,30}(?:\\.\\p{L}{1,12}){0,3}|\\d{1,4}|\\p{Lu}&\\p{Lu}|(?:\\p{Lu}\\.){1,3})`;
const link = '(?:&|and|of|for|the|de|du|des|di|do|da|y|e|und|et)';
const plain = "\\p{Lu}[\\p{L}’'-]{1,30}";
const wordsBefore = `${word}(?:[ ](?:${link}[ ]){0,2}${word}){0,6}`;
/** Forms that hardly stand anywhere but behind a name. */
const form =
  '(?:Co\\.?,? ?(?:Ltd|LTD|Limited|LIMITED)|CO\\.?,? ?(?:LTD|LIMITED)|Company,? (?:Limited|Ltd)|COMPANY,? (?:LIMITED|LTD)|Pte\\.? ?Ltd|PTE\\.? ?LTD|Pty\\.? ?Ltd|PTY\\.? ?LTD|Pvt\\.? ?Ltd|Sdn\\.? ?Bhd|SDN\\.? ?BHD|Ltd|LTD|Limited|LIMITED|L\\.L\\.C|LLC|L\\.L\\.P|LLP|Inc|INC|Incorporated|Corp|CORP|PLC|Plc|GmbH(?: & Co\\.? KG)?|AG|S\\.A\\.R\\.L|SARL|S\\.à r\\.l|S\\.p\\.A|SpA|S\\.A|N\\.V|B\\.V|JSC|OJSC|CJSC|PJSC|K\\.K|FZE|FZCO|FZ-LLC|DMCC|Oyj?|ApS|Kft|d\\.o\\.o|Sp\\. z o\\.o|Ltda|Lda|Tbk|a\\.s|s\\.r\\.o)';
/** Words that make a name only together with others before them. */
const kindOf =
  '(?:Corporation|CORPORATION|Company|COMPANY|Conglomerate|Consortium|Enterprises?|Holdings?|Shipping Lines?|Steamship|Trading House|Joint Venture|General Bureau|Foundation)';
const bank = '(?:Bank|BANK)';
const edge = '(?<![\\p{L}\\p{N}&@.])';
const end = '(?![\\p{L}\\p{N}])';

interface Rule {
  pattern: RegExp;
  sort: 'company' | 'public body' | 'organization';
  note: string;
}
const FORM = 'The form of a company stands in it.';

const LATIN: readonly Rule[] = [
  {
    pattern: new RegExp(`${edge}(?<name>${wordsBefore},?[ ]\\(?${form}${end}\\.?)`, 'gu'),
    sort: 'company',
    note: FORM,
  },
  {
    pattern: new RegExp(`${edge}(?<name>${word}(?:[ ](?:${link}[ ])?${word}){1,5}[ ]${kindOf})${end}`, 'gu'),
    sort: 'company',
    note: 'The word for a company ends it.',
  },
  {
    pattern: new RegExp(`${edge}(?<name>${word}(?:[ ](?:${link}[ ])?${word}){0,4}[ ]${bank})${end}`, 'gu'),
    sort: 'company',
    note: 'It is called a bank.',
  },
  {
    pattern: new RegExp(`${edge}(?<name>Bank of ${word}(?:[ ]${word}){0,2})`, 'gu'),
    sort: 'company',
    note: 'It is called a bank.',
  },
  {
    pattern: new RegExp(
      `${edge}(?<name>(?:Ministry|Department|Bureau|General Bureau|State Administration|Administration|Supreme Court|Munitions Industry Department|Academy) of (?:the )?${plain}(?: ${plain}){0,3}(?:(?:, ${plain}(?: ${plain}){0,2}){0,3},? (?:and|of)(?: the)? ${plain}(?: ${plain}){0,2})?)`,
      'gu',
    ),
    sort: 'public body',
    note: 'It is called an office of a state.',
  },
  {
    pattern: new RegExp(`${edge}(?<name>(?:OOO|ZAO|OAO|PAO|JSC|AO) [«“"][^»”"\\r\\n]{2,60}[»”"])`, 'gu'),
    sort: 'company',
    note: FORM,
  },
];
const HANGUL: readonly Rule[] = [
  {
    pattern:
      /(?<name>(?:주식회사|㈜|\(주\)|유한회사|합자회사)\s?[가-힣A-Za-z0-9]{2,20}?)(?=(?:은|는|이|가|을|를|의|와|과|에|에서|에게|측)?(?![가-힣A-Za-z0-9]))/gu,
    sort: 'company',
    note: FORM,
  },
  {
    pattern:
      /(?<![가-힣])(?<name>[가-힣A-Za-z0-9]{2,20}(?:(?<![은는을를의에이가와과])\s)?(?:주식회사|㈜|\(주\)|유한회사))(?=[은는이가을를의와과]?(?![가-힣]))/gu,
    sort: 'company',
    note: FORM,
  },
  {
    pattern:
      /(?<![가-힣])(?<name>[가-힣]{2,14}(?:무역회사|총회사|해운회사|상사|합영회사|합작회사|개발회사|무역총국|총국))(?=(?:은|는|이|가|을|를|의|와|과|에|에서)?(?![가-힣]))/gu,
    sort: 'company',
    note: FORM,
  },
  {
    pattern: /(?<![가-힣])(?<name>[가-힣]{2,12}은행)(?=(?:은|이|을|의|과|에|에서)?(?![가-힣]))/gu,
    sort: 'company',
    note: 'It is called a bank.',
  },
  {
    pattern:
      /(?<![가-힣])(?<name>(?:외무|국방|재정|대외경제|무역|해운|육해운|보건|내각|인민무력|국토해양|외교|통일|법무|기획재정|산업통상자원|해양수산)(?:성|부|위원회|사무국))(?=(?:은|는|이|가|을|를|의|와|과|에|에서)?(?![가-힣]))/gu,
    sort: 'public body',
    note: 'It is called an office of a state.',
  },
];
const HAN: readonly Rule[] = [
  {
    pattern:
      /(?<name>[\p{Script=Han}（）()A-Z]{2,24}?(?:股份有限公司|有限责任公司|有限責任公司|集团有限公司|集團有限公司|有限公司|株式会社|株式會社|合同会社))/gu,
    sort: 'company',
    note: FORM,
  },
  {
    pattern: /(?<name>(?:株式会社|㈱|有限会社)[\p{Script=Han}\p{Script=Katakana}ーA-Z]{2,20})/gu,
    sort: 'company',
    note: FORM,
  },
  {
    pattern: /(?<!\p{Script=Han})(?<name>[\p{Script=Han}]{2,12}银行)(?!\p{Script=Han}{0,4}(?:账|卡|转|存))/gu,
    sort: 'company',
    note: 'It is called a bank.',
  },
];
const CYRILLIC: readonly Rule[] = [
  {
    pattern: /(?<![\p{L}])(?<name>(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ФГУП|ГУП|МУП|ТОО|ЧП|АКБ) ?[«"“„][^»"”\r\n]{2,70}[»"”])/gu,
    sort: 'company',
    note: FORM,
  },
  {
    pattern:
      /(?<![\p{L}])(?<name>(?:[Кк]омпани\p{Ll}{1,2}|[Бб]анк\p{Ll}{0,2}|[Кк]орпораци\p{Ll}{1,2}) [«"“„](?:[^»"”\r\n]{2,60})[»"”])/gu,
    sort: 'company',
    note: 'The word for a company stands before it.',
  },
  {
    pattern:
      /(?<![\p{L}])(?<name>Министерств\p{Ll}{1,2} \p{Ll}{4,20}(?: (?:и \p{Ll}{4,20}|\p{Ll}{4,20}))?(?: (?:Российской Федерации|РФ|КНДР))?)/gu,
    sort: 'public body',
    note: 'It is called an office of a state.',
  },
];

/** Words that begin a sentence or a line before a name, and are no part of it. */
const LEADING =
  /^(?:The|A|An|In|On|At|By|For|From|To|With|And|Or|But|Of|As|If|When|While|Where|This|That|These|Those|Its|His|Her|Their|Our|Your|Any|All|Both|Each|Via|Per|Under|Through|After|Before|Between|Dear|Messrs\.?|M\/s|Said|Also|However|According|Shipper|Consignee|Buyer|Seller|Notify|Party|Beneficiary|Applicant|Owner|Manager|Operator|Name|Company|Address|Copyright|Published|Incorporated|Chairman|President|Director|Subject|Re|Tel|Fax|©|\d{1,4})(?= )/u;
/** A whole match that is only the words for an organisation in general. */
const GENERIC =
  /^(?:(?:The |Our |Your |This |Each |Any |No |Trading |Shipping |Parent |Holding |Holdings |Liability |LIMITED |LIABILITY |Insurance |Private |Public |Limited |Joint |Stock |Foreign |State |National |Local |Central |Investment |Commercial |Savings |World |Power |Data |Memory |Food |Blood |River |West |Left |Right |South |North |General )*)(?:Company|COMPANY|Corporation|CORPORATION|Bank|BANK|Foundation|Holdings?|Enterprises?|Ltd\.?|Limited|Inc\.?|Co\.?,? Ltd\.?|Corp\.?|AG|LLC)$/u;

export function findOrganizations(text: string, { latin, hangul, han, cyrillic }: Scripts): FoundProposal[] {
  const rules = [
    ...(latin ? LATIN : []),
    ...(hangul ? HANGUL : []),
    ...(han ? HAN : []),
    ...(cyrillic ? CYRILLIC : []),
  ];
  return rules.flatMap(({ pattern, sort, note }) =>
    [...text.matchAll(pattern)].flatMap(match => {
      const name = match.groups?.['name'] ?? '';
      const words = withoutLead(name);
      if (words.length < 4 || GENERIC.test(words)) return [];
      return [
        proposalAt(
          { kind: 'organization', sort, note },
          match.index + match[0].lastIndexOf(name) + name.length - words.length,
          words,
        ),
      ];
    }),
  );
}

/** In Chinese a name stands within its sentence: what is before the last of these is not taken. */
const HAN_LEAD = /^.*(?:[与與向由被从從给給将將的了该該及]|公司|根据|根據|通过|通過|关于|關於|以及|或者)(?=.{6,}$)/u;

function withoutLead(name: string): string {
  let words = name;
  if (/^\p{Script=Han}/u.test(words)) return words.replace(HAN_LEAD, '');
  for (let next = ''; next !== words; ) {
    next = words;
    words = words.replace(LEADING, '').trimStart();
  }
  return words;
}
