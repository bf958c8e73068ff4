import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo } from './support/connect';
import { launchApp } from './support/launch-app';
import { saveTo } from './support/save-to';
import { startService } from './support/service';
import { temporaryFolder } from './support/temporary-folder';

const day = 86_400_000;
interface Wire {
  readonly id: string;
  readonly two_factor_enabled: boolean;
  readonly last_sign_in_at: number | null;
  readonly public_metadata: Readonly<Record<string, unknown>>;
}

test('a nested filter is built, kept as a view, leaves as a file and comes back; rows are counted by a field', async () => {
  const service = await startService(0.1);
  const folder = await temporaryFolder('filters');
  const { app, window, quit } = await launchApp();
  await connect(window, service, 'Filters');
  await goTo(window, 'People');
  const grid = window.getByRole('grid');
  const count = (total: number) =>
    window.getByText(new RegExp(`^${total.toLocaleString('en')} (people|person)$`));
  const all = (await service.list('/users?limit=500')) as unknown as readonly Wire[];
  const old = (one: Wire): boolean => (one.last_sign_in_at ?? 0) < Date.now() - 60 * day;
  const hint = String(
    all.filter(old).find((one) => one.public_metadata.locale_hint)?.public_metadata.locale_hint,
  );
  const stale = all.filter(
    (one) => old(one) && !(one.two_factor_enabled || one.public_metadata.locale_hint === hint),
  );
  expect(stale.length).toBeGreaterThan(0);

  // Not signed in for 60 days, and none of: a second factor, or that hint.
  await window.getByRole('button', { name: 'More filters' }).click();
  const builder = window.getByRole('dialog', { name: 'More filters' });
  const choose = async (label: string, option: string, at = 0): Promise<void> => {
    await builder.getByLabel(label, { exact: true }).and(window.locator('input')).nth(at).click();
    await window.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Field', 'Last sign-in');
  await choose('How Last sign-in is compared', 'not in the last');
  await builder.getByRole('textbox', { name: 'Value of Last sign-in', exact: true }).fill('60');
  await builder.getByRole('button', { name: 'Group', exact: true }).click();
  await choose('How conditions are joined', 'none of', 1);
  await choose('Field', 'Second factor', 1);
  await builder
    .getByRole('group', { name: 'Group of conditions' })
    .getByRole('button', { name: 'Condition', exact: true })
    .click();
  // What says nothing yet is told, and nothing is filtered.
  await builder.getByRole('button', { name: 'Show rows' }).click();
  await expect(builder.getByText('Type a value')).toBeVisible();
  await choose('Field', 'Public metadata', 2);
  await builder.getByLabel('Key in public metadata').and(window.locator('input')).fill('locale');
  await window.getByRole('option', { name: 'locale_hint' }).click();
  await builder.getByRole('textbox', { name: 'Value of Public metadata' }).fill(hint);
  await window.keyboard.press('Enter');
  await expect(builder).toBeHidden();
  await expect(count(stale.length)).toBeVisible();
  await expect(window.getByText('Not signed in for 60 days')).toBeVisible();
  await expect(
    window.getByText(`Not: Second factor: yes; nor: Public metadata › locale_hint is ${hint}`),
  ).toBeVisible();
  expect(await accessibilityFaults(window)).toEqual([]);

  // A column of metadata.
  await window.getByRole('button', { name: 'Columns' }).click();
  await window.getByRole('menuitem', { name: 'Add column from metadata…' }).click();
  const adding = window.getByRole('dialog', { name: 'Add column from metadata' });
  await adding.getByLabel('Path').and(window.locator('input')).fill('locale');
  await window.getByRole('option', { name: 'publicMetadata.locale_hint' }).click();
  await adding.getByRole('button', { name: 'Add column' }).click();
  await expect(grid.getByRole('columnheader', { name: 'locale_hint' })).toBeVisible();

  // Kept under a name, it survives a reload with its column.
  const views = window.getByRole('button', { name: 'Saved views' });
  await views.click();
  await window.getByRole('textbox', { name: 'Name of the view' }).fill('Stale');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('menuitem', { name: 'Stale', exact: true })).toBeVisible();
  await window.reload();
  await goTo(window, 'People');
  await expect(count(all.length)).toBeVisible();
  await views.click();
  await window.getByRole('menuitem', { name: 'Stale', exact: true }).click();
  await expect(count(stale.length)).toBeVisible();

  // Out as a file; its spans stay spans.
  const file = join(folder, 'stale.view.json');
  await saveTo(app, file);
  await views.click();
  await window.getByRole('menuitem', { name: 'Save view Stale as a file' }).click();
  await expect(window.getByText(`Saved ${file}`)).toBeVisible();
  const view = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  expect(view).toMatchObject({
    format: 'tenantry-view/1',
    screen: 'people',
    entity: 'user',
    where: `lastSignInAt not in last 60d and not (twoFactorEnabled=true or publicMetadata.locale_hint=${hint})`,
  });
  expect(view.columns).toContain('publicMetadata.locale_hint');

  // Back in: one that is no view changes nothing, one of the same name asks.
  const open = async (name: string, text: string): Promise<void> => {
    await writeFile(join(folder, name), text);
    await views.click();
    const [chooser] = await Promise.all([
      window.waitForEvent('filechooser'),
      window.getByRole('button', { name: 'Open a view file…' }).click(),
    ]);
    await chooser.setFiles(join(folder, name));
  };
  await open('odd.json', JSON.stringify({ ...view, colour: 'red' }));
  await expect(window.getByText(/The file is no view/)).toBeVisible();
  await window.keyboard.press('Escape');
  // An open dialog hides no failure.
  await window.getByRole('button', { name: 'Export…' }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await window.getByText(/The file is no view/).click({ trial: true, timeout: 5_000 });
  await window.getByRole('button', { name: 'Dismiss' }).last().click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await window.keyboard.press('Escape');
  await goTo(window, 'Overview');
  await goTo(window, 'People');
  await open('same.json', JSON.stringify({ ...view, where: 'twoFactorEnabled=true' }));
  const clash = window.getByRole('dialog', { name: 'There is a view called “Stale”' });
  await clash.getByRole('textbox', { name: 'Name of the new view' }).fill('Second');
  await clash.getByRole('button', { name: 'Keep both' }).click();
  await expect(count(all.filter((one) => one.two_factor_enabled).length)).toBeVisible();

  // Under a name that is taken it asks as well; what is forgotten comes back.
  await views.click();
  await window.getByRole('textbox', { name: 'Name of the view' }).fill('Stale');
  await window.keyboard.press('Enter');
  await clash.getByRole('button', { name: 'Cancel' }).click();
  await views.click();
  const kept = window.getByRole('menuitem', { name: 'Stale', exact: true });
  await expect(kept).toHaveCount(1);
  await window.getByRole('menuitem', { name: 'Forget view Stale' }).click();
  await expect(kept).toHaveCount(0);
  await window.locator('.toast-action').click();
  await views.click();
  await expect(kept).toBeVisible();
  await window.keyboard.press('Escape');

  // A chip takes its condition away; counted by a field, each value leads to its rows.
  await window.getByRole('button', { name: 'Remove filter: Second factor: yes' }).click();
  await expect(count(all.length)).toBeVisible();
  await goTo(window, 'Memberships');
  await window.getByRole('button', { name: 'Group by…' }).click();
  await window.getByRole('menuitemradio', { name: 'Role', exact: true }).click();
  const groups = window.getByRole('region', { name: 'memberships by Role' });
  const billing = groups.getByRole('row', { name: /^Billing manager/ });
  const cell = billing.getByRole('cell').first();
  await expect(cell).toHaveText(/\d/);
  const held = (await cell.textContent()) ?? '';
  expect(await accessibilityFaults(window)).toEqual([]);
  await billing.getByRole('button').click();
  await expect(window.getByText(new RegExp(`^${held} memberships$`))).toBeVisible();
  await expect(window.getByText('Role is Billing manager')).toBeVisible();

  const { columns: _, sort: __, ...plain } = view;
  const slipped = {
    ...plain,
    name: 'Slip',
    screen: 'memberships',
    entity: 'membership',
    where: 'role=org:admni',
  };
  // A slip in a role selects nothing, and is told with what there is.
  await open('slip.json', JSON.stringify(slipped));
  await window.keyboard.press('Escape');
  const slip = window.getByRole('list', { name: 'Conditions that hold' }).getByRole('alert');
  await expect(slip).toHaveText(/^Role: there is no “org:admni”\. It can be .*Billing manager/);
  await window.getByRole('button', { name: 'Remove filter: Role is org:admni' }).click();
  await expect(slip).toHaveCount(0);
  await quit();
});
