/** Which scripts a page has, so that rules for the others need not look at it. */
export interface Scripts {
  latin: boolean;
  hangul: boolean;
  han: boolean;
  cyrillic: boolean;
}

export function scriptsIn(text: string): Scripts {
  return {
    latin: /[A-Z]/.test(text),
    hangul: /[가-힣]/u.test(text),
    han: /[\u3400-\u9fff]/u.test(text),
    cyrillic: /[А-Яа-яЁё]/u.test(text),
  };
}
