import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';

const holder = fileURLToPath(new URL('support/hold-lock.ts', import.meta.url));

describe('the lock of a workspace', () => {
  it('is refused to a second process while the first lives, and names that process', async () => {
    const folder = await temporaryFolder();
    const { child, outcome } = await otherProcess(folder);
    expect(outcome).toBe('locked');
    const refused = await lockWorkspace(folder);
    expect(!refused.ok && refused.error).toMatchObject({
      code: 'workspace-open-elsewhere',
      detail: { pid: child.pid },
    });
  });

  it('is stale after kill -9, and is taken over', async () => {
    const folder = await temporaryFolder();
    const { child } = await otherProcess(folder);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readFile(join(folder, 'lock'), 'utf8')).toContain(String(child.pid));
    expect((await lockWorkspace(folder)).ok).toBe(true);
  });

  it('is stale when its pid now belongs to a process that started later', async () => {
    const folder = await temporaryFolder();
    const recycled = { pid: process.pid, start: 'an earlier start', nonce: 'x' };
    await writeFile(join(folder, 'lock'), JSON.stringify(recycled));
    expect((await lockWorkspace(folder)).ok).toBe(true);
  });

  it('is held while a process is filling it in, and stale when that process died doing so', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'lock');
    await writeFile(file, '');
    expect((await lockWorkspace(folder)).ok).toBe(false);
    await utimes(file, 1_000, 1_000);
    expect((await lockWorkspace(folder)).ok).toBe(true);
  });

  it('goes to exactly one of many who find a stale one at once', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, start: '1', nonce: 'x' }));
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => otherProcess(folder)));
    expect(outcomes.filter(({ outcome }) => outcome === 'locked')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'workspace-open-elsewhere')).toHaveLength(3);
  });

  it('is free again after release, and a late second release spares the next holder', async () => {
    const folder = await temporaryFolder();
    const first = await lockWorkspace(folder);
    if (!first.ok) throw new Error('not locked');
    await first.value.release();
    const second = await lockWorkspace(folder);
    expect(second.ok).toBe(true);
    await first.value.release();
    expect((await lockWorkspace(folder)).ok).toBe(false);
  });

  it('is free after the holder exits on its own', async () => {
    const folder = await temporaryFolder();
    const { child } = await otherProcess(folder);
    child.send('exit');
    await once(child, 'exit');
    await expect(readFile(join(folder, 'lock'))).rejects.toThrow('ENOENT');
  });

  it('answers workspace-missing for a folder that is not there', async () => {
    const refused = await lockWorkspace(join(await temporaryFolder(), 'nowhere'));
    expect(!refused.ok && refused.error.code).toBe('workspace-missing');
  });
});

async function otherProcess(
  folder: string,
): Promise<{ readonly child: ChildProcess; readonly outcome: unknown }> {
  const child = fork(holder, [folder], { execArgv: ['--import', 'tsx'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [outcome] = await once(child, 'message');
  return { child, outcome };
}
