import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { projectRoot } from '../../scripts/project-root';
import { jsonOf, runCli } from '../cli/run-cli';
import { passphrase } from '../support/passphrase';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo, reopen } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

const cell = (window: Page, application: string, text: string) =>
  window.getByRole('row', { name: application }).getByRole('gridcell').filter({ hasText: text });

test('a fleet is held to one of its applications: drift found, accepted, expired, found again and brought back', async () => {
  const service = await startService(0.1, 'campus');
  const fleet = (await service.list('/platform/applications')) as unknown as readonly {
    application_id: string;
    name: string;
  }[];
  const configOf = (id: string): string => `/platform/applications/${id}/instances/production/config`;
  const [model, other] = fleet;
  if (model === undefined || other === undefined) throw new Error('the platform has applications');
  await service.patch(configOf(model.application_id), { auth_password: { min_length: 14 } });
  await service.patch(configOf(other.application_id), { auth_password: { min_length: 9 } });
  const first = await launchApp();
  const { window, userData } = first;
  const inspector = window.getByRole('complementary', { name: `Inspector: ${other.name}` });

  await test.step('the golden config is taken from an application', async () => {
    await connect(window, service, 'Fleet', 'Platforms');
    await goTo(window, 'Baseline');
    await window.getByRole('button', { name: 'New baseline…' }).click();
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Golden');
    await dialog.getByRole('combobox', { name: 'Take settings from' }).fill(model.name);
    await window.getByRole('option', { name: model.name }).click();
    await dialog.getByRole('combobox', { name: 'Groups of settings' }).click();
    await window.getByRole('option', { name: 'Passwords', exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Least password length' })).toHaveValue('14');
    expect(await accessibilityFaults(window)).toEqual([]);
    await dialog.getByRole('button', { name: 'Make the baseline' }).click();
  });

  await test.step('the Overview leads to those that drift and no others, in all and setting by setting', async () => {
    await expect(window.getByRole('row', { name: model.name })).toContainText('100 %');
    await goTo(window, 'Overview');
    const needs = window.getByRole('list', { name: 'What needs you now' });
    const grid = window.getByRole('grid');
    const drifting = needs.getByRole('button', { name: /applications? drifting/ });
    await expect(drifting).toBeVisible();
    const count = Number((await drifting.textContent())?.match(/\d+/)?.[0]);
    expect(count).toBeLessThan(fleet.length);
    await drifting.click();
    await expect(grid).toHaveAttribute('aria-rowcount', String(count + 1));
    await goTo(window, 'Overview');
    const bar = window.getByRole('list', { name: 'Drift by setting' }).getByRole('button').last();
    const told = (await bar.textContent()) ?? '';
    await bar.click();
    await expect(grid).toHaveAttribute('aria-rowcount', /\d/);
    await expect(grid).toHaveAttribute('aria-busy', 'false');
    const rows = Number(await grid.getAttribute('aria-rowcount')) - 1;
    expect(rows).toBeLessThan(fleet.length);
    expect(told).toMatch(new RegExp(`${rows}\\d{1,3} %$`));
    await goTo(window, 'Baseline');
  });

  await test.step('what differs stands out, and leads to three values', async () => {
    await expect(window.getByRole('row', { name: model.name })).toContainText('100 %');
    // The press means the cell that it fell on, though its row moves before it is let go.
    const box = await cell(window, other.name, '9').boundingBox();
    await window.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 8);
    await window.mouse.down();
    await window.mouse.wheel(0, 70);
    await expect
      .poll(async () => (await cell(window, other.name, '9').boundingBox())?.y)
      .toBeLessThan((box?.y ?? 0) - 40);
    await window.mouse.up();
    await expect(inspector).toContainText('Golden, for all applications');
    await expect(inspector).toContainText('Since before the copy began');
    expect(await accessibilityFaults(window)).toEqual([]);
  });

  await test.step('it is accepted for this customer, with a reason', async () => {
    await inspector.getByRole('button', { name: 'Accept for this customer…' }).click();
    const dialog = window.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Accept this value' })).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The contract of 2024');
    await dialog.getByRole('textbox', { name: 'Until' }).fill('2020-01-01');
    await expect(dialog).toContainText('Choose a day that is not over.');
    await dialog.getByRole('textbox', { name: 'Until' }).fill('2099-01-01');
    await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ada');
    await dialog.getByRole('button', { name: 'Accept this value' }).click();
    await expect(inspector).toContainText('Accepted byAda');
    await window.getByRole('button', { name: /^Accepted/ }).click();
    await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
    await first.quit();
  });

  await test.step('the exception ends: the command line says so', async () => {
    const [id = ''] = await readdir(join(userData, 'workspaces'));
    const dir = join(userData, 'workspaces', id);
    const path = 'config.auth_password.min_length';
    const value = { applicationId: other.application_id, path, value: 9, until: 1_000, reason: 'Ended' };
    const ended = [{ id: `${other.application_id}:${path}`, value }];
    const kept = await runCli(
      join(projectRoot, 'out', 'main', 'cli.mjs'),
      ['keep', 'exception', '-', '--dir', dir, '--json'],
      { TENANTRY_PASSPHRASE: passphrase },
      JSON.stringify(ended),
    );
    expect(jsonOf(kept).code).toBe(0);
  });

  const { window: again, quit } = await launchApp({ userData });
  await test.step('it is drift again, and brought to the baseline with all the others', async () => {
    await reopen(again, 'Fleet');
    await goTo(again, 'Baseline');
    await expect(cell(again, other.name, 'Expired')).toBeVisible();
    // By keys alone: to the cell, open it, choose its row.
    await again.getByRole('grid').focus();
    await again.keyboard.press('ArrowDown');
    await again.keyboard.press('ArrowRight');
    await again.keyboard.press('Space');
    await expect(again.getByRole('region', { name: 'Selection' })).toContainText('1 selected');
    await again.getByRole('grid').getByRole('checkbox', { name: 'Select all rows' }).click();
    await again.getByRole('button', { name: 'Bring to baseline…' }).click();
    const dialog = again.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Passwords by the new policy');
    await dialog.getByRole('button', { name: /^Stage \d+ changes$/ }).click();
    await expect(dialog).toBeHidden();
    await expect(cell(again, other.name, 'Staged: 14')).toContainText('9');
  });

  await test.step('reconciled, the service holds it, and the score is whole', async () => {
    await goTo(again, 'Changes');
    await expect(again.getByRole('main')).toContainText('Passwords by the new policy');
    await review(again);
    await apply(again, 'Apply');
    await goTo(again, 'Baseline');
    await expect(again.getByRole('region', { name: 'The fleet and its baselines' })).toContainText('100 %');
    expect(await service.get(configOf(other.application_id))).toMatchObject({
      auth_password: { min_length: 14 },
    });
  });
  await quit();
  await service.stop();
});
