import { goTo, synced } from '../../tests/e2e/support/connect';
import { command, tray } from '../../tests/e2e/support/edits';
import { launchApp } from '../../tests/e2e/support/launch-app';
import { type Recording, record } from './recording';

const size = { width: 1024, height: 680 } as const;

/** Records a role that is changed offline and reconciled, in a sandbox; the size of the GIF in bytes. */
export async function takeRecording(file: string): Promise<number> {
  const { app, window, quit } = await launchApp({ colorScheme: 'light' });
  try {
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
    await window.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
    await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const recording = record(app, window, size.width, size.height);
    await walk(window, recording);
    return await recording.write(file);
  } finally {
    await quit();
  }
}

async function walk(
  window: Awaited<ReturnType<typeof launchApp>>['window'],
  { still }: Recording,
): Promise<void> {
  await still(2_500);
  await window.getByRole('button', { name: 'open Northwind' }).click();
  await synced(window);
  await window.getByRole('region', { name: 'What needs you now' }).getByRole('listitem').first().waitFor();
  await still(2_500);
  await command(window, 'Work offline');
  await window.getByText('Working offline by choice').waitFor();
  await window.getByRole('button', { name: 'Go to a member' }).click();
  await window.getByRole('combobox', { name: /^Role of / }).waitFor();
  await still(2_500);
  await window.getByRole('combobox', { name: /^Role of / }).click();
  await window.getByRole('option', { name: 'Admin', exact: true }).waitFor();
  await still(1_500);
  await window.getByRole('option', { name: 'Admin', exact: true }).click();
  await tray(window).getByText('1 staged').waitFor();
  await window.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
  await still(2_500);
  await command(window, 'Go online');
  await window.getByText('Working offline by choice').waitFor({ state: 'hidden' });
  await window.getByRole('button', { name: 'See the plan' }).click();
  await window.getByRole('button', { name: /^Apply 1 change/ }).waitFor();
  await still(3_000);
  await window.getByRole('button', { name: /^Apply 1 change/ }).click();
  const sure = window.getByRole('dialog').getByRole('button', { name: /^(Apply|Reconcile|Send)/ });
  await sure.waitFor();
  await still(2_500);
  await sure.click();
  await window.getByText('That is all there is to it').waitFor();
  await still(2_500);
  await goTo(window, 'History');
  await window.getByRole('list', { name: 'History' }).getByRole('listitem').first().waitFor();
  await still(2_500);
}
