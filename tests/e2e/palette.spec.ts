import { expect, type Page, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

/** Types into the palette, and gives its list once the hits of that are there. */
async function look(window: Page, text: string) {
  // One that has just closed is still fading away, and would take the new one with it.
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.keyboard.press('Control+k');
  const field = window.getByRole('textbox', { name: /^Search organizations/ });
  await field.fill(text);
  return window.getByRole('dialog');
}

test('the palette finds people by any address or id, names with a slip, roles, settings and views, and Enter goes there', async () => {
  const service = await startService(0.1);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Palette');
  const people = await service.list('/users?limit=500');
  type Person = { id: string; first_name: string; last_name: string };
  const person = (people as unknown as readonly Person[]).find(
    ({ first_name, last_name }) => /^\p{L}{4,}$/u.test(first_name) && /^\p{L}{6,}$/u.test(last_name),
  );
  if (person === undefined) throw new Error('the world has people');
  const name = `${person.first_name} ${person.last_name}`;
  const inspector = window.getByRole('complementary', { name: /^Inspector/ });

  // A letter left out.
  const slip = `${person.first_name} ${person.last_name.slice(0, 2)}${person.last_name.slice(3)}`;
  const found = await look(window, slip);
  await expect(found.getByRole('button', { name }).first()).toHaveAttribute('data-selected', 'true');
  await window.keyboard.press('Enter');
  await expect(inspector).toContainText(name);

  await goTo(window, 'Overview');
  await look(window, person.id.slice(0, -2));
  await window.keyboard.press('Enter');
  await expect(inspector).toContainText(name);

  // A view that was kept, a setting with two letters in the wrong order, a role by its key.
  await goTo(window, 'Memberships');
  await window.evaluate(() => {
    location.hash = '#/memberships?role=org%3Aadmin';
  });
  await expect(window.getByRole('button', { name: 'Filter by role: Admin' })).toBeVisible();
  const changed = window.getByRole('columnheader', { name: 'Changed' });
  const toggleChanged = async (): Promise<void> => {
    await window.getByRole('button', { name: 'Columns' }).click();
    await window.getByRole('menuitemcheckbox', { name: 'Changed', exact: true }).click();
    await window.keyboard.press('Escape');
  };
  await toggleChanged();
  await expect(changed).toHaveCount(0);
  await window.getByRole('button', { name: 'Saved views' }).click();
  await window.getByRole('textbox', { name: 'Name of the view' }).fill('Keyholders');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('menuitem', { name: 'Keyholders', exact: true })).toBeVisible();
  await window.keyboard.press('Escape');
  await toggleChanged();
  await expect(changed).toBeVisible();
  await goTo(window, 'Overview');
  const views = await look(window, 'keyhol');
  await expect(views.getByRole('button', { name: /Keyholders/ })).toHaveAttribute('data-selected', 'true');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Filter by role: Admin' })).toBeVisible();
  // It brings its columns, as from the menu of the table.
  await expect(changed).toHaveCount(0);
  const settings = await look(window, 'allowed oriigns');
  await expect(settings.getByRole('button', { name: /Allowed origins/ })).toHaveAttribute(
    'data-selected',
    'true',
  );
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Instance' })).toBeVisible();
  const roles = await look(window, 'org:billing');
  await expect(roles.getByRole('button', { name: /^Billing/ }).first()).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Roles' }).first()).toBeVisible();
  await expect(inspector).toContainText('Billing');

  // What was not looked for is not said to be nowhere, and an Enter that waited for it goes nowhere.
  const refused = await look(window, 'seats '.repeat(50));
  await window.keyboard.press('Enter');
  await expect(refused.getByRole('button', { name: /records could not be searched/ })).toBeVisible();
  await expect(refused.getByText('Nothing by that name here')).toHaveCount(0);
  await quit();
});
