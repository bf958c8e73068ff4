import { expect, type Page, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

const manage = 'org:sys_memberships:manage';
const sentence = (window: Page) => window.getByRole('article').getByRole('heading');
const way = (window: Page) => window.getByRole('list', { name: 'The way to the permission' });

const show = (window: Page, tab: string) =>
  window.getByRole('radiogroup', { name: 'Question about access' }).getByText(tab, { exact: true }).click();
const asOf = (window: Page, moment: string) =>
  window.getByRole('radiogroup', { name: 'Moment' }).getByText(moment, { exact: true }).click();

test('why somebody can do something is answered offline, before and after what is staged, and as it was', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Access of Northwind');
  await service.crash();

  await window.keyboard.press('g');
  await window.keyboard.press('x');
  await show(window, 'Who can');
  const permission = window.getByRole('combobox', { name: 'Permission or role' });
  await permission.fill(manage);
  await window.getByRole('option', { name: manage }).click();
  const holders = window.getByRole('table', { name: 'Who holds it' });
  const holder = holders.getByRole('row').nth(1);
  const name = (await holder.getByRole('button').first().textContent()) ?? '';
  expect(await accessibilityFaults(window)).toEqual([]);
  await holder.getByRole('button', { name: /^Why/ }).click();
  await expect(sentence(window)).toContainText(`${name} holds “Manage members”`);
  await expect(way(window).getByRole('button')).toContainText([name, /Membership/, /Admin/, manage]);
  await expect(window.getByText('Nothing staged changes it.')).toBeVisible();
  expect(await accessibilityFaults(window)).toEqual([]);

  // A node is a link; the way back is the person's.
  await way(window).getByRole('button').first().click();
  const inspector = window.getByRole('complementary', { name: `Inspector: ${name}` });
  await inspector.getByRole('switch', { name: /^Banned/ }).click();
  await expect(inspector.getByRole('button', { name: 'Undo' }).first()).toBeVisible();
  await inspector.getByRole('button', { name: 'What they can do' }).click();
  const places = window.getByRole('table', { name: `What ${name} can do` });
  await expect(places).toBeVisible();
  expect(await accessibilityFaults(window)).toEqual([]);
  await places
    .getByRole('button', { name: new RegExp(`^Why ${manage}`) })
    .first()
    .click();
  await expect(window.getByText('What is staged changes it.')).toBeVisible();
  await expect(sentence(window)).toContainText('holds');
  await asOf(window, 'After reconcile');
  await expect(sentence(window)).toContainText(`does not hold “Manage members”`);
  await expect(sentence(window)).toContainText(`${name} is banned.`);
  await expect(way(window).getByRole('button').first()).toContainText('Banned');
  expect(await accessibilityFaults(window)).toEqual([]);

  await show(window, 'Difference');
  await expect(window.getByRole('table', { name: 'Loses' })).toContainText(`${name} is banned.`);

  await service.up();
  await goTo(window, 'Changes');
  await review(window);
  await apply(window, 'Apply');
  await window.getByRole('button', { name: 'Close report' }).click();
  await window.goBack();
  await show(window, 'Why');
  await asOf(window, 'Now');
  await expect(sentence(window)).toContainText(`${name} is banned.`);

  await show(window, 'Assertions');
  await window.getByRole('button', { name: 'New assertion…' }).click();
  const dialog = window.getByRole('dialog', { name: 'New assertion' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Admins are of nowhere.example');
  await dialog.getByRole('combobox', { name: 'What must be true' }).selectOption('outside');
  await dialog.getByRole('textbox', { name: 'Email domain' }).fill('nowhere.example');
  await dialog.getByRole('combobox', { name: 'Permission' }).fill(manage);
  await window.getByRole('option', { name: manage }).click();
  await dialog.getByRole('button', { name: 'Keep the assertion' }).click();
  const kept = window.getByRole('table', { name: 'Assertions' });
  await expect(kept).toContainText(/\d+ against it/);
  await expect(kept).toContainText(`Nobody outside nowhere.example holds ${manage}.`);
  expect(await accessibilityFaults(window)).toEqual([]);
  // What fails is counted wherever one looks.
  const rail = window.getByRole('navigation', { name: 'Screens' });
  await expect(rail.locator('a', { hasText: 'Access' })).toHaveText('Access1');
  await goTo(window, 'Overview');
  const fails = window.getByRole('button', { name: /Admins are of nowhere.example \d+ against it$/ });
  await expect(fails).toBeVisible();
  expect(await accessibilityFaults(window)).toEqual([]);
  await fails.click();
  await expect(kept).toBeVisible();
  await asOf(window, 'After reconcile');
  await expect(kept).toContainText(/\d+ against it/);
  await asOf(window, 'Now');
  await kept.getByRole('button', { name: / in / }).first().click();
  await expect(sentence(window)).toContainText('holds “Manage members”');
  await quit();
});
