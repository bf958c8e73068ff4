import { expect, test } from '@playwright/test';
import { connect } from './support/connect';
import { apply, review, stageRole, tray } from './support/edits';
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

    await conflict.getByRole('radio', { name: new RegExp(`^${choice}`) }).check({ force: true });
    await apply(window, 'Apply 1 change');
    await expect(tray(window)).toContainText('Nothing staged');
    expect(await roleOnService(service, subject)).toBe(held);
    expect((await service.writes()).length).toBe(choice === 'Mine' ? 2 : 1);
    await quit();
    await service.stop();
  });
}
