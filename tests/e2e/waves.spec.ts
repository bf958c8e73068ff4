import { expect, type Page, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo } from './support/connect';
import { review, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { type Service, startService } from './support/service';
import { shownNotices } from './support/shown-notices';

/** How many applications hold the policy, asked of the service itself. */
async function holding(service: Service, length: number): Promise<number> {
  const fleet = await service.list('/platform/applications');
  const held = await Promise.all(
    fleet.map(({ application_id: id }) =>
      service.get(`/platform/applications/${String(id)}/instances/production/config`),
    ),
  );
  return held.filter((config) => (config.auth_password as { min_length: number }).min_length === length)
    .length;
}

async function stagePolicy(window: Page): Promise<void> {
  await goTo(window, 'Applications');
  await window.getByRole('grid').getByRole('checkbox', { name: 'Select all rows' }).click();
  await window.getByRole('button', { name: 'Set a policy…' }).click();
  await window.getByRole('combobox', { name: 'Setting' }).selectOption({ label: 'Least password length' });
  await window.getByRole('textbox', { name: 'New value' }).fill('14');
  await window.getByRole('button', { name: /^Stage \d+ changes$/ }).click();
}

test('a policy for the whole fleet goes in waves, asks behind the first, and stops at a refusal in the second', async () => {
  const service = await startService(0.05, 'campus');
  const fleet = await service.list('/platform/applications');
  const { app, window, quit } = await launchApp();
  const notices = await shownNotices(app);
  await connect(window, service, 'Campus', 'Platforms');
  await stagePolicy(window);
  await review(window);

  const bar = window.getByRole('region', { name: 'Waves' });
  const chosen = window.getByRole('list', { name: 'Waves of this run' }).getByRole('listitem');
  await test.step('how it goes is chosen in the review, with a wrong size told where it is typed', async () => {
    await bar.getByRole('radiogroup', { name: 'How it is applied' }).getByText('In waves').click();
    await expect(chosen).toHaveText([
      /^Wave 1 1 application/,
      /^Wave 2 3 applications/,
      /^Wave 3 20 applications/,
    ]);
    const sizes = bar.getByRole('textbox', { name: 'How many applications in each wave' });
    await sizes.fill('1, ten, all');
    await expect(bar).toContainText('"ten" is no size of a wave');
    await expect(window.getByRole('button', { name: /^Apply/ })).toBeDisabled();
    await sizes.fill('1, 2, all');
    await expect(chosen).toHaveText([
      /^Wave 1 1 application/,
      /^Wave 2 2 applications/,
      /^Wave 3 21 applications/,
    ]);
    expect(await accessibilityFaults(window)).toEqual([]);
  });

  const secondWave = await chosen.nth(1).textContent();
  const refused = fleet.find(({ name }) => secondWave?.includes(String(name)));
  await service.failOnce({
    kind: 'status',
    status: 422,
    match: { method: 'PATCH', path: String(refused?.application_id) },
  });

  const run = window.getByRole('region', { name: 'Run' });
  await test.step('the first application has it, and nothing goes on by itself', async () => {
    await window.getByRole('button', { name: /^Apply 24 changes/ }).click();
    await expect(window.getByRole('dialog')).toContainText('In 3 waves, of 1, 2, 21 applications.');
    await window
      .getByRole('dialog')
      .getByRole('button', { name: /^Apply/ })
      .click();
    await expect(run).toContainText('Wave 1 of 3 went well. Next: 2 applications, 2 changes.');
    expect(await accessibilityFaults(window)).toEqual([]);
    expect(await holding(service, 14)).toBe(1);
    await expect
      .poll(notices)
      .toEqual(['A wave is done: 1 of 24 steps are sent. The run waits until you let it go on.']);
  });

  await test.step('by the keyboard it goes on, and stops behind the wave that was refused something', async () => {
    await expect(window.getByRole('dialog')).toBeHidden();
    await window.keyboard.press('Control+Enter');
    const report = window.getByRole('region', { name: 'Report' });
    await expect(report).toContainText('Wave 2 of 3 did not end clean: 1 refused.');
    await expect(report.getByRole('listitem')).toHaveText([
      /1 applied/,
      /1 applied, 1 refused/,
      /21 not sent/,
    ]);
    expect(await holding(service, 14)).toBe(2);
    await expect(tray(window)).toContainText('21 staged');
  });

  await test.step('the rest goes later', async () => {
    await window.getByRole('button', { name: 'Review what is left' }).click();
    // As it was chosen: nothing that waited for the waves before it goes all at once by itself.
    await expect(chosen).toHaveText([/^Wave 1 1 application/, /^Wave 2 2 applications/, /^Wave 3 18/]);
    await bar.getByRole('radiogroup', { name: 'How it is applied' }).getByText('All at once').click();
    await window.getByRole('button', { name: /^Apply 21/ }).click();
    await window
      .getByRole('dialog')
      .getByRole('button', { name: /^Apply/ })
      .click();
    await expect(window.getByRole('region', { name: 'Report' })).toContainText('21 applied');
    expect(await holding(service, 14)).toBe(23);
  });
  await quit();
  await service.stop();
});
