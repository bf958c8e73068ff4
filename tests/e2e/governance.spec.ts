import { expect, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test('a domain of an organization is added, enrolled by, and removed in the window', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Domains of Northwind');
  const send = async (): Promise<void> => {
    await review(window);
    await apply(window, 'Apply');
    await window.getByRole('button', { name: 'Close report' }).click();
  };
  const held = async () =>
    (await service.list('/organization_domains?limit=500')).find(({ name }) => name === 'brand-new.example');
  const openDomains = async (): Promise<void> => {
    await goTo(window, 'Organizations');
    await window.getByRole('row').nth(1).click();
    await window.getByRole('button', { name: 'Open page' }).click();
    await window.getByRole('tab', { name: 'Domains' }).click();
  };

  // What a limit of 1 would come to is said before anything is staged, for all organizations with one limit.
  await goTo(window, 'Limits');
  await window.getByRole('button', { name: 'Simulate…' }).click();
  const simulation = window.getByRole('dialog');
  await simulation.getByRole('textbox', { name: 'Limit instead' }).fill('1');
  const limits = await service.list('/organizations?limit=500');
  const least = Math.min(...limits.map((each) => Number(each.max_allowed_memberships)));
  const alike = limits.filter((each) => each.max_allowed_memberships === least).length;
  await expect(simulation).toContainText(new RegExp(` of ${alike} organizations? (is|are) over: .* no seat`));
  await expect(simulation.getByRole('button', { name: 'Nothing to stage' })).toBeDisabled();
  await simulation.getByRole('textbox', { name: 'Limit instead' }).fill('4321');
  await expect(simulation).toContainText('Everybody keeps a seat');
  await simulation.getByRole('button', { name: `Stage ${alike} change` }).click();
  await expect(simulation).toBeHidden();
  await send();
  const after = await service.list('/organizations?limit=500');
  expect(after.filter((each) => each.max_allowed_memberships === 4_321)).toHaveLength(alike);

  // The limit that counts says where it comes from; plans are read.
  await goTo(window, 'Limits');
  await window.getByRole('button', { name: 'Filter by limit from: all' }).click();
  await window.getByRole('menuitemradio', { name: /^Set/ }).click();
  await expect(window.getByRole('grid').getByRole('row').filter({ hasText: '4,321' }).first()).toBeVisible();
  await goTo(window, 'Plans');
  const [plan] = await service.list('/billing/plans');
  await expect(window.getByRole('grid').getByText(String(plan?.name), { exact: true }).first()).toBeVisible();

  // Into an organization people are invited with all that an invitation may say; what is odd is said at its field.
  await openDomains();
  await window.getByRole('tab', { name: 'Invitations' }).click();
  await window.getByRole('button', { name: 'Invite people' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Email addresses' }).fill('asked@new.example');
  await dialog
    .getByRole('combobox', { name: 'Role' })
    .or(dialog.getByRole('textbox', { name: 'Role' }))
    .click();
  await window.getByRole('option', { name: 'Viewer', exact: true }).click();
  await dialog.getByText('More', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Days until it expires' }).fill('12');
  await dialog.getByRole('textbox', { name: 'Public metadata' }).fill('{ "team": "blue" }');
  await dialog.getByRole('textbox', { name: 'Where the link leads' }).fill('welcome');
  await dialog.getByRole('button', { name: 'Stage invitation' }).click();
  await expect(dialog).toContainText('must begin with https:// or the scheme of an app');
  await dialog.getByRole('textbox', { name: 'Where the link leads' }).fill('https://new.example/welcome');
  await dialog.getByRole('button', { name: 'Stage invitation' }).click();
  await expect(dialog).toBeHidden();

  await window.getByRole('tab', { name: 'Domains' }).click();
  await window.getByRole('button', { name: 'Add domain…' }).click();
  await dialog.getByRole('textbox', { name: 'Domain' }).fill('brand new');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toContainText('is not a domain');
  await dialog.getByRole('textbox', { name: 'Domain' }).fill('brand-new.example');
  await dialog.getByRole('combobox', { name: 'Enrolment' }).selectOption('Suggested to join');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toBeHidden();
  await send();
  expect(await held()).toMatchObject({ enrollment_mode: 'automatic_suggestion' });
  const asked = (await service.list('/organization_invitations?limit=500')).find(
    ({ email_address: email }) => email === 'asked@new.example',
  );
  expect(asked).toMatchObject({ role: 'org:viewer', public_metadata: { team: 'blue' } });
  expect(Math.round((Number(asked?.expires_at) - Number(asked?.created_at)) / 86_400_000)).toBe(12);

  await openDomains();
  await window.getByRole('row', { name: /brand-new\.example/ }).click();
  const inspector = window.getByRole('complementary', { name: 'Inspector: brand-new.example' });
  await inspector.getByRole('combobox', { name: 'Enrolment' }).selectOption('By invitation only');
  await expect(inspector.getByText('Suggested to join').last()).toBeVisible();
  await send();
  expect(await held()).toMatchObject({ enrollment_mode: 'manual_invitation' });

  await openDomains();
  await window.getByRole('row', { name: /brand-new\.example/ }).click();
  await window.getByRole('button', { name: 'Remove…' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Stage removal' }).click();
  await send();
  expect(await held()).toBeUndefined();
  await quit();
});

test('a customer’s sign-on and directory are edited, and the sign-on deleted, in the window', async () => {
  const service = await startService(0.1);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Connections of Northwind');
  const managed = (await service.list('/users?limit=500')).find(({ scim }) => scim);
  const name = `${managed?.first_name} ${managed?.last_name}`;
  await goTo(window, 'Memberships');
  await window.getByRole('textbox', { name: 'Filter memberships' }).fill(name);
  const place = window.getByRole('grid').getByRole('row', { name: new RegExp(name) });
  await place.getByRole('checkbox').click();
  await window.getByRole('button', { name: 'Change role…' }).click();
  await expect(window.getByRole('dialog')).toContainText(
    `Left out, since a directory manages them and would put it back: ${name}.`,
  );
  const newRole = { name: 'New role' };
  await window.getByRole('combobox', newRole).or(window.getByRole('textbox', newRole)).click();
  await window.getByRole('option', { name: 'Viewer', exact: true }).click();
  await expect(window.getByRole('dialog').getByRole('button', { name: 'Stage change' })).toBeDisabled();
  await window.keyboard.press('Escape');
  await goTo(window, 'People');
  await window.getByRole('textbox', { name: 'Filter people' }).fill(name);
  await window
    .getByRole('grid')
    .getByRole('row', { name: new RegExp(name) })
    .click();
  await expect(window.getByTitle(/gives Member to its group Everyone/)).toBeVisible();

  const held = () => service.list('/enterprise_connections?limit=500');
  const before = await held();
  await goTo(window, 'Connections');
  const rows = window.getByRole('grid').getByRole('row');
  await window.getByRole('button', { name: 'Filter by certificate: all' }).click();
  await window.getByRole('menuitemradio', { name: 'Expired' }).click();
  await expect(rows.filter({ hasText: /days left/ })).toHaveCount(0);
  await expect(rows.nth(1)).toContainText(/Expired \d+ days ago/);
  await expect(rows.filter({ hasText: 'Failed' }).first()).toBeVisible();
  await window.getByRole('button', { name: 'Filter by certificate: Expired' }).click();
  await window.getByRole('menuitemradio', { name: 'All' }).click();
  await expect(rows.filter({ hasText: /days left/ }).first()).toBeVisible();
  await window
    .getByRole('row')
    .filter({ has: window.getByText('On', { exact: true }) })
    .first()
    .click();
  await window.getByRole('button', { name: 'Edit Name' }).click();
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Renamed sign-on');
  await window.keyboard.press('Enter');
  await window.getByRole('switch', { name: 'Active' }).click();
  await window.getByRole('button', { name: 'Actions' }).click();
  await window.getByRole('menuitem', { name: 'Test it' }).click();
  // What a provider is known by is given with a new one, and edited, all of it before anything is sent.
  const dialog = window.getByRole('dialog');
  await window.getByRole('button', { name: 'New connection…' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Brand new sign-on');
  await dialog.getByRole('textbox', { name: 'Domains' }).fill('brand-new.example');
  await dialog.getByRole('textbox', { name: 'SSO URL' }).fill('http://idp.new.example');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toContainText('SSO URL must begin with https://');
  await dialog.getByRole('combobox', { name: 'Provider' }).selectOption('OpenID Connect');
  await expect(dialog.getByRole('textbox', { name: 'SSO URL' })).toBeHidden();
  await dialog.getByRole('textbox', { name: 'Client ID' }).fill('tenantry');
  await dialog.getByLabel('Client secret', { exact: true }).fill('kept-nowhere-1');
  await dialog.getByRole('textbox', { name: 'Discovery URL' }).fill('https://idp.new.example/discovery');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toBeHidden();
  await expect(rows.filter({ hasText: 'Brand new sign-on' })).toContainText('Never tested');
  await window.getByRole('grid').getByText('Brand new sign-on').click();
  await window.getByRole('button', { name: 'Edit Token URL' }).click();
  await window.getByRole('textbox', { name: 'Token URL' }).fill('https://idp.new.example/token');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'Actions' }).click();
  await expect(window.getByRole('menuitem', { name: /^Map attributes/ })).toBeDisabled();
  await window.getByRole('menuitem', { name: /^Replace the client secret/ }).click();
  await dialog.getByLabel(/^Client secret/).fill('kept-nowhere-2');
  await dialog.getByRole('button', { name: 'Stage', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('row', { name: /Renamed sign-on/ })).toContainText('Offon the service: On');
  await review(window);
  await apply(window, 'Apply');
  await expect(window.getByText('Address of the test')).toBeVisible();
  await window.getByRole('button', { name: 'Close report' }).click();
  expect(await held()).toContainEqual(expect.objectContaining({ name: 'Renamed sign-on', active: false }));
  expect((await held()).find(({ name }) => name === 'Brand new sign-on')).toMatchObject({
    provider: 'oidc_custom',
    domains: ['brand-new.example'],
    oauth_config: {
      client_id: 'tenantry',
      discovery_url: 'https://idp.new.example/discovery',
      token_url: 'https://idp.new.example/token',
    },
  });

  const directory = (await service.list('/directories?limit=500')).find(
    (each) => each.group_role_mapping_enabled,
  );
  // The directory of a customer gives its roles in another order, and a new group gets one; its new key is shown once.
  await goTo(window, 'Connections');
  await window.getByRole('tab', { name: 'Directories' }).click();
  await window.getByRole('row', { name: new RegExp(String(directory?.name)) }).click();
  await expect(window.getByRole('combobox', { name: 'Role of the group Everyone' })).toBeVisible();
  // One edit of a list builds on the other, also when it comes in the very moment in which the record shows that other.
  const next = await window.evaluate(async () => {
    const named = (name: string) => document.querySelector(`[aria-label="${name}"]`);
    const everyone = named('Role of the group Everyone');
    const list = everyone?.closest('ol');
    if (!(everyone instanceof HTMLSelectElement && list)) throw new Error('no list of groups');
    const shown = new Promise((resolve) =>
      new MutationObserver(resolve).observe(list, { attributeFilter: ['data-staged'] }),
    );
    named('Finance before the one above')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await shown;
    everyone.value = [...everyone.options].find(({ label }) => label === 'Viewer')?.value ?? '';
    everyone.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
    return everyone.value;
  });
  expect(next).toBe('org:viewer');
  await window.getByRole('textbox', { name: 'Another group' }).fill('contractors');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('combobox', { name: 'Role of the group contractors' })).toBeVisible();
  await window.getByRole('button', { name: 'Actions' }).click();
  await window.getByRole('menuitem', { name: /Rotate the API key/ }).click();
  await review(window);
  await apply(window, 'Apply');
  await expect(window.getByText(/^dak_/).first()).toBeVisible();
  const groups = await service.list(`/directories/${directory?.id}/group_role_mappings`);
  expect(groups.map((each) => [each.directory_group_id, (each.role as { key: string }).key])).toEqual([
    ['finance', 'org:billing'],
    ['platform-admins', 'org:admin'],
    ['everyone', 'org:viewer'],
    ['contractors', 'org:member'],
  ]);
  await window.getByRole('button', { name: 'Close report' }).click();

  await goTo(window, 'Connections');
  await window.getByRole('row', { name: /Renamed sign-on/ }).click();
  await window.getByRole('button', { name: 'Delete…' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Stage deletion' }).click();
  await review(window);
  await apply(window, 'Apply');
  expect(await held()).toHaveLength(before.length);
  await quit();
});
