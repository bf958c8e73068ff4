import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearWhenStopped } from '@main/cli/clear-when-stopped';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.restoreAllMocks());

test('what was made is removed at a signal in the very moment it is there; what was there before stays', async () => {
  const place = await mkdtemp(join(tmpdir(), 'tenantry-clear-'));
  const before = join(place, 'before');
  await writeFile(before, 'theirs');
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const listening = process.listenerCount('SIGINT');
  await clearWhenStopped(async (leavings) => {
    const folder = leavings.folder(join(place, '.work-'));
    const file = join(place, 'file');
    expect([leavings.file(file), leavings.file(before)]).toEqual([true, false]);
    expect([folder, file].map(existsSync)).toEqual([true, true]);
    process.emit('SIGINT', 'SIGINT');
    expect([folder, file, before].map(existsSync)).toEqual([false, false, true]);
  });
  expect(kill.mock.calls).toEqual([[process.pid, 'SIGINT']]);
  expect(process.listenerCount('SIGINT')).toBe(listening);
  await rm(place, { recursive: true });
});
