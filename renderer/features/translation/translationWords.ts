/** Translations in words, and what a new one starts from. Pure. */
import {
  describeTranslation,
  type Translation,
  type TranslationDetails,
  TranslationMethod,
  translationMethodWords,
} from '../../../shared/domain/translation.ts';

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

export function languageName(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Those of the United Nations, and of the neighbours that these cases are most often about. */
const offered = ['en', 'fr', 'es', 'ar', 'ru', 'zh', 'ko', 'ja', 'de', 'pt', 'vi', 'ms', 'id', 'th'];

/** With the one that is set, whichever it is. */
export function languageOptions(current: string): { value: string; label: string }[] {
  const tags = offered.includes(current) ? offered : [current, ...offered];
  return tags.map(value => ({ value, label: languageName(value) }));
}

export const methodOptions = TranslationMethod.options.map(value => ({
  value,
  label: translationMethodWords[value].replace(/^./, letter => letter.toUpperCase()),
}));

export const newDetails: TranslationDetails = {
  language: 'en',
  translator: '',
  method: 'human',
  isCertified: false,
  certificationNote: '',
  madeOn: null,
};

export function detailsOf({
  language,
  translator,
  method,
  isCertified,
  certificationNote,
  madeOn,
}: Translation | TranslationDetails): TranslationDetails {
  return { language, translator, method, isCertified, certificationNote, madeOn };
}

/** `Korean: translation by Kim Example, human, certified`. */
export function translationLine(
  translation: Pick<TranslationDetails, 'language' | 'translator' | 'method' | 'isCertified'>,
): string {
  return `${languageName(translation.language)}: ${describeTranslation(translation)}`;
}

/** What became of a version that stands no more. */
export function endWords({ supersededAt, withdrawnAt }: Pick<Translation, 'supersededAt' | 'withdrawnAt'>): string {
  if (withdrawnAt !== null) return 'withdrawn';
  return supersededAt !== null ? 'superseded' : 'stands';
}

/** `page 12`, `a passage`, `another exhibit`: which place of the exhibit is translated. */
export function placeWords({ of }: Pick<Translation, 'of'>): string {
  if (of.kind === 'page') return `page ${of.pageIndex + 1}`;
  return of.kind === 'passage' ? 'a passage' : 'another exhibit';
}
