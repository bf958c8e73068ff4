import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { connect, goTo } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { saveTo } from './support/save-to';
import { startService } from './support/service';
import { temporaryFolder } from './support/temporary-folder';

/** One pixel. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('people of a pool without organizations are made, edited, banned and deleted, and the service holds it so', async () => {
  const service = await startService(0.05, 'lumen');
  const { app, window, quit } = await launchApp();
  await connect(window, service, 'People of Lumen', 'B2C');
  await goTo(window, 'People');
  const inspector = window.getByRole('complementary', { name: /^Inspector/ });
  const search = window.getByRole('textbox', { name: 'Filter people' });
  const known = async (email: string) => (await service.list(`/users?email_address=${email}`))[0];
  const send = async (verb: string): Promise<void> => {
    await review(window);
    await apply(window, verb);
    await window.getByRole('button', { name: 'Close report' }).click();
    await goTo(window, 'People');
  };

  await test.step('a press means the row that it fell on, wherever a sync moves it before it is let go', async () => {
    const grid = window.getByRole('grid');
    const row = (place: number) => grid.getByRole('row').nth(place);
    const nameAt = async (place: number) => (await row(place).getAttribute('aria-label')) ?? '';
    const arrive = async (name: string): Promise<void> => {
      await service.asColleague('POST', '/users', {
        ...{ first_name: name, last_name: 'Aa', email_address: [`${name.toLowerCase()}@lumen.example`] },
        skip_password_requirement: true,
      });
      const moved = await nameAt(3);
      await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('sync-now')?.click());
      await expect(row(4)).toHaveAttribute('aria-label', moved);
    };
    await expect(row(8)).toHaveAttribute('aria-label', /\w/);
    await expect(row(8)).toHaveAttribute('aria-label', /\w/);
    const pressed = await nameAt(3);
    const box = await row(3).getByRole('gridcell').nth(2).boundingBox();
    await window.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 8);
    await window.mouse.down();
    await arrive('Aaron');
    await window.mouse.up();
    await expect(inspector.getByRole('heading').first()).toContainText(pressed);
    await expect(row(4)).toHaveAttribute('data-active', 'true');
    const [from, to] = [await nameAt(3), await nameAt(6)];
    await row(3).getByRole('checkbox').click();
    await arrive('Aaliyah');
    await row(7)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    await expect(grid.getByRole('checkbox', { name: /^Select /, checked: true })).toHaveCount(4);
    for (const name of [from, to])
      await expect(grid.getByRole('checkbox', { name: `Select ${name}`, exact: true })).toBeChecked();
    await window.keyboard.press('Escape');
    await grid.getByRole('columnheader').getByRole('checkbox').click();
    await expect(window.getByRole('region', { name: 'Selection' })).toContainText(/\d{3} selected/);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('region', { name: 'Selection' })).toHaveCount(0);
    await window.keyboard.press('ArrowUp');
    const next = await nameAt(6);
    await arrive('Aad');
    await window.keyboard.press('Enter');
    await expect(inspector.getByRole('heading').first()).toContainText(next);
  });

  await window.getByRole('button', { name: 'New person' }).click();
  const dialog = window.getByRole('dialog', { name: 'New person' });
  await dialog.getByRole('textbox', { name: 'First name' }).fill('Noor');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toContainText('needs an email address, a phone number or a username');
  await dialog.getByRole('textbox', { name: 'Last name' }).fill('Haddad');
  await dialog.getByRole('textbox', { name: 'Email' }).fill('noor@lumen.example');
  await dialog.getByLabel('Password', { exact: true }).fill('Ek8#pq!rT2-harbour');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toBeHidden();
  await send('Apply');
  expect(await known('noor@lumen.example')).toMatchObject({
    first_name: 'Noor',
    last_name: 'Haddad',
    password_enabled: true,
    has_image: false,
  });

  // A name shows at once wherever the person does; a ban stands beside it, until both are sent.
  await search.fill('noor@lumen.example');
  await window.getByRole('grid').getByText('Noor Haddad').click();
  await inspector.getByRole('button', { name: 'Edit Last name' }).click();
  await inspector.getByRole('textbox', { name: 'Last name' }).fill('Haddad-Lee');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('grid')).toContainText('Noor Haddad-Lee');
  await inspector
    .locator('input[type="file"]')
    .setInputFiles({ name: 'noor.png', mimeType: 'image/png', buffer: dot });
  await expect(inspector.getByRole('img', { name: 'The staged picture' })).toBeVisible();
  for (const [field, value] of [
    ['Language', 'de-CH'],
    ['Accepted the terms', '2026-10-01T09:00:00Z'],
  ] as const) {
    await inspector.getByRole('button', { name: `Edit ${field}` }).click();
    await inspector.getByRole('textbox', { name: field }).fill(value);
    await window.keyboard.press('Enter');
  }
  await inspector.getByRole('switch', { name: /^May delete their own account/ }).click();
  await inspector.getByRole('switch', { name: /^Banned/ }).click();
  await inspector.getByRole('textbox', { name: 'Path in private metadata' }).fill('contract.end');
  await inspector.getByRole('textbox', { name: 'Value in private metadata' }).fill('2027-01-31');
  await inspector.getByRole('button', { name: 'Add to private metadata' }).click();
  await expect(inspector.getByText('contract › end').first()).toBeVisible();
  await expect(window.getByRole('grid').getByText('Banned')).toBeVisible();
  // Metadata as a whole: what is wrong is said, and only what differs is staged.
  await inspector.getByRole('button', { name: 'Edit public metadata as JSON…' }).click();
  const whole = window.getByRole('dialog', { name: /^Public metadata of Noor/ });
  await whole.getByRole('textbox', { name: 'Public metadata' }).fill('{ "tier": "gold", ');
  await whole.getByRole('button', { name: 'Stage what differs' }).click();
  await expect(whole).toContainText('It is no JSON');
  await whole
    .getByRole('textbox', { name: 'Public metadata' })
    .fill('{ "tier": "gold", "seat": { "row": 4 } }');
  await whole.getByRole('button', { name: 'Stage what differs' }).click();
  await expect(whole).toBeHidden();
  await expect(inspector.getByText('seat › row').first()).toBeVisible();

  // A further address is added, verified and made the primary one, all before anything is sent; and sessions are ended.
  await inspector.getByRole('textbox', { name: 'New email address' }).fill('noor.lee@lumen.example');
  await inspector.getByRole('button', { name: 'Add the email address' }).click();
  for (const what of ['Verify', 'Make it the primary one']) {
    await inspector.getByRole('button', { name: 'What to do with noor.lee@lumen.example' }).click();
    await window.getByRole('menuitem', { name: what }).click();
  }
  await inspector.getByRole('button', { name: 'Actions' }).click();
  await window.getByRole('menuitem', { name: /^Sign out everywhere/ }).click();
  await expect(inspector.getByText('Sign out everywhere')).toBeVisible();
  await inspector.getByRole('button', { name: 'Actions' }).click();
  await window.getByRole('menuitem', { name: /^Mark password as compromised/ }).click();
  await inspector.getByRole('switch', { name: /^Locked/ }).click();
  await send('Apply');
  const writes = await service.writes();
  expect(writes.filter((call) => /\/(lock|password\/set_compromised)$/.test(call))).toHaveLength(2);
  const addresses = (await known('noor.lee@lumen.example')) as unknown as {
    readonly primary_email_address_id: string;
    readonly email_addresses: readonly {
      id: string;
      email_address: string;
      verification: { status: string };
    }[];
  };
  expect(addresses.email_addresses[0]).toMatchObject({
    id: addresses.primary_email_address_id,
    email_address: 'noor.lee@lumen.example',
    verification: { status: 'verified' },
  });
  expect(await known('noor@lumen.example')).toMatchObject({
    last_name: 'Haddad-Lee',
    banned: true,
    locked: true,
    has_image: true,
    locale: 'de-CH',
    legal_accepted_at: Date.UTC(2026, 9, 1, 9),
    delete_self_enabled: false,
    public_metadata: { tier: 'gold', seat: { row: 4 } },
    private_metadata: { contract: { end: '2027-01-31' } },
  });

  // What the table shows leaves as a file; the rows that are selected, when some are.
  const saved = join(await temporaryFolder('export'), 'people.csv');
  await saveTo(app, saved);
  const exportRows = async (title: RegExp): Promise<readonly Record<string, string>[]> => {
    await window.getByRole('button', { name: 'Export…' }).click();
    const asking = window.getByRole('dialog', { name: title });
    await asking.getByText('CSV', { exact: true }).click();
    await asking.getByRole('button', { name: 'Choose where…' }).click();
    await expect(asking).toBeHidden();
    return parse(await readFile(saved), { columns: true }) as Record<string, string>[];
  };
  const { total_count: everybody } = await service.get('/users/count');
  await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', String(Number(everybody) + 1));
  const all = await exportRows(/^Export \d+ people/);
  expect(all).toHaveLength(Number(everybody));
  await search.fill('noor@lumen.example');
  await window.getByRole('checkbox', { name: 'Select Noor Haddad-Lee' }).click();
  expect(await exportRows(/^Export 1 person/)).toMatchObject([{ lastName: 'Haddad-Lee', banned: 'true' }]);
  await window.getByRole('checkbox', { name: 'Select Noor Haddad-Lee' }).click();

  // The ban is lifted for the selected rows at once, and somebody is deleted after the dialog has named who.
  await search.fill('noor@lumen.example');
  await window.getByRole('checkbox', { name: 'Select Noor Haddad-Lee' }).click();
  await window.getByRole('button', { name: 'Lift the ban…' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Stage 1 change' }).click();
  await send('Apply');
  expect(await known('noor@lumen.example')).toMatchObject({ banned: false });
  await search.fill('noor@lumen.example');
  await window.getByRole('grid').getByText('Noor Haddad-Lee').click();
  await inspector.getByRole('button', { name: 'Offboard…' }).click();
  const offboarding = window.getByRole('dialog', { name: 'Offboard Noor Haddad-Lee?' });
  await expect(offboarding.getByRole('button', { name: 'Stage 2 changes' })).toBeEnabled();
  await offboarding.getByRole('radio', { name: /^Delete the account/ }).click();
  await offboarding.getByRole('button', { name: 'Stage 1 change' }).click();
  await send('Apply');
  expect(await known('noor@lumen.example')).toBeUndefined();
  await quit();
});
