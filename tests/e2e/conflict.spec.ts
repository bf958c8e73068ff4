import { expect, type Page, test } from '@playwright/test';
import { pidOf } from './support/app-process';
import { connect, reopen } from './support/connect';
import { apply, review, stageRole, stageSeats, tray } from './support/edits';
import { inPage } from './support/in-page';
import { launchApp } from './support/launch-app';
import { pickSubject, roleOnService } from './support/pick-subject';
import { startService } from './support/service';

for (const { choice, held } of [
  { choice: 'Mine', held: 'org:admin' },
  { choice: 'Theirs', held: 'org:viewer' },
]) {
  test(`another admin changed the same role: ${choice.toLowerCase()} is what the service holds`, async () => {
    const service = await startService(0.05);
    const subject = await pickSubject(service);
    const { organization, member } = subject;
    const role = `/organizations/${organization.id}/memberships/${member.userId}`;
    const { window, quit } = await launchApp();
    await connect(window, service, 'Acme');
    await stageRole(window, subject, 'Admin');
    await expect(tray(window)).toContainText('1 staged');
    await service.patch(role, { role: 'org:viewer' });

    await review(window);
    const bar = window.getByRole('region', { name: 'Review' });
    await expect(bar).toContainText('1 conflict left to decide');
    const conflict = window.getByRole('group', { name: /^Conflict/ });
    for (const side of ['Member', 'Admin', 'Viewer']) await expect(conflict).toContainText(side);
    await expect(conflict.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(bar.getByRole('button', { name: /^Apply/ })).toBeDisabled();
    const does = window.getByRole('complementary', { name: 'What it does' });
    await expect(does).toContainText('Not counted: 1 undecided conflict.');

    await conflict.getByRole('radio', { name: new RegExp(`^${choice}`) }).press('Space');
    await expect(does).not.toContainText('Not counted');
    await expect(does).toContainText(
      choice === 'Mine' ? `${member.name} gains` : 'Nobody gains or loses a permission.',
    );
    await apply(window, 'Apply 1 change');
    await expect(tray(window)).toContainText('Nothing staged');
    expect(await roleOnService(service, subject)).toBe(held);
    expect((await service.writes()).length).toBe(choice === 'Mine' ? 2 : 1);
    await quit();
    await service.stop();
  });
}

test('answers to conflicts outlive a killed page and a killed app, and hold for the same conflict only', async () => {
  const service = await startService(0.05);
  const subject = await pickSubject(service);
  const { organization, member } = subject;
  const role = `/organizations/${organization.id}/memberships/${member.userId}`;
  const first = await launchApp();
  await connect(first.window, service, 'Acme');
  await stageRole(first.window, subject, 'Admin');
  await stageSeats(first.window, subject);
  await expect(tray(first.window)).toContainText('2 staged');
  await service.patch(role, { role: 'org:viewer' });
  const theirSeats = subject.seats + 1;
  await service.patch(`/organizations/${organization.id}`, { max_allowed_memberships: theirSeats });

  await review(first.window);
  const { byRole, bySeats } = conflicts(first.window);
  await byRole.getByRole('radio', { name: /^Mine/ }).press('Space');
  await bySeats.getByRole('radio', { name: /^Another value/ }).press('Space');
  await bySeats.getByRole('textbox').fill('1x');
  await expect(bySeats).toContainText(/number/);
  await bySeats.getByRole('radio', { name: /^Mine/ }).press('Space');
  await bySeats.getByRole('radio', { name: /^Another value/ }).press('Space');
  await expect(bySeats.getByRole('textbox')).toHaveValue('1x');

  const killed = await pidOf(first.app, 'page');
  process.kill(killed, 'SIGKILL');
  await expect.poll(() => pidOf(first.app, 'page').catch(() => killed)).not.toBe(killed);
  await expect.poll(() => inPage(first.app, pressReview)).toBe(true);
  await expect
    .poll(() => inPage(first.app, "document.querySelector('fieldset input:not([type=radio])')?.value"))
    .toBe('1x');
  const chosen = "document.querySelector('input[data-choose=mine]:checked') !== null";
  await expect.poll(() => inPage(first.app, chosen)).toBe(true);
  await expect
    .poll(() => inPage<string>(first.app, 'document.body.innerText'))
    .toContain('Restored: 2 answers');
  await first.kill();

  await service.patch(role, { role: 'org:billing' });
  const { window, quit } = await launchApp({ userData: first.userData });
  await reopen(window, 'Acme');
  await review(window);
  const again = conflicts(window);
  await expect(window.getByText('Restored: 1 answer that you gave before.')).toBeVisible();
  await expect(again.bySeats.getByRole('textbox')).toHaveValue('1x');
  await expect(again.byRole.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(window.getByText('You had chosen Mine before the values moved')).toBeVisible();

  await again.bySeats.getByRole('textbox').fill(String(theirSeats + 1));
  await again.byRole.getByRole('radio', { name: /^Theirs/ }).press('Space');
  await expect(window.getByText('You had chosen Mine')).toBeHidden();
  await apply(window, 'Apply 2 changes');
  await expect(tray(window)).toContainText('Nothing staged');
  expect(await roleOnService(service, subject)).toBe('org:billing');
  expect(await service.get(`/organizations/${organization.id}`)).toMatchObject({
    max_allowed_memberships: theirSeats + 1,
  });
  await quit();
  await service.stop();
});

const conflicts = (window: Page) => ({
  byRole: window.getByRole('group', { name: /^Conflict: Role/ }),
  bySeats: window.getByRole('group', { name: /^Conflict: Seats/ }),
});

/** Presses the button that opens the review once it is there; true from then on. */
const pressReview = `(() => {
  if (document.querySelector('[aria-label="Review"]')) return true;
  [...document.querySelectorAll('button')].find(({ innerText }) => /^Review (\\d|all|changes)/.test(innerText))?.click();
  return false;
})()`;
