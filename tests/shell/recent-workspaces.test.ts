import { mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecentWorkspaces } from '@main/shell/workspaces/recent-workspaces';
import { WorkspaceId } from '@shared/domain/ids';
import { expect, it, onTestFinished } from 'vitest';

it('puts the workspaces opened last first, also at the next start, and those never opened behind them', async () => {
  const profile = await temporaryProfile();
  const all = ['oldest', 'acme', 'beta', 'newest'].map((id) => ({ id }));
  const order = (recent: ReturnType<typeof openRecentWorkspaces>) => recent.inOrder(all).map(({ id }) => id);
  const first = openRecentWorkspaces(profile);
  expect(order(first)).toEqual(['oldest', 'acme', 'beta', 'newest']);
  await first.note('acme');
  await first.note('beta');
  await first.note('acme');
  await first.note('gone');
  expect(order(first)).toEqual(['acme', 'beta', 'oldest', 'newest']);
  expect(order(openRecentWorkspaces(profile))).toEqual(['acme', 'beta', 'oldest', 'newest']);
});

it('tells at the next start what was open, whatever is opened meanwhile, also beside a file of an earlier version', async () => {
  const profile = await temporaryProfile();
  await writeFile(join(profile, 'recent-workspaces.json'), JSON.stringify({ ids: ['beta'] }));
  const open = ['acme', 'beta'].map((id) => WorkspaceId.parse(id));
  const first = openRecentWorkspaces(profile);
  expect(first.openLast()).toEqual([]);
  await Promise.all([first.note('acme'), first.noteOpen(open)]);
  expect(first.openLast()).toEqual([]);
  const next = openRecentWorkspaces(profile);
  await next.noteOpen([]);
  expect(next.openLast()).toEqual(open);
  expect(next.inOrder([{ id: 'beta' }, { id: 'acme' }])).toEqual([{ id: 'acme' }, { id: 'beta' }]);
  expect(openRecentWorkspaces(profile).openLast()).toEqual([]);
});

it('a file that the disk does not give is no file of nothing: it is told, and not written over', async () => {
  const profile = await temporaryProfile();
  const file = join(profile, 'recent-workspaces.json');
  const kept = join(profile, 'elsewhere.json');
  await writeFile(kept, JSON.stringify({ ids: ['beta'], open: ['beta'] }));
  await symlink('recent-workspaces.json', file);
  const recent = openRecentWorkspaces(profile);
  expect(recent.unread?.message).toContain(`Reading ${file} failed (ELOOP)`);
  expect(await recent.note('acme')).toEqual({ ok: false, error: recent.unread });
  expect(recent.inOrder([{ id: 'beta' }, { id: 'acme' }])).toEqual([{ id: 'acme' }, { id: 'beta' }]);
  await rename(kept, file);
  expect(openRecentWorkspaces(profile)).toMatchObject({ unread: null });
  expect(openRecentWorkspaces(profile).openLast()).toEqual(['beta']);
});

async function temporaryProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'tenantry-recent-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true }));
  return profile;
}
