import { expect, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { command } from './support/edits';
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
  await window.reload();
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
  const places = await service.list(`/organizations/${first?.id}/memberships?limit=500`);
  const admins = places.filter(({ role }) => role === 'org:admin').length;
  const heads = window.getByRole('main').getByRole('columnheader');
  await expect(heads.filter({ hasText: 'Admin' })).toContainText(
    admins === 1 ? '1 person' : `${admins} people`,
  );
  await goTo(window, 'History');
  await window.getByRole('radiogroup', { name: 'View of history' }).getByText('As of').click();
  await window.getByRole('button', { name: /^Filter by table/ }).click();
  await window.getByRole('menuitemradio', { name: 'People' }).click();
  await expect(window.getByRole('main')).toContainText(`${members} people then`);
  await goTo(window, 'Findings');
  await expect(strip).toContainText('Findings are narrowed to it');
  await goTo(window, 'Reviews');
  await window.getByRole('button', { name: 'New review…' }).click();
  const place = window.getByRole('dialog').getByRole('combobox', { name: 'Organization' });
  await expect(place).toHaveValue(name);
  await window.keyboard.press('Escape');
  await goTo(window, 'Instance');
  await expect(strip).toContainText('holds for the whole instance');
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

test('what stands under a scope is of it: what is chosen, tabs, pages and simulations; a scope that is deleted ends', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Under a scope');
  const [first, second] = await service.list('/organizations?limit=500&order_by=name');
  const [name, other] = [String(first?.name), String(second?.name)];
  const strip = window.getByRole('status').filter({ hasText: 'Only ' });
  const main = window.getByRole('main');
  const narrow = async (to: string): Promise<void> => {
    await window.getByRole('button', { name: /^Scope: / }).click();
    await window.getByRole('combobox', { name: 'Show only this organization' }).fill(to);
    await window.getByRole('option', { name: to }).click();
    await expect(strip).toContainText(`Only ${to}.`);
  };

  // Who was chosen before is no longer there to be acted on.
  await goTo(window, 'People');
  await window.getByRole('checkbox', { name: 'Select all rows' }).click();
  await expect(window.getByRole('region', { name: 'Selection' })).toContainText('selected');
  await narrow(name);
  await expect(window.getByRole('region', { name: 'Selection' })).toHaveCount(0);

  // The tab that is shown is judged, and not its screen.
  await goTo(window, 'Plans');
  await expect(strip).toContainText('Plans belong to the whole instance');
  await main.getByRole('tab', { name: 'Subscriptions' }).click();
  await expect(strip).toContainText('narrowed to it');
  await goTo(window, 'Branding');
  await expect(strip).toContainText('narrowed to it');
  await main.getByRole('tab', { name: 'Application' }).click();
  await expect(strip).toContainText('holds for the whole instance');

  await goTo(window, 'Limits');
  await window.getByRole('button', { name: 'Simulate…' }).click();
  const simulation = window.getByRole('dialog');
  await simulation.getByRole('textbox', { name: 'Limit instead' }).fill('4321');
  await expect(simulation).toContainText('Everybody keeps a seat in 1 organization.');
  await window.keyboard.press('Escape');
  await expect(simulation).toBeHidden();

  await goTo(window, 'Organizations');
  await window.getByRole('row', { name: new RegExp(name) }).click();
  await window.getByRole('button', { name: 'Open page' }).click();
  await expect(strip).toContainText('narrowed to it');
  await narrow(other);
  await expect(strip).toContainText('This page is of another organization');

  await service.remove(`/organizations/${String(second?.id)}`);
  await command(window, 'Sync now');
  await expect(strip).toHaveCount(0, { timeout: 60_000 });
  await expect(window.getByText('The organization is not there any more')).toBeVisible();
  await quit();
});

test('without the list of memberships nobody is said to be in no organization', async () => {
  const service = await startService(0.05);
  const match = { method: 'GET', path: '^/organization_memberships' };
  await service.fail({ kind: 'status', status: 403, times: 1_000, match });
  const { window, quit } = await launchApp();
  await connect(window, service, 'No memberships');
  await goTo(window, 'Overview');
  const figure = window.getByText('In no organization').locator('..');
  await expect(figure).toContainText('memberships are not listed by the service');
  await expect(figure).toContainText('–');
  await goTo(window, 'People');
  const filter = window.getByRole('button', { name: 'Filter by organizations: all' });
  await expect(filter).toHaveAttribute('aria-disabled', 'true');
  await expect(filter).toHaveAttribute('title', /memberships/i);
  await filter.click({ force: true });
  await expect(window.getByRole('menu')).toHaveCount(0);
  await window.getByRole('button', { name: 'Saved views' }).click();
  const view = window.getByRole('menuitem', { name: 'Personal accounts' });
  await expect(view).toHaveAttribute('aria-disabled', 'true');
  await view.click({ force: true });
  await expect(window.getByRole('main')).toContainText('250 people');
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
