import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { filesHolding } from '../support/folders/files-holding';
import { startMutatingProxy } from '../support/mutator/mutating-proxy';
import { passphrase } from '../support/passphrase';
import { accessibilityFaults } from './support/accessibility-faults';
import { canaryEmail, expectApart, plantCanaries } from './support/canaries';
import { connect, goTo, reopen, synced } from './support/connect';
import { apply, command, review, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { reviewFleet } from './support/review-fleet';
import { type Service, startService } from './support/service';

interface Application {
  readonly application_id: string;
  readonly name: string;
}

const configOf = ({ application_id: id }: Application): string =>
  `/platform/applications/${id}/instances/production/config`;

async function applications(service: Service): Promise<readonly Application[]> {
  return (await service.list('/platform/applications')) as unknown as readonly Application[];
}

/** Selects the whole fleet, and stages one value of one setting for it. */
async function setPolicy(window: Page, setting: string, value: string): Promise<void> {
  await window.getByRole('grid').getByRole('checkbox', { name: 'Select all rows' }).click();
  await window.getByRole('button', { name: 'Set a policy…' }).click();
  await window.getByRole('combobox', { name: 'Setting' }).selectOption({ label: setting });
  await window.getByRole('textbox', { name: 'New value' }).fill(value);
  await window.getByRole('button', { name: /^Stage \d+ changes$/ }).click();
}

test('one policy for a whole fleet, staged offline; then the people of one application, apart from the rest', async () => {
  const service = await startService(0.1, 'campus');
  const fleet = await applications(service);
  const [first, ...later] = fleet;
  const others = later.slice(0, 2);
  if (first === undefined) throw new Error('the platform has applications');
  const [marker = '', foreign = ''] = await plantCanaries(service, [first, ...others]);
  const person = canaryEmail;
  const proxy = await startMutatingProxy(service.url);
  const { app, window, userData, quit } = await launchApp();

  await test.step('connect the platform and copy its applications', async () => {
    await connect(window, { ...service, url: proxy.url }, 'Campus', 'Platforms');
    await goTo(window, 'Applications');
    await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', String(fleet.length + 1));
  });

  await test.step('an application whose config is forbidden is marked, and keeps what was known', async () => {
    const errors = [{ code: 'forbidden', message: 'no', long_message: 'This is not for you.' }];
    const config = new RegExp(`/${first.application_id}/instances/[^/]+/config$`);
    proxy.alter = ({ path }) => (config.test(path) ? { status: 403, body: { errors } } : undefined);
    await command(window, 'Sync now');
    await expect(window.getByRole('button', { name: /^Synced .+, 1 unread$/ })).toBeVisible();
    const row = window.getByRole('row', { name: first.name });
    await expect(row).toContainText('Not read at the last sync');
    await expect(row).not.toContainText('not read');
    await expect(
      window.getByRole('status').filter({ hasText: '1 application cannot be read' }),
    ).toBeVisible();
    await row.click();
    const inspector = window.getByRole('complementary', { name: /^Inspector/ });
    await expect(inspector).toContainText(/\/config, forbidden \(403\)/);
    proxy.alter = () => undefined;
    await command(window, 'Sync now');
    await expect(row).not.toContainText('Not read at the last sync');
    await window.keyboard.press('Escape');
  });

  await test.step('with nothing staged, Changes leads to where something can be changed here', async () => {
    await goTo(window, 'Changes');
    await window.getByRole('main').getByRole('button', { name: 'Applications' }).click();
  });

  await test.step('every setting has a name of its own, and a value its schema forbids is not staged', async () => {
    await window.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').click();
    await expect(window.getByRole('textbox', { name: 'Filter applications' })).toBeVisible();
    await window.getByRole('button', { name: 'Set a policy…' }).click();
    const setting = window.getByRole('combobox', { name: 'Setting' });
    await expect(setting.locator('option', { hasText: 'Branding: primary colour' })).toHaveCount(1);
    const names = await setting.locator('option').allTextContents();
    expect(new Set(names).size).toBe(names.length);
    await setting.selectOption({ label: 'Branding: primary colour' });
    await window.getByRole('textbox', { name: 'New value' }).fill('notacolour');
    await expect(window.getByRole('dialog')).toContainText('cannot be notacolour');
    await expect(window.getByRole('button', { name: 'Nothing to stage' })).toBeDisabled();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
    await window.getByRole('button', { name: 'Clear', exact: true }).click();
  });

  await test.step('a bar of the overview leads to the applications behind it', async () => {
    await goTo(window, 'Overview');
    const bar = window.getByRole('list', { name: 'Least password length' }).getByRole('button').first();
    await expect(bar).toContainText('%');
    const count = Number((await bar.textContent())?.match(/^8(\d+)\d\d %$/)?.[1]);
    await bar.click();
    await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1));
    await window.getByRole('button', { name: /Show every value$/ }).click();
    await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', String(fleet.length + 1));
  });

  await test.step('so does every number of it', async () => {
    for (const name of [/^Second factor required/, /^Accept breached passwords/, /^Domains to finish/]) {
      await goTo(window, 'Overview');
      const figure = window.getByRole('region', { name: 'Counts' }).getByRole('button', { name });
      await expect(figure).toContainText(/\d/);
      const count = Number((await figure.textContent())?.match(/^\D+(\d+?)(of|$)/)?.[1]);
      await figure.click();
      await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1));
    }
    // What needs somebody leads to the same rows, and what there is of it counts as on its screen.
    await goTo(window, 'Overview');
    const needs = window.getByRole('list', { name: 'What needs you now' });
    const domains = needs.getByRole('button', { name: /domains? to finish/ });
    const unfinished = Number((await domains.textContent())?.match(/\d+/)?.[0]);
    await domains.click();
    await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', String(unfinished + 1));
    const rail = window.getByRole('navigation', { name: 'Screens' }).locator('a', { hasText: 'Findings' });
    await goTo(window, 'Overview');
    const open = needs.getByRole('button', { name: /findings? \(/ });
    await expect(open.first()).toBeVisible();
    const numbers = (await open.allTextContents()).map((text) =>
      Number(text.match(/(\d+) findings? \(/)?.[1]),
    );
    await expect(rail).toHaveText(`Findings${numbers.reduce((sum, each) => sum + each, 0)}`);
    await goTo(window, 'Applications');
  });

  await test.step('set a policy for all of them while the service is away', async () => {
    await service.crash();
    await command(window, 'Sync now');
    await expect(window.getByRole('button', { name: /^Offline since/ })).toBeVisible();
    await setPolicy(window, 'Least password length', '14');
    await expect(tray(window)).toContainText(`${fleet.length} staged`);
  });

  await test.step('another admin changes another setting meanwhile: that is no collision', async () => {
    await service.up();
    await service.patch(configOf(first), { branding: { primary_color: '#123456' } });
    await command(window, 'Sync now');
    await synced(window);
    await review(window);
    await apply(window, `Apply ${fleet.length} changes`);
    await expect(window.getByRole('region', { name: 'Report' })).toContainText(`${fleet.length} applied`);
    for (const each of fleet)
      expect(await service.get(configOf(each))).toMatchObject({ auth_password: { min_length: 14 } });
    expect(await service.get(configOf(first))).toMatchObject({ branding: { primary_color: '#123456' } });
  });

  await test.step('one application is opened: its own people, its own key, its own database', async () => {
    await goTo(window, 'Applications');
    await window.getByRole('row', { name: first.name }).click();
    await window.getByRole('button', { name: 'Open its people' }).click();
    const secret = window.getByRole('textbox', { name: 'Passphrase' });
    const opened = window.getByRole('button', { name: `Workspace ${first.name}, Application` });
    await expect(secret.or(opened)).toBeVisible();
    if (await secret.isVisible()) {
      await secret.fill(passphrase);
      await window.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    }
    await expect(opened).toBeVisible();
    await synced(window);
    await goTo(window, 'Organizations');
    await expect(window.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
    await goTo(window, 'People');
    await expect(window.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').nth(2)).toContainText(
      '@',
    );
    await window.getByRole('button', { name: 'All of Campus' }).click();
    await expect(window.getByRole('button', { name: /^(Open|Workspace) Campus/ })).toBeVisible();
  });

  await test.step('pools are copied in the background within a budget, and go on where they stopped', async () => {
    await reopen(window, 'Campus');
    await goTo(window, 'Applications');
    for (const each of others)
      await window.getByRole('row', { name: each.name }).getByRole('checkbox').click();
    await window.getByRole('button', { name: 'Copy their people…' }).click();
    await window.getByRole('textbox', { name: 'Calls at most' }).fill('5');
    await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await window.getByRole('button', { name: `Copy ${others.length} pools` }).click();
    const run = window.getByRole('region', { name: 'Copying pools' });
    await expect(run).toContainText(`The budget of calls is spent: ${others.length} pools left`);
    await expect(run).toContainText('5 of 5 calls');
    const copies = window.getByRole('region', { name: 'Copied pools' });
    await expect(copies).toContainText('Never complete, cut off: goes on the next time');
    // One of them was begun, so it has a copy, though none that is complete.
    await expect(window.getByText(/^2 copies/)).toBeVisible();
    await window.getByRole('button', { name: 'Copy all anew…' }).click();
    await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await window.getByRole('dialog').getByRole('button', { name: 'Copy 2 pools' }).click();
    await expect(run).toContainText('2 of 2 pools copied');
    await window.getByRole('button', { name: `Copy ${fleet.length - 2} pools without a copy…` }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect(copies.getByText('Copied just now')).toHaveCount(2);
  });

  await test.step('whom a policy meets is counted in the copies before it is staged; applications without one are named', async () => {
    await goTo(window, 'Applications');
    for (const each of [...others, ...later.slice(2, 3)])
      await window.getByRole('row', { name: each.name }).getByRole('checkbox').click();
    await window.getByRole('button', { name: 'Set a policy…' }).click();
    await window
      .getByRole('combobox', { name: 'Setting' })
      .selectOption('config.auth_multi_factor.required_for_sign_up');
    await window.getByRole('combobox', { name: 'New value' }).selectOption('on');
    const reach = window.getByRole('region', { name: 'By the copies of pools' });
    await reach.getByRole('textbox', { name: /^Passphrase of/ }).fill(passphrase);
    await reach.getByRole('button', { name: 'Count these too' }).click();
    await expect(reach).toContainText(
      /people in 1 application have no second factor: asked to set one up at the next sign-in\./,
    );
    await expect(reach).toContainText('Not counted, without a copy here');
    await window.getByRole('button', { name: /^Stage \d+ changes?$/ }).click();
    await expect(window.getByRole('dialog')).toBeHidden();
    await goTo(window, 'Changes');
    // The report of the run before stands there still, and leads on to what was staged since.
    const report = window.getByRole('region', { name: 'Report' });
    await expect(report.getByRole('button', { name: /^Review \d+ changes?$/ })).toBeVisible();
    await report.getByRole('button', { name: 'Close report' }).click();
    await window.getByRole('button', { name: 'Count them' }).click();
    const staged = window.getByRole('region', { name: 'Whom the staged policies meet' });
    await expect(staged).toBeFocused();
    await expect(staged).toContainText(/\d+ of \d+, as of|Count these too|Nobody counted yet/);
    expect(await accessibilityFaults(window)).toEqual([]);
    await review(window);
    const told = window.getByRole('complementary', { name: 'What it does' });
    await told.getByRole('textbox', { name: /^Passphrase of/ }).fill(passphrase);
    await told.getByRole('button', { name: 'Count these too' }).click();
    await expect(told).toContainText(/people in 1 application have no second factor: asked to set one up/);
    expect(await accessibilityFaults(window)).toEqual([]);
    await window.keyboard.press('Escape');
    await goTo(window, 'Find a person');
  });

  await test.step('an access review is frozen in each copy; applications without one are told, and it is not complete', async () => {
    await reviewFleet(window, first.name, fleet.length);
    await goTo(window, 'Find a person');
  });

  await test.step('a person is found in the pools that are copied, and opened there; pools without a copy are told', async () => {
    await window.getByRole('tab', { name: 'Find' }).click();
    await window.getByRole('textbox', { name: 'Person' }).fill(person);
    await window.keyboard.press('Enter');
    const answers = window.getByRole('region', { name: 'What each pool answers' });
    await expect(answers).toContainText(
      `The people of ${fleet.length - 2} applications were never copied here`,
    );
    const pool = answers.getByRole('region', { name: first.name });
    await expect(pool).toContainText('Under a passphrase, not asked yet');
    await pool.getByRole('textbox', { name: 'Passphrase' }).fill('another one');
    await window.keyboard.press('Enter');
    await expect(pool.getByRole('alert')).toContainText('passphrase');
    await pool.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await window.keyboard.press('Enter');
    await expect(pool).toContainText(/as of/);
    await pool.getByRole('button', { name: person }).first().click();
    await expect(window.getByRole('button', { name: `Workspace ${first.name}, Application` })).toBeVisible();
    await expect(window.getByRole('complementary', { name: /^Inspector/ })).toContainText(person);
  });

  await test.step('of a pool that was copied beside it nothing is in memory, in what the page stores, or on paper', async () => {
    await expectApart({ app, window }, [marker, foreign]);
  });

  await test.step('a pool whose key was rotated since gets the one of now when it is opened from the platform', async () => {
    await window.getByRole('button', { name: 'All of Campus' }).click();
    await reopen(window, 'Campus');
    await service.post(`/platform/applications/${first.application_id}/rotate_secret_keys`, {
      delay_old_secrets_expiration_hours: 0,
    });
    await goTo(window, 'Applications');
    await window.getByRole('row', { name: first.name }).click();
    await window.getByRole('button', { name: 'Open its people' }).click();
    await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await window.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await expect(window.getByRole('button', { name: `Workspace ${first.name}, Application` })).toBeVisible();
    await expect(async () => {
      await command(window, 'Sync now');
      await expect(window.getByRole('button', { name: /^Synced/ })).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
  });

  await quit();
  await test.step('no cache, log or file of the profile tells of a person of a pool who was searched, shown and opened', async () => {
    const texts = [person, marker, foreign, passphrase, service.platformToken];
    expect(await filesHolding(userData, texts)).toEqual([]);
    const log = join(userData, 'planted.log');
    await writeFile(log, `found ${person}`);
    expect(await filesHolding(userData, texts)).toEqual([`${log}: ${person}`]);
  });
  await proxy.close();
  await service.stop();
});
