/** A first mapping for a table, by its headings: what a person would write down at once, and then corrects. */
import { isA, schemaNamed, schemaOrThing } from '../ftm/index.ts';
import { isHalfPosition } from './halfPositions.ts';
import type { MappedEntity, MappedProperty, RowMapping } from './tableMapping.ts';

const LATITUDE = /^(?:lat|latitude|위도|纬度|緯度|широта)$/;
const LONGITUDE = /^(?:lon|long|lng|longitude|경도|经度|經度|долгота)$/;

/** Folded words of headings, with the property that they mean. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:imo|imo ?(?:no|nr|number)|imonumber)$/, 'imoNumber'],
  [/^mmsi/, 'mmsi'],
  [/^call ?sign/, 'callSign'],
  [/^(?:flag|current flag)/, 'flag'],
  [/^(?:name|full name|vessel|vessel name|ship|ship name|company|company name|entity)$/, 'name'],
  [/^(?:alias|aliases|aka|a k a)/, 'alias'],
  [/^(?:dob|date of birth|birth ?date|birth_date)/, 'birthDate'],
  [/^(?:place of birth|birth ?place)/, 'birthPlace'],
  [/^nationalit/, 'nationality'],
  [/^(?:country|countries)$/, 'country'],
  [LATITUDE, 'latitude'],
  [LONGITUDE, 'longitude'],
  [/^(?:ts|time|timestamp|date time|datetime|utc|when|seen)$/, 'date'],
  [/^(?:address|addresses)$/, 'address'],
  [/^(?:passport|passport no|passport number)/, 'passportNumber'],
  [/^(?:registration|reg\.? no|registration number|company number)/, 'registrationNumber'],
  [/^(?:phone|telephone|tel)/, 'phone'],
  [/^e-?mail/, 'email'],
  [/^(?:website|url|web)$/, 'website'],
  [/^(?:notes?|remarks?|comments?|other information|additional information)$/, 'notes'],
  // Korean, Chinese and Russian papers.
  [/^imo ?(?:번호|号|號|编号|編號|номер)$/, 'imoNumber'],
  [/^(?:호출 ?부호|呼号|呼號|позывной)/, 'callSign'],
  [/^(?:선적|기국|선적국|船旗|船籍|флаг)/, 'flag'],
  [
    /^(?:이름|성명|명칭|선명|선박명|회사명|기업명|상호|姓名|名称|名稱|船名|公司名称|公司名稱|имя|фио|название|наименование)$/,
    'name',
  ],
  [
    /^(?:영문 ?(?:이름|성명|명|명칭)|별칭|별명|이명|다른 ?이름|别名|別名|英文名|英文名称|英文名稱|псевдоним|другие имена)/,
    'alias',
  ],
  [/^(?:생년월일|출생일|出生日期|生日|дата рождения)/, 'birthDate'],
  [/^(?:출생지|出生地|место рождения)/, 'birthPlace'],
  [/^(?:국적|国籍|國籍|гражданство)/, 'nationality'],
  [/^(?:국가|나라|国家|國家|страна)$/, 'country'],
  [/^(?:주소|地址|адрес)/, 'address'],
  [/^(?:여권(?: ?번호)?|护照(?:号|号码)?|護照(?:號|號碼)?|(?:номер )?паспорта?)$/, 'passportNumber'],
  [
    /^(?:(?:사업자 ?|법인 ?)?등록 ?번호|注册号|註冊號|登记号|登記號|统一社会信用代码|огрн|регистрационный номер)/,
    'registrationNumber',
  ],
  [/^(?:전화|电话|電話|телефон)/, 'phone'],
  [/^(?:이메일|전자 ?우편|电子邮件|電子郵件|электронная почта)/, 'email'],
  [/^(?:일시|날짜|일자|시각|时间|時間|日期|дата|дата и время)$/, 'date'],
  [/^(?:비고|메모|备注|備註|примечани)/, 'notes'],
];
const SCHEMA_TELLS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:imo|mmsi|vessel|ship|call ?sign|flag|tonnage)\b|선박|선명|선적|호출 ?부호|船|呼号|呼號|судн|позывн/, 'Vessel'],
  [
    /\b(?:birth|dob|passport|nationalit\w*|first name|last name|surname)\b|성명|생년|출생|여권|국적|姓名|出生|护照|護照|国籍|國籍|фио|рожден|паспорт|гражданств/,
    'Person',
  ],
  [
    /\b(?:company|registration|incorporat\w*|reg\.? no)\b|회사|기업|상호|사업자|법인|公司|注册|註冊|компани|огрн/,
    'Company',
  ],
];
const IDENTIFYING = ['imoNumber', 'registrationNumber', 'passportNumber', 'idNumber', 'mmsi'];

/** As a person would type it. */
function folded(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

export function guessSchema(headings: readonly string[]): string {
  // Where something was, and when: a position report.
  const words = headings.map(folded);
  if (words.some(word => LATITUDE.test(word)) && words.some(word => LONGITUDE.test(word))) return 'Event';
  const counts = SCHEMA_TELLS.map(([pattern, schema]) => ({
    schema,
    count: headings.filter(heading => pattern.test(folded(heading))).length,
  }));
  const best = counts.reduce((left, right) => (right.count > left.count ? right : left));
  return best.count > 0 ? best.schema : 'LegalEntity';
}

/** The property of a schema that a heading means: its own name or label, or the usual words; null where none is seen. */
export function propertyOfHeading(schema: string, heading: string): string | null {
  const words = folded(heading);
  const properties = schemaNamed(schema)?.properties ?? new Map();
  for (const { name, label, isStub, type } of properties.values())
    if (
      !isStub &&
      type !== 'entity' &&
      (name.toLowerCase() === words.replaceAll(' ', '') || label.toLowerCase() === words)
    )
      return name;
  const meant = MEANINGS.find(([pattern]) => pattern.test(words))?.[1];
  if (meant === undefined) return null;
  return properties.has(meant) || isHalfPosition(schema, meant) ? meant : null;
}

export function guessMapping(headings: readonly string[]): RowMapping {
  const schema = guessSchema(headings);
  const properties = headings.flatMap((column): MappedProperty[] => {
    const property = propertyOfHeading(schema, column);
    return property === null ? [] : [fromColumn(property, column)];
  });
  // A name is no identification: without a number, each row is somebody new.
  const key = IDENTIFYING.flatMap(name => properties.find(({ property }) => property === name) ?? [])[0];
  const mapped: MappedEntity = {
    key: schemaOrThing(schema).label.toLowerCase(),
    schema,
    keyColumns: key?.column ? [key.column] : [],
    properties,
  };
  return { entities: [mapped, ...guessOwner(mapped, headings)] };
}

/** The owner of an asset stands in a column of its own; whether it is a person or a company the heading does not say. */
function guessOwner({ key, schema }: MappedEntity, headings: readonly string[]): MappedEntity[] {
  const column = headings.find(heading =>
    /^(?:registered |beneficial |current )?owner(?: name)?$/.test(folded(heading)),
  );
  if (column === undefined || !isA(schema, 'Asset')) return [];
  const since = headings.find(heading => /^(?:since|owner since|owned since)$/.test(folded(heading)));
  const side = (property: string, entity: string) => ({ property, column: null, literal: '', split: '', entity });
  return [
    { key: 'owner', schema: 'LegalEntity', keyColumns: [], properties: [fromColumn('name', column)] },
    {
      key: 'ownership',
      schema: 'Ownership',
      keyColumns: [],
      properties: [
        side('owner', 'owner'),
        side('asset', key),
        ...(since === undefined ? [] : [fromColumn('startDate', since)]),
      ],
    },
  ];
}

function fromColumn(property: string, column: string): MappedProperty {
  return { property, column, literal: '', split: '', entity: '' };
}
