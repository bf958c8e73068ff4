import { expect, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test('a role set is made, given another default role, and chosen by an organization, with what its admins and people may do', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Role sets of Northwind');
  const send = async (): Promise<void> => {
    await review(window);
    await apply(window, 'Apply');
    await window.getByRole('button', { name: 'Close report' }).click();
  };
  const held = async () =>
    (await service.list('/role_sets?limit=500')).find(({ key }) => key === 'role_set:partners');

  await goTo(window, 'Roles');
  await window.getByText('Role sets', { exact: true }).click();
  await window.getByRole('button', { name: 'New role set…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Partners');
  await dialog.getByRole('textbox', { name: 'Key' }).fill('role_set:partners');
  const pick = async (label: string, ...names: string[]): Promise<void> => {
    await dialog
      .getByRole('combobox', { name: label })
      .or(dialog.getByRole('textbox', { name: label }))
      .click();
    for (const name of names) await window.getByRole('option', { name, exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).click();
  };
  await pick('Roles', 'Admin', 'Viewer', 'Support agent');
  await pick('Default role', 'Viewer');
  await pick('Creator’s role', 'Admin');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toBeHidden();
  await window.getByRole('row', { name: /Partners/ }).click();
  await window.getByRole('combobox', { name: 'Default role' }).selectOption('Support agent');
  await goTo(window, 'Organizations');
  await window.getByRole('row').nth(1).click();
  await window.getByRole('button', { name: 'Open page' }).click();
  await window.getByRole('tab', { name: 'Details' }).click();
  await window.getByRole('combobox', { name: 'Role set' }).selectOption('Partners');
  await window.getByRole('switch', { name: /^Its admins may delete it/ }).click();
  await window.getByRole('textbox', { name: 'Path in private metadata' }).fill('contract.end');
  await window.getByRole('textbox', { name: 'Value in private metadata' }).fill('2027-01-31');
  await window.getByRole('button', { name: 'Add to private metadata' }).click();
  await expect(window.getByText('contract › end').first()).toBeVisible();
  await goTo(window, 'People');
  await window.getByRole('row').nth(1).click();
  const person = window.getByRole('complementary', { name: /^Inspector/ });
  await person.getByRole('switch', { name: /^May create organizations/ }).click();
  await person.getByRole('button', { name: 'Edit Organizations they may create' }).click();
  await person.getByRole('textbox', { name: 'Organizations they may create' }).fill('41');
  await window.keyboard.press('Enter');
  await send();
  expect(await held()).toMatchObject({ default_role: { key: 'org:support' } });
  const used = await service.list('/organizations?limit=500');
  const user = used.find(({ role_set_key: key }) => key === 'role_set:partners');
  expect(user).toMatchObject({
    admin_delete_enabled: false,
    private_metadata: { contract: { end: '2027-01-31' } },
  });
  const people = await service.list('/users?limit=500');
  expect(people.filter((one) => one.create_organizations_limit === 41)).toMatchObject([
    { create_organization_enabled: false },
  ]);

  // It is replaced again: whoever has a role that the other set lacks is named with the one that they get.
  const roles = async () =>
    (await service.list(`/organizations/${user?.id}/memberships?limit=500`)).map(({ id, role }) => [
      id,
      role,
    ]);
  const before = await roles();
  const next: Readonly<Record<string, string>> = { 'org:support': 'org:member', 'org:billing': 'org:viewer' };
  const wanted = before.map(([id, role]) => [id, next[String(role)] ?? role]);
  const changing = wanted.filter(([, role], at) => role !== before[at]?.[1]).length;
  expect(changing).toBeGreaterThan(1);
  await goTo(window, 'Roles');
  await window.getByText('Role sets', { exact: true }).click();
  await window.getByRole('row', { name: /Partners/ }).click();
  await window.getByRole('button', { name: 'Actions' }).click();
  await window.getByRole('menuitem', { name: /Replace by another set/ }).click();
  await dialog.getByRole('combobox', { name: 'Its organizations use instead' }).selectOption('Default');
  await expect(dialog).toContainText('Everybody keeps their role: Default has all that are held.');
  await dialog.getByRole('combobox', { name: 'Its organizations use instead' }).selectOption('Light');
  await expect(dialog).toContainText(`${changing} memberships change their role`);
  await expect(dialog.getByRole('listitem').first()).toContainText(/Support agent · \d+\w+ \w+/);
  await dialog.getByRole('combobox', { name: 'Instead of Support agent' }).selectOption('Member');
  await dialog.getByRole('button', { name: 'Stage replacement' }).click();
  await expect(dialog).toBeHidden();
  await send();
  expect(await held()).toBeUndefined();
  const now = await service.list('/organizations?limit=500');
  expect(now.find(({ id }) => id === user?.id)).toMatchObject({ role_set_key: 'role_set:light' });
  // The service answers before everybody has their new role.
  await expect.poll(roles, { timeout: 15_000 }).toEqual(wanted);
  await quit();
});
