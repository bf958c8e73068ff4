import { expect, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test('a permission is made, renamed, described and deleted in the window, and the service holds it so', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Roles of Northwind');
  await goTo(window, 'Roles');
  const permissions = () => service.list('/organization_permissions?limit=500');
  const held = async (key: string) => (await permissions()).find((permission) => permission.key === key);

  const send = async (): Promise<void> => {
    await apply(window, 'Apply');
    await window.getByRole('button', { name: 'Close report' }).click();
  };

  await window.getByRole('button', { name: 'New permission…' }).click();
  const dialog = window.getByRole('dialog', { name: 'New permission' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Export invoices');
  await dialog.getByRole('textbox', { name: 'Key' }).fill('Invoices');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toContainText('org:feature:action');
  await dialog.getByRole('textbox', { name: 'Key' }).fill('org:invoices:export');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('Download them as CSV');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('button', { name: 'Export invoices' })).toBeVisible();

  // A role can be given it before the service knows of it.
  await window.getByRole('checkbox', { name: /^Viewer: Export invoices/ }).click();
  await review(window);
  await send();
  expect(await held('org:invoices:export')).toMatchObject({
    name: 'Export invoices',
    description: 'Download them as CSV',
  });

  await goTo(window, 'Roles');
  await window.getByRole('button', { name: 'Export invoices' }).click();
  const inspector = window.getByRole('complementary', { name: 'Inspector: Export invoices' });
  await expect(inspector).toContainText('Viewer');
  await inspector.getByRole('button', { name: 'Edit Name' }).click();
  await inspector.getByRole('textbox', { name: 'Name' }).fill('Download invoices');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Download invoices' })).toBeVisible();
  await review(window);
  await send();
  expect(await held('org:invoices:export')).toMatchObject({ name: 'Download invoices' });

  await goTo(window, 'Roles');
  await window.getByRole('button', { name: 'Download invoices' }).click();
  await window.getByRole('button', { name: 'Delete…' }).click();
  await expect(window.getByRole('dialog')).toContainText('Viewer');
  await window.getByRole('dialog').getByRole('button', { name: 'Stage deletion' }).click();
  await review(window);
  // Whoever holds it through a role is told of.
  await expect(window.getByText(/org:invoices:export/).first()).toBeVisible();
  await send();
  expect(await held('org:invoices:export')).toBeUndefined();

  // The service's own stay as they are.
  await goTo(window, 'Roles');
  await window.getByRole('grid').getByRole('button', { name: 'Manage members', exact: true }).first().click();
  await expect(window.getByRole('button', { name: 'Delete…' })).toBeHidden();
  await quit();
});

test('a role is made in the window, given permissions, and deleted when nobody holds it', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Roles of Northwind');
  await goTo(window, 'Roles');
  const held = async () =>
    (await service.list('/organization_roles?limit=500')).find(({ key }) => key === 'org:auditor');
  const send = async (): Promise<void> => {
    await review(window);
    await apply(window, 'Apply');
    await window.getByRole('button', { name: 'Close report' }).click();
    await goTo(window, 'Roles');
  };

  await window.getByRole('button', { name: 'New role…' }).click();
  const dialog = window.getByRole('dialog', { name: 'New role' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Auditor');
  await dialog.getByRole('textbox', { name: 'Key' }).fill('org:viewer');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toContainText('is taken');
  await dialog.getByRole('textbox', { name: 'Key' }).fill('org:auditor');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toBeHidden();
  await window.getByRole('checkbox', { name: /^Auditor: Read reports/ }).click();
  await send();
  expect(await held()).toMatchObject({ name: 'Auditor', permissions: [{ key: 'org:reports:read' }] });

  // One that people hold stays, and it says how many they are.
  const remove = window.getByRole('dialog').getByRole('button', { name: 'Stage deletion' });
  await window.getByRole('columnheader').getByRole('button', { name: 'Viewer', exact: true }).click();
  await window.getByRole('button', { name: 'Delete…' }).click();
  await remove.click();
  await expect(window.getByRole('dialog')).toContainText(/\d+ people hold Viewer\./);
  await window.keyboard.press('Escape');

  await window.getByRole('columnheader').getByRole('button', { name: 'Auditor', exact: true }).click();
  await window.getByRole('button', { name: 'Delete…' }).click();
  await remove.click();
  await send();
  expect(await held()).toBeUndefined();
  await quit();
});
