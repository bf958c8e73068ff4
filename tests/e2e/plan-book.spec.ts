import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { apply, command, review, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { saveTo } from './support/save-to';
import { startService } from './support/service';
import { temporaryFolder } from './support/temporary-folder';

const dialog = (window: Page) => window.getByRole('dialog');

async function makePlan(window: Page, name: string, limits: Readonly<Record<string, string>>): Promise<void> {
  await window.getByRole('button', { name: 'New plan…' }).click();
  await dialog(window).getByRole('textbox', { name: 'Name' }).fill(name);
  for (const [limit, value] of Object.entries(limits))
    await dialog(window).getByRole('textbox', { name: limit, exact: true }).fill(value);
  await dialog(window).getByRole('button', { name: 'Make plan' }).click();
  await expect(dialog(window)).toBeHidden();
}

test('plans of customers: made, given, overridden with a reason, simulated, pushed and read back', async () => {
  const service = await startService(0.1, 'campus');
  const applications = (await service.list('/platform/applications?limit=100')) as unknown as {
    readonly application_id: string;
    readonly name: string;
  }[];
  const [ashford] = applications;
  if (ashford === undefined) throw new Error('the platform has applications');
  const { app, window, quit } = await launchApp();
  await connect(window, service, 'Campus', 'Platforms');

  await test.step('an empty book teaches, and takes a first plan', async () => {
    await goTo(window, 'Plan book');
    await window.getByRole('tab', { name: 'Plans' }).click();
    await expect(window.getByRole('heading', { name: 'No plans yet' })).toBeVisible();
    await makePlan(window, 'Pro', { Seats: '20', Domains: '1' });
    await expect(window.getByRole('table', { name: 'Limits by plan' })).toContainText('Pro');
  });

  const row = window.getByRole('row', { name: ashford.name });
  let second = '';
  await test.step('it is given to two customers, whose usage is counted', async () => {
    await window.getByRole('tab', { name: 'Customers' }).click();
    await row.getByRole('checkbox').click();
    const other = window.getByRole('grid').getByRole('row').nth(3);
    await other.getByRole('checkbox').click();
    second = (await other.textContent()) ?? '';
    await window.getByRole('button', { name: 'Count what is used…' }).click();
    await dialog(window).getByRole('button', { name: 'Count', exact: true }).click();
    await expect(dialog(window)).toBeHidden();
    await window.getByRole('button', { name: 'Give a plan…' }).click();
    await dialog(window).getByRole('combobox', { name: 'Plan' }).selectOption({ label: 'Pro' });
    await expect(dialog(window).getByRole('status')).toContainText('To Pro: ');
    await dialog(window).getByRole('button', { name: 'Keep' }).click();
    await expect(row).toContainText('Pro');
    await expect(row).toContainText(/\d+\/20/);
  });

  await test.step('another limit is simulated, with names', async () => {
    await window.getByRole('button', { name: 'Simulate…' }).click();
    await dialog(window).getByRole('textbox', { name: 'Limit instead' }).fill('1');
    await expect(dialog(window).getByRole('status')).toContainText(
      /Pro: 20 → 1 seats: 2 customers over, \d+ people/,
    );
    await expect(dialog(window).getByRole('status')).toContainText(ashford.name);
    await window.keyboard.press('Escape');
  });

  await test.step('one of them is given more, with a reason', async () => {
    await row.click();
    const inspector = window.getByRole('complementary', { name: /^Inspector/ });
    await expect(inspector).toContainText('plan Pro');
    await inspector.getByRole('button', { name: 'Override…' }).click();
    await dialog(window).getByRole('textbox', { name: 'Agreed instead' }).fill('35');
    await dialog(window).getByRole('textbox', { name: 'Reason' }).fill('contract 7');
    await dialog(window).getByRole('button', { name: 'Keep' }).click();
    await expect(inspector).toContainText('35, override contract 7');
    await window.keyboard.press('Escape');
  });

  await test.step('a domain beyond the plan is refused in words', async () => {
    await goTo(window, 'Domains');
    await window.getByRole('button', { name: 'Add a domain…' }).click();
    await dialog(window).getByRole('combobox', { name: 'Application' }).click();
    await window.getByRole('option', { name: ashford.name, exact: true }).click();
    await dialog(window).getByRole('textbox', { name: 'Domain' }).fill('second.ashford.example');
    await dialog(window)
      .getByRole('button', { name: /^Stage/ })
      .click();
    await expect(dialog(window)).toContainText(`${ashford.name} may have 1 domain (plan Pro)`);
    await window.keyboard.press('Escape');
  });

  await test.step('what was agreed is pushed, and the service has it', async () => {
    await goTo(window, 'Plan book');
    await window.getByRole('button', { name: 'Push limits…' }).click();
    await expect(dialog(window)).toContainText(`${ashford.name}: seats`);
    await dialog(window)
      .getByRole('button', { name: /^Stage \d changes$/ })
      .click();
    await expect(tray(window)).toContainText('2 staged');
    await review(window);
    await apply(window, 'Apply 2 changes');
    const config = `/platform/applications/${ashford.application_id}/instances/production/config`;
    await expect
      .poll(() => service.get(config))
      .toMatchObject({ organization_settings: { max_allowed_memberships: 35 } });
  });

  await test.step('plans come from a CSV file: each line is told first, and what is refused changes nothing', async () => {
    await goTo(window, 'Plan book');
    await window.getByRole('button', { name: 'Import…' }).click();
    const choose = async (name: string, content: string | Buffer): Promise<void> =>
      dialog(window)
        .locator('input[type="file"]')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await choose('latin.csv', Buffer.from('application,plan\nM\xfcnchen,Pro\n', 'latin1'));
    await expect(dialog(window).getByRole('alert')).toContainText('latin.csv is not UTF-8 text');
    const lines = [
      'application,plan,limit,value,reason',
      `${ashford.name},Pro,seats,40,contract 9`,
      'Nobody,Pro,,,',
    ];
    await choose('plans.csv', lines.join('\n'));
    const told = dialog(window).getByRole('status');
    await expect(told).toContainText('plans.csv: 0 new, 1 changed, 0 the same, 1 refused.');
    await expect(told).toContainText(/Line 3: Nobody.*refused: /);
    await dialog(window).getByRole('button', { name: 'Keep 1 line' }).click();
    await expect(dialog(window)).toBeHidden();
    await row.click();
    await expect(window.getByRole('complementary', { name: /^Inspector/ })).toContainText(
      '40, override contract 9',
    );
    await window.keyboard.press('Escape');
  });

  await test.step('the books go to a colleague as a signed file; one that was changed on the way is refused', async () => {
    const path = join(await temporaryFolder('books'), 'plans.json');
    await saveTo(app, path);
    await window.getByRole('tab', { name: 'Plans' }).click();
    const files = async (item: RegExp): Promise<void> => {
      await window.getByRole('button', { name: 'Signed file' }).click();
      await window.getByRole('menuitem', { name: item }).click();
    };
    await files(/^Sign and save/);
    await dialog(window).getByRole('textbox', { name: 'Your name' }).fill('Ada');
    await dialog(window).getByRole('button', { name: 'Sign and save' }).click();
    await expect(dialog(window)).toBeHidden();
    const text = await readFile(path, 'utf8');
    await makePlan(window, 'Mine', { Seats: '1' });
    await files(/^Take a colleague/);
    const choose = (buffer: string): Promise<void> =>
      dialog(window)
        .locator('input[type="file"]')
        .setInputFiles({ name: 'plans.json', mimeType: 'application/json', buffer: Buffer.from(buffer) });
    await choose(text.replace('"Pro"', '"Prö"'));
    await expect(dialog(window).getByRole('alert')).toContainText('changed after it was signed');
    await choose(text);
    const told = dialog(window).getByRole('status');
    await expect(told).toContainText('Signed by Ada, with the key of this workspace');
    await expect(told).toContainText(`Subscription ${ashford.name}`);
    await expect(told).toContainText(/Plan Mine.*stays: only here/);
    await expect(dialog(window).getByRole('button', { name: 'Nothing to keep' })).toBeDisabled();
    await dialog(window).getByRole('checkbox', { name: 'Take out what only stands here' }).click();
    await expect(told).toContainText(/Plan Mine.*removed here/);
    await dialog(window).getByRole('button', { name: 'Keep 1 entry' }).click();
    await expect(dialog(window)).toBeHidden();
    await expect(window.getByRole('table', { name: 'Limits by plan' })).not.toContainText('Mine');
  });

  await test.step('a plan that customers have stays; closed ones go with it, named and counted before', async () => {
    const remove = window.getByRole('button', { name: 'Remove Pro' });
    const verb = dialog(window).getByRole('button', { name: 'Remove plan' });
    await remove.click();
    await expect(dialog(window).getByRole('alert')).toContainText('2 customers');
    await expect(verb).toBeDisabled();
    await window.keyboard.press('Escape');
    const closed = applications.filter(({ name }) => name === ashford.name || second.includes(name));
    for (const { application_id } of closed) await service.remove(`/platform/applications/${application_id}`);
    await command(window, 'Sync now');
    await remove.click();
    // It is asked anew as the sync goes on.
    await expect(dialog(window)).toContainText('2 customers that were closed still have it', {
      timeout: 60_000,
    });
    await expect(dialog(window).getByRole('list', { name: 'Who is affected' })).toContainText(ashford.name);
    await verb.click();
    await expect(window.getByRole('heading', { name: 'No plans yet' })).toBeVisible();
  });
  await quit();
});
