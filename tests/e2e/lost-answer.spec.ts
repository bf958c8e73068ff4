import { expect, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { apply, review, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test('a creation whose answer is lost on a used connection is looked up, not sent again', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Acme');
  await goTo(window, 'Organizations');
  await window.getByRole('button', { name: 'New organization' }).click();
  const dialog = window.getByRole('dialog', { name: 'New organization' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Delta Works');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(tray(window)).toContainText('1 staged');

  await review(window);
  await service.failOnce({
    kind: 'drop',
    phase: 'after',
    match: { method: 'POST', path: '^/organizations$' },
  });
  await apply(window, 'Apply 1 change');
  await expect(window.getByRole('region', { name: 'Report' })).toContainText('1 applied');
  expect(await service.writes()).toEqual(['POST /organizations']);
  const found = await service.list('/organizations?limit=10&query=Delta%20Works');
  expect(found.map(({ slug }) => slug)).toEqual(['delta-works']);
  await expect(tray(window)).toContainText('Nothing staged');
  await quit();
  await service.stop();
});
