/** Names in Han characters: a family name with one or two more, only beside a title or a label, since any characters may follow each other. */
import { type FoundProposal, proposalAt } from '../proposal.ts';
import { hanFamilies } from './familyNames.ts';

const family = `(?:${[...hanFamilies].sort((left, right) => right.length - left.length).join('|')})`;
const title =
  '(?:先生|女士|小姐|船长|船長|大副|经理|經理|总经理|總經理|董事长|董事長|董事|总裁|總裁|主席|副主席|部长|部長|副部长|局长|局長|大使|委员长|委員長|国务委员|博士|教授|同志|社長|会長|會長|専務|常務|氏|さん|様)';
const label =
  '(?:姓名|氏名|名前|法定代表人|法人代表|代表人|代表者|负责人|負責人|联系人|聯絡人|聯繫人|联络人|船长|船長|董事|股东|股東|经理|經理|总经理|收货人|收件人|签字人|授权人|経営者)';
const han = '\\p{Script=Han}';

const RULES: readonly { pattern: RegExp; note: string }[] = [
  {
    pattern: new RegExp(`(?<!${han})(?<name>${family}${han}{1,2})\\s?${title}`, 'gu'),
    note: 'A title stands behind it.',
  },
  {
    pattern: new RegExp(`${label}\\s?[:：]\\s?(?<name>${family}${han}{1,3})(?!${han})`, 'gu'),
    note: 'A label stands before it.',
  },
];

export function findHanNames(text: string): FoundProposal[] {
  return RULES.flatMap(({ pattern, note }) =>
    [...text.matchAll(pattern)].map(match => {
      const words = match.groups?.['name'] ?? '';
      return proposalAt({ kind: 'person', sort: 'person', note }, match.index + match[0].indexOf(words), words);
    }),
  );
}
