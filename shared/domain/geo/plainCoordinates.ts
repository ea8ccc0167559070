/** The many signs of coordinates in one form: `N`, `S`, `E`, `W` for hemispheres, `°`, `'` and `"` for the parts of an angle. */

/** Longer ones first. `O` stays: it is east in German (Ost) and west in French, Spanish and Italian (ouest, oeste, ovest). */
const HEMISPHERES: readonly (readonly [RegExp, string])[] = [
  [/북위|北纬|北緯/g, 'N'],
  [/남위|南纬|南緯/g, 'S'],
  [/동경|东经|東経|東經/g, 'E'],
  [/서경|西经|西経|西經/g, 'W'],
  [/с\.?\s?ш\.?/giu, 'N'],
  [/ю\.?\s?ш\.?/giu, 'S'],
  [/в\.?\s?д\.?/giu, 'E'],
  [/з\.?\s?д\.?/giu, 'W'],
  [/\bnorth\b|\bnord\b|\bnorte\b/gi, 'N'],
  [/\bsouth\b|\bsüd\b|\bsud\b|\bsur\b/gi, 'S'],
  [/\beast\b|\best\b|\beste\b|\bost\b/gi, 'E'],
  [/\bwest\b|\bouest\b|\boeste\b|\bovest\b/gi, 'W'],
];
const AXES: readonly (readonly [RegExp, string])[] = [
  [/\blat(?:itude)?\b\.?\s*[:=]?|위도\s*[:=]?|纬度\s*[:=]?|緯度\s*[:=]?|широта\s*[:=]?/giu, ' φ'],
  [
    /\blon(?:g|gitude)?\b\.?\s*[:=]?|\blng\b\.?\s*[:=]?|경도\s*[:=]?|经度\s*[:=]?|經度\s*[:=]?|経度\s*[:=]?|долгота\s*[:=]?/giu,
    ' λ',
  ],
];
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/["″”“ʺ〃]|''|′′|’’|\bsec(?:onds?)?\b\.?|초|秒/gi, '"'],
  [/['′’‘ʹ`´]|\bmin(?:utes?)?\b\.?|분|分/gi, "'"],
  [/[°º˚]|\bdeg(?:rees?)?\b\.?|도|度/gi, '°'],
  [/[−–—‐‑]/g, '-'],
  [/[，、]/g, ','],
  [/[；／/]/g, ';'],
];

/** φ and λ stand before what is called latitude and longitude. */
export function plainCoordinates(typed: string): string {
  // Full-width figures and letters, without the compatibility forms that make `º` an o and `″` two primes.
  let text = typed.replace(/[！-～]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  for (const [pattern, sign] of [...MARKS.slice(0, 3), ...HEMISPHERES, ...AXES, ...MARKS.slice(3)])
    text = text.replace(pattern, sign);
  return text
    .toUpperCase()
    .replaceAll('Φ', 'φ')
    .replaceAll('Λ', 'λ')
    .replace(/^[([{]\s*|\s*[)\]}.]$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
