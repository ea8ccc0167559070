/** Provinces by the two digits that begin Chinese area codes (GB/T 2260), in identity numbers and company codes. */
const PROVINCES: Readonly<Record<string, string>> = {
  10: 'the national level',
  11: 'Beijing',
  12: 'Tianjin',
  13: 'Hebei',
  14: 'Shanxi',
  15: 'Inner Mongolia',
  21: 'Liaoning',
  22: 'Jilin',
  23: 'Heilongjiang',
  31: 'Shanghai',
  32: 'Jiangsu',
  33: 'Zhejiang',
  34: 'Anhui',
  35: 'Fujian',
  36: 'Jiangxi',
  37: 'Shandong',
  41: 'Henan',
  42: 'Hubei',
  43: 'Hunan',
  44: 'Guangdong',
  45: 'Guangxi',
  46: 'Hainan',
  50: 'Chongqing',
  51: 'Sichuan',
  52: 'Guizhou',
  53: 'Yunnan',
  54: 'Tibet',
  61: 'Shaanxi',
  62: 'Gansu',
  63: 'Qinghai',
  64: 'Ningxia',
  65: 'Xinjiang',
  71: 'Taiwan',
  81: 'Hong Kong',
  82: 'Macao',
  83: 'Taiwan',
};

/** The province of a six-digit area code, with the code; null where no province has these digits. */
export function chinaRegion(code: string): string | null {
  const province = PROVINCES[code.slice(0, 2)];
  return province === undefined ? null : `${province} (${code})`;
}
