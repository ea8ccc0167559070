/** Observables: what makes one of an entity or a value, or null where the words are not of its kind. */
import type { Json } from '../../kernel/canonicalJson.ts';
import { type LeavingEntity, valuesOf } from '../interchange/interchangeEntity.ts';
import { isA } from '../ftm/index.ts';
import { observableId } from './stixIds.ts';
import { type StixObject, TYPES_EXTENSION, WALLET_TYPE } from './stixObject.ts';

const DOMAIN = /^(?=.{4,253}$)(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u;
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = new RegExp(`^(?:${OCTET}\\.){3}${OCTET}(?:/(?:3[0-2]|[12]?\\d))?$`);
const IPV6 = /^(?=.*:.*:)[0-9a-f:]{2,39}(?:\/(?:12[0-8]|1[01]\d|\d{1,2}))?$/i;

type Properties = Record<string, Json>;

function holding(test: (text: string) => boolean, tidy = (text: string) => text) {
  return (text: string): Properties | null => (test(text) ? { value: tidy(text) } : null);
}

const MAKERS: Readonly<Record<string, (text: string) => Properties | null>> = {
  'domain-name': holding(text => DOMAIN.test(text)),
  'ipv4-addr': holding(text => IPV4.test(text)),
  'ipv6-addr': holding(
    text => IPV6.test(text),
    text => text.toLowerCase(),
  ),
  'email-addr': holding(text => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text)),
  url: holding(text => /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text)),
  'mac-addr': holding(
    text => /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(text),
    text => text.toLowerCase().replaceAll('-', ':'),
  ),
  mutex: text => ({ name: text }),
  software: text => ({ name: text }),
  'autonomous-system': text => {
    const number = /^(?:AS)?\s?(\d{1,10})$/i.exec(text)?.[1];
    return number === undefined ? null : { number: Number(number) };
  },
};

export function isObservableType(type: string): boolean {
  return type in MAKERS || ['file', 'user-account', WALLET_TYPE].includes(type);
}

export function observableOf(type: string, text: string): StixObject | null {
  const properties = MAKERS[type]?.(text.trim()) ?? null;
  return properties === null ? null : makeObservable(type, properties);
}

/** Any address of the net: which it is follows from its form. */
export function addressOf(text: string): StixObject | null {
  for (const type of ['ipv4-addr', 'ipv6-addr', 'url', 'email-addr', 'domain-name']) {
    const found = observableOf(type, text);
    if (found) return found;
  }
  return null;
}

/** Files, accounts and wallets by their properties. */
export function observableOfEntity(entity: LeavingEntity): StixObject | null {
  const first = (property: string) => valuesOf(entity, property)[0]?.value.trim() ?? '';
  if (isA(entity.schema, 'CryptoWallet')) {
    const value = first('publicKey') || first('name');
    if (value === '') return null;
    const made = makeObservable(WALLET_TYPE, { value });
    return { ...made, extensions: { [TYPES_EXTENSION]: { extension_type: 'new-sco' } } };
  }
  if (isA(entity.schema, 'UserAccount')) {
    const account = {
      ...(first('service') === '' ? {} : { account_type: first('service').toLowerCase() }),
      ...(first('username') === '' ? {} : { account_login: first('username') }),
    };
    if (!('account_login' in account)) return null;
    const name = first('name');
    return makeObservable('user-account', { ...account, ...(name === '' ? {} : { display_name: name }) });
  }
  if (!isA(entity.schema, 'Document')) return null;
  const hashes = Object.fromEntries(
    valuesOf(entity, 'contentHash').flatMap(({ value }): [string, string][] => {
      const name = { 32: 'MD5', 40: 'SHA-1', 64: 'SHA-256', 128: 'SHA-512' }[value.length];
      return name !== undefined && /^[0-9a-f]+$/i.test(value) ? [[name, value.toLowerCase()]] : [];
    }),
  );
  const name = first('fileName');
  if (Object.keys(hashes).length === 0 && name === '') return null;
  const size = Number(first('fileSize'));
  return makeObservable('file', {
    ...(Object.keys(hashes).length === 0 ? {} : { hashes }),
    ...(name === '' ? {} : { name }),
    ...(Number.isSafeInteger(size) && size > 0 ? { size } : {}),
    ...(first('mimeType') === '' ? {} : { mime_type: first('mimeType') }),
  });
}

function makeObservable(type: string, properties: Properties): StixObject {
  return { type, spec_version: '2.1', id: observableId(type, properties), ...properties };
}
