// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useCommand, useQuery } from '../../../renderer/api/index.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import { openWindowCore, type WindowCore } from '../support/openWindowCore.ts';

let core: WindowCore;
beforeEach(async () => {
  core = openWindowCore();
  await core.createVault();
});
afterEach(async () => {
  cleanup();
  await core.close();
});

const source: InputOf<'source.create'> = {
  name: 'Registry',
  kind: 'registry',
  reliability: 'B',
  originIds: [],
  confidential: false,
  codeName: null,
  note: '',
};

test('a read follows a change of its concept by itself', async () => {
  const { result } = renderHook(() => useQuery('source.list', {}));
  await waitFor(() => expect(result.current.data).toEqual([]));
  await core.run('source.create', source);
  await waitFor(() => expect(result.current.data?.map(one => one.name)).toEqual(['Registry']));
});

test('two views that ask the same share one answer', async () => {
  const { result } = renderHook(() => [useQuery('source.list', {}), useQuery('source.list', {})] as const);
  await waitFor(() => expect(result.current[0].data).toEqual([]));
  expect(result.current[0].data).toBe(result.current[1].data);
});

test('the last answer stays while another loads, where the view asks for that', async () => {
  const { id } = await core.run('source.create', source);
  const other = await core.run('source.create', { ...source, name: 'Press' });
  const { result, rerender } = renderHook(
    ({ sourceId }) => useQuery('source.get', { sourceId }, { keepPrevious: true }),
    { initialProps: { sourceId: id } },
  );
  await waitFor(() => expect(result.current.data?.name).toBe('Registry'));
  rerender({ sourceId: other.id });
  expect(result.current.data?.name).toBe('Registry');
  await waitFor(() => expect(result.current.data?.name).toBe('Press'));
});

test('after a lock nothing that was read is left', async () => {
  await core.run('source.create', source);
  const { result } = renderHook(() => useQuery('source.list', {}));
  await waitFor(() => expect(result.current.data).toHaveLength(1));
  await act(() => core.run('vault.lock', {}));
  await waitFor(() => expect(result.current.error?.code).toBe('vault-locked'));
  expect(result.current.data).toBeUndefined();
});

test('a command that fails keeps the sentence until it is run again', async () => {
  const { result } = renderHook(() => useCommand('source.create'));
  await act(() => result.current.run({ ...source, name: ' ' }).catch(() => undefined));
  expect(result.current.error?.code).toBe('invalid-input');
  await act(() => result.current.run(source));
  expect(result.current.error).toBeNull();
  expect(result.current.running).toBe(false);
});
