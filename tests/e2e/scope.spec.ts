import { expect, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test('one switch narrows every screen, count and search to an organization, and says where it cannot', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Scope of Northwind');
  const [first, second] = await service.list(
    '/organizations?limit=500&order_by=name&include_members_count=true',
  );
  const [name, other] = [String(first?.name), String(second?.name)];
  const members = Number(first?.members_count);
  const grid = window.getByRole('grid');
  const rail = window.getByRole('navigation', { name: 'Screens' });
  const strip = window.getByRole('status').filter({ hasText: `Only ${name}.` });

  // From the menu of a row.
  await goTo(window, 'Organizations');
  await grid.getByRole('row', { name: new RegExp(name) }).click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Show only this organization' }).click();
  await expect(strip).toContainText('narrowed to it');
  await expect(grid.getByRole('row')).toHaveCount(2);

  // Rows, figures of the rail and the palette are of this organization only.
  await expect(rail.getByRole('link', { name: 'Memberships' })).toContainText(String(members));
  await goTo(window, 'People');
  await expect(window.getByRole('main')).toContainText(`${members} people`);
  await goTo(window, 'Memberships');
  await expect(window.getByRole('main')).toContainText(`${members} memberships`);
  await window.keyboard.press('Control+k');
  await window.keyboard.type(other.slice(0, 12));
  await expect(window.getByRole('dialog')).toContainText('Nothing by that name here');
  await window.keyboard.press('Escape');

  // What belongs to the whole instance says so.
  await goTo(window, 'Roles');
  await expect(strip).toContainText('Roles belong to the whole instance');
  await goTo(window, 'Changes');
  await expect(strip).toContainText('shows everything');

  // By keyboard: another one by its name, then all of them again.
  await goTo(window, 'People');
  await grid.focus();
  await window.keyboard.press('s');
  const field = window.getByRole('combobox', { name: 'Show only this organization' });
  await field.fill(other);
  await window.getByRole('option', { name: other }).click();
  await expect(window.getByRole('main')).toContainText(`${Number(second?.members_count)} people`);
  await grid.focus();
  await window.keyboard.press('a');
  await expect(window.getByRole('status').filter({ hasText: 'Only ' })).toHaveCount(0);
  await expect(
    window.getByRole('button', { name: 'Scope: All organizations. Choose another' }),
  ).toBeVisible();

  // Personal accounts: a figure, and the view that it leads to.
  await goTo(window, 'Overview');
  const alone = window.getByRole('button', { name: /In no organization/ });
  await expect(alone).toContainText('30');
  await alone.click();
  await expect(window.getByRole('main')).toContainText('30 people');
  await goTo(window, 'People');
  await window.getByRole('button', { name: 'Saved views' }).click();
  await window.getByRole('menuitem', { name: 'Personal accounts' }).click();
  await expect(window.getByRole('main')).toContainText('30 people');
  await quit();
});

test('two roles are compared, and who holds a permission is asked from a cell of the matrix by keyboard', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Comparing roles');
  const admins = await service.list('/organization_memberships?limit=500');
  const held = admins.filter(({ role }) => role === 'org:admin').length;
  await goTo(window, 'Roles');
  await window.getByRole('checkbox', { name: /^Admin: Issue|^Admin: Manage invoices/ }).focus();
  await window.keyboard.press('h');
  await expect(window.getByRole('main', { name: 'Memberships' })).toContainText(`${held} memberships`);

  await goTo(window, 'Roles');
  await window.getByText('Compare', { exact: true }).click();
  await window.getByRole('combobox', { name: 'One role' }).selectOption('Viewer');
  await window.getByRole('combobox', { name: 'The other role' }).selectOption('Support agent');
  const table = window.getByRole('table', { name: 'Viewer and Support agent' });
  const row = (name: RegExp) => table.getByRole('row', { name });
  await expect(row(/^Reply to tickets/)).toContainText('no');
  await expect(row(/sys_memberships:read/)).toHaveCount(0);
  await window.getByRole('switch', { name: 'What both hold, too' }).click();
  await expect(row(/sys_memberships:read/)).toHaveCount(1);
  await quit();
});
