import { failure, success } from '@shared/contract/failure';
import type { ShellOutputOf } from '@shared/contract/shell';
import { WorkspaceId } from '@shared/domain/ids';
import { expect, it, vi } from 'vitest';

// The window's address is all of a page that is needed.
vi.stubGlobal('location', { hash: '', search: '', pathname: '/' });
vi.stubGlobal('history', { replaceState: () => undefined });
vi.stubGlobal('window', { addEventListener: () => undefined });

const { arrive, beginArrival, waitFor } = await import('@renderer/state/waiting-place');
const { go, resetRoute, useRoute } = await import('@renderer/state/use-route');
const { narrowTo, scopeNow } = await import('@renderer/state/use-scope');

const shown = () => useRoute.getState().route.screen;
type Left = ShellOutputOf<'placeLeft'>;

it('goes to where the window was left, and nowhere for whoever went on while that was asked', async () => {
  const left = async () => success<Left>({ hash: '#/roles', scope: 'org_1' });
  resetRoute();
  beginArrival();
  await arrive('acme', left);
  expect([shown(), scopeNow()]).toEqual(['roles', 'org_1']);

  resetRoute();
  narrowTo(null);
  beginArrival();
  go('settings');
  await arrive('acme', left);
  expect([shown(), scopeNow()]).toEqual(['settings', null]);

  resetRoute();
  await arrive('acme', async () => {
    narrowTo('org_2');
    return left();
  });
  expect([shown(), scopeNow()]).toEqual(['overview', 'org_2']);
});

it('goes where a link leads that was followed later than the window was gone through', async () => {
  resetRoute();
  narrowTo(null);
  beginArrival();
  go('settings');
  waitFor({ workspaceId: WorkspaceId.parse('acme'), screen: 'people', id: 'user_1', params: {} });
  await arrive('acme', async () => failure('internal', 'No answer.', 'Try again.'));
  expect(shown()).toBe('people');
});
