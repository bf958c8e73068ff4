import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecentWorkspaces } from '@main/shell/workspaces/recent-workspaces';
import { expect, it, onTestFinished } from 'vitest';

it('puts the workspaces opened last first, also at the next start, and those never opened behind them', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'tenantry-recent-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true }));
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
