import { expect, type Page, test } from '@playwright/test';
import { connect, goTo, synced } from './support/connect';
import { command } from './support/edits';
import { launchApp } from './support/launch-app';
import { pickSubject } from './support/pick-subject';
import { startService } from './support/service';

const focused = (window: Page): Promise<string> =>
  window.evaluate(
    () => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName ?? '',
  );

test('the keyboard goes everywhere, and the focus is never lost', async () => {
  const service = await startService(0.05);
  const subject = await pickSubject(service);
  const { organization } = subject;
  const { app, window, quit } = await launchApp();
  await connect(window, service, 'Acme');

  await test.step('a name and Enter go there, however fast; the field stands still', async () => {
    await window.keyboard.press('Control+k');
    const field = window.getByRole('textbox', { name: /^Search organizations/ });
    await expect(field).toBeFocused();
    await window.keyboard.insertText(organization.name);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: organization.name }).first()).toBeVisible();
    await expect(window.getByRole('dialog')).toBeHidden();
    await expect.poll(() => focused(window)).not.toBe('BODY');
    await window.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await field.fill('zz');
    await expect(window.getByText('Nothing by that name here')).toBeVisible();
    const top = async () => (await field.boundingBox())?.y;
    let before: number | undefined;
    const stands = async (): Promise<boolean> => {
      const last = before;
      before = await top();
      // Between two frames of its opening it seems to stand, too.
      const moving = await window.evaluate(
        () => document.querySelector('[role="dialog"]')?.getAnimations({ subtree: true }).length,
      );
      return moving === 0 && before === last;
    };
    await expect.poll(stands).toBe(true);
    for (const text of ['r', organization.name.slice(0, 2), organization.name, 'zzz']) {
      await field.fill(text);
      expect(await top()).toBe(before);
    }
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
    await expect.poll(() => focused(window)).not.toBe('BODY');
    // Letters that come before the field has the focus are text as well: none of them is a key of the screen below.
    await window.evaluate(() => {
      const press = (key: string, ctrlKey = false): unknown =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }));
      press('k', true);
      for (const key of 'gv as') press(key);
    });
    await expect(field).toHaveValue('gv as');
    await expect(field).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  });

  await test.step('after E and Esc, J, K and O are the table’s again; closing the inspector gives it the focus', async () => {
    await goTo(window, 'Organizations');
    const grid = window.getByRole('grid', { name: 'Organizations' });
    await expect(grid.getByRole('row').nth(2)).toBeVisible();
    await grid.focus();
    await window.keyboard.press('Enter');
    await window.keyboard.press('e');
    const inspector = window.getByRole('complementary', { name: /^Inspector/ });
    await expect(inspector.getByRole('textbox').first()).toBeFocused();
    await window.keyboard.press('Escape');
    const first = await inspector.getAttribute('aria-label');
    await window.keyboard.press('j');
    await expect(inspector).not.toHaveAttribute('aria-label', first ?? '');
    await window.keyboard.press('k');
    await expect(inspector).toHaveAttribute('aria-label', first ?? '');
    await window.keyboard.press('e');
    await expect(inspector.getByRole('textbox').first()).toBeFocused();
    await window.keyboard.press('Escape');
    await window.keyboard.press('Escape');
    await expect(inspector).toBeHidden();
    await expect.poll(() => focused(window)).toBe('grid');
    await window.keyboard.press('o');
    await expect(window.getByRole('tab', { name: 'Members' })).toBeVisible();
  });

  await test.step('Esc clears what a checkbox chose', async () => {
    await goTo(window, 'Memberships');
    const grid = window.getByRole('grid', { name: 'Memberships' });
    await grid.getByRole('row').nth(1).getByRole('checkbox').click();
    await expect(window.getByText('1 selected')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByText('1 selected')).toBeHidden();
  });

  await test.step('the checkbox over the rows chooses every row of the query, as "Select all" does', async () => {
    const grid = window.getByRole('grid', { name: 'Memberships' });
    const all = grid.getByRole('checkbox', { name: 'Select all rows' });
    const bar = window.getByRole('region', { name: 'Selection' });
    const total = (await grid.getAttribute('aria-rowcount')) ?? '';
    const chosen = new RegExp(`^${(Number(total) - 1).toLocaleString('en')} selected`);
    await all.click();
    await expect(bar.getByRole('status')).toHaveText(chosen);
    await expect(all).toBeChecked();
    await all.click();
    await expect(bar).toBeHidden();
    await grid.getByRole('row').nth(2).getByRole('checkbox').click();
    await bar.getByRole('button', { name: /^Select all/ }).click();
    await expect(bar.getByRole('status')).toHaveText(chosen);
    await expect(all).toBeChecked();
    await all.click();
  });

  await test.step('Shift with Enter sorts by a second column, Alt with the arrows sizes and moves one', async () => {
    const grid = window.getByRole('grid', { name: 'Memberships' });
    const head = (name: string) => grid.getByRole('columnheader', { name });
    await head('Role').getByRole('button').focus();
    await window.keyboard.press('Enter');
    await head('Organization').getByRole('button').focus();
    await window.keyboard.press('Shift+Enter');
    await expect(head('Role')).toHaveAttribute('aria-sort', 'ascending');
    await expect(head('Organization')).toHaveAttribute('aria-sort', 'ascending');
    const before = (await head('Organization').boundingBox())?.width ?? 0;
    await window.keyboard.press('Alt+ArrowRight');
    await window.keyboard.press('Alt+ArrowRight');
    await expect
      .poll(async () => (await head('Organization').boundingBox())?.width)
      .toBe(Math.round(before + 32));
    await window.keyboard.press('Alt+Shift+ArrowLeft');
    await expect(grid.getByRole('columnheader').nth(1)).toContainText('Organization');
    await expect(head('Organization').getByRole('button')).toBeFocused();
  });

  await test.step('the menu of a row: by the pointer and by a key, for one row and for all that are selected', async () => {
    await goTo(window, 'Memberships');
    const grid = window.getByRole('grid', { name: 'Memberships' });
    const rows = grid.getByRole('row');
    await expect(rows.nth(2)).toBeVisible();
    await rows.nth(1).click({ button: 'right' });
    const menu = window.getByRole('menu', { name: /^Commands for / });
    await expect(menu.getByRole('menuitem', { name: 'Edit' })).toBeEnabled();
    await expect(menu.getByRole('menuitem', { name: 'Withdraw what is staged' })).toBeDisabled();
    await expect(menu.getByRole('menuitem', { name: 'Change role…' })).toBeHidden();
    await window.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(grid).toBeFocused();
    await window.keyboard.press('Shift+F10');
    await menu.getByRole('menuitem', { name: 'Open' }).click();
    await expect(window.getByRole('complementary', { name: /^Inspector/ })).toBeVisible();
    const copy = window.getByRole('complementary').getByRole('button', { name: /^Copy id orgmem_/ });
    const id = (await copy.textContent()) ?? '';
    await copy.click();
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(id);
    await grid.focus();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('complementary', { name: /^Inspector/ })).toBeHidden();

    await grid.focus();
    await window.keyboard.press('Space');
    await window.keyboard.press('j');
    await window.keyboard.press('Space');
    await expect(window.getByText('2 selected')).toBeVisible();
    await window.keyboard.press('ContextMenu');
    const both = window.getByRole('menu', { name: 'Commands for 2 rows' });
    await expect(both.getByRole('menuitem', { name: 'Edit' })).toBeDisabled();
    await both.getByRole('menuitem', { name: 'Change role…' }).click();
    await expect(window.getByRole('dialog')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  });

  await test.step('the palette offers what the bar offers for what is selected, and says how many', async () => {
    await window.keyboard.press('Control+k');
    const palette = window.getByRole('dialog');
    await expect(palette.getByRole('button', { name: 'Change role of 2 memberships…' })).toBeVisible();
    await window.getByRole('textbox', { name: 'Search' }).fill('remove 2');
    const offered = palette.getByRole('button', { name: /memberships…$/ });
    await expect(offered).toHaveCount(1);
    await expect(offered).toHaveText('Remove 2 memberships…');
    await window.keyboard.press('Enter');
    const dialog = window.getByRole('dialog', { name: /2 members/ });
    await expect(dialog).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('Ctrl C copies the selected rows as the table shows them, else the one at hand; with Shift their ids', async () => {
    const grid = window.getByRole('grid', { name: 'Memberships' });
    const clipboard = () => app.evaluate(({ clipboard }) => clipboard.readText());
    const first = grid.getByRole('row').nth(1);
    const cell = async (index: number) => (await first.getByRole('gridcell').nth(index).textContent()) ?? '';
    await grid.focus();
    await window.keyboard.press('Control+c');
    await expect(window.getByText('Copied 2 rows')).toBeVisible();
    const lines = (await clipboard()).split('\n');
    expect(lines).toHaveLength(2);
    const [person = '', place = '', role = ''] = (lines[0] ?? '').split('\t');
    expect(await cell(1)).toContain(person);
    expect(await cell(2)).toContain(place);
    expect(await cell(3)).toBe(role);
    await window.keyboard.press('Control+Shift+c');
    await expect.poll(clipboard).toMatch(/^orgmem_\w+\norgmem_\w+$/);
    await window.keyboard.press('Escape');
    await expect(window.getByText('2 selected')).toBeHidden();
    await window.keyboard.press('Control+Shift+c');
    await expect.poll(clipboard).toMatch(/^orgmem_\w+$/);
    // Each copy says so; some may have gone by themselves.
    const said = window.getByRole('button', { name: 'Dismiss' });
    await expect(async () => {
      if ((await said.count()) > 0) await said.first().click({ timeout: 2_000 });
      expect(await said.count()).toBe(0);
    }).toPass();
  });

  await test.step('a limit says at its field what is wrong; its row stays, and it gives the focus back', async () => {
    await goTo(window, 'Limits');
    const rows = window.getByRole('grid', { name: 'Seat limits' }).getByRole('row');
    await expect(rows.nth(1)).toBeVisible();
    await expect(window.getByRole('button', { name: /^Edit seats of/ }).first()).toBeVisible();
    const names = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')));
    const order = await names();
    const name = order[1] ?? '';
    await window.getByRole('button', { name: `Edit seats of ${name}` }).click();
    const field = window.getByRole('textbox', { name: `Seats of ${name}` });
    await field.fill('12x');
    await field.press('Enter');
    await expect(window.getByRole('alert')).toContainText('is no number of seats');
    await expect(field).toBeFocused();
    await field.fill('900000');
    await expect(window.getByRole('alert')).toBeHidden();
    await field.press('Enter');
    await expect(field).toBeHidden();
    await expect.poll(() => focused(window)).not.toBe('BODY');
    await expect(rows.nth(1)).toContainText('900,000');
    await expect.poll(names).toEqual(order);
  });

  await test.step('a card and a staged change have the menu of a row', async () => {
    await goTo(window, 'Branding');
    const cards = window.getByRole('listbox', { name: 'Branding' });
    const card = cards.getByRole('option').nth(1);
    await card.click({ button: 'right' });
    const menu = window.getByRole('menu', { name: /^Commands for / });
    await expect(menu.getByRole('menuitem', { name: 'Show only this organization' })).toBeEnabled();
    await menu.getByRole('menuitem', { name: 'Copy id' }).click();
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^org_\w+$/);
    await expect(cards).toBeFocused();
    await window.keyboard.press('Shift+F10');
    await menu.getByRole('menuitem', { name: 'Open' }).click();
    await expect(window.getByRole('complementary', { name: /^Inspector/ })).toBeVisible();

    await goTo(window, 'Changes');
    const change = window.getByRole('list', { name: 'Staged changes' }).getByRole('listitem').last();
    await change.focus();
    await window.keyboard.press('ContextMenu');
    await menu.getByRole('menuitem', { name: 'Copy as curl' }).click();
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toMatch(
        /^# Seats of .*\ncurl .*-X PATCH 'http.*\/organizations\/org_[\s\S]*CLERK_SECRET_KEY[\s\S]*900000/,
      );
    await change.focus();
    await window.keyboard.press('ContextMenu');
    await menu.getByRole('menuitem', { name: 'Withdraw' }).click();
    await expect(window.getByRole('heading', { name: 'Nothing staged' })).toBeVisible();
  });

  await test.step('G O on an entry of the history goes to Organizations; its menu opens it', async () => {
    await service.patch(`/organizations/${organization.id}`, { name: 'Renamed by a colleague' });
    await command(window, 'Sync now');
    await synced(window);
    await goTo(window, 'History');
    const entry = window.getByRole('list', { name: 'History' }).getByRole('listitem').first();
    await entry.click({ button: 'right' });
    const menu = window.getByRole('menu', { name: /^Commands for / });
    await menu.getByRole('menuitem', { name: 'Show all of an entry, or less' }).click();
    await expect(entry).toContainText('Hash');
    await expect(entry).toBeFocused();
    await window.keyboard.press('Space');
    await expect(entry).not.toContainText('Hash');
    await window.keyboard.press('g');
    await window.keyboard.press('o');
    await expect(window.getByRole('grid', { name: 'Organizations' })).toBeVisible();
  });
  await quit();
  await service.stop();
});
