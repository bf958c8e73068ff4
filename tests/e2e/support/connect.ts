import type { Page } from '@playwright/test';
import { expect } from '../../qa-kit/patient-expect';
import { passphrase } from '../../support/passphrase';
import type { Service } from './service';

type Connecting = readonly [
  window: Page,
  service: Pick<Service, 'url' | 'secretKey'>,
  name: string,
  scenario?: 'B2C' | 'B2B' | 'Platforms',
  platformToken?: string,
];

/** Connects the window to a service as an admin does, and waits for the first sync. */
export async function connect(...connecting: Connecting): Promise<void> {
  await beginToConnect(...connecting);
  await synced(connecting[0]);
}

/** The same, without a wait: the first sync has only begun. */
export async function beginToConnect(
  ...[window, service, name, scenario = 'B2B', platformToken = '']: Connecting
): Promise<void> {
  await window.getByRole('button', { name: 'Connect a real instance' }).click();
  await window.getByRole('textbox', { name: 'Name' }).fill(name);
  await window.getByRole('textbox', { name: 'API address' }).fill(`${service.url}/v1`);
  await window.getByRole('radiogroup', { name: 'Scenario' }).getByText(scenario, { exact: true }).click();
  const key = scenario === 'Platforms' ? 'Platform API token' : 'Secret key';
  await window.getByRole('textbox', { name: key }).fill(service.secretKey);
  if (platformToken !== '') await window.getByRole('textbox', { name: 'Platform token' }).fill(platformToken);
  const secret = window.getByRole('textbox', { name: 'Passphrase' });
  if (await secret.isVisible()) await secret.fill(passphrase);
  await window.getByRole('button', { name: 'Connect', exact: true }).click();
}

/** Opens a known workspace again. */
export async function reopen(window: Page, name: string): Promise<void> {
  const open = window.getByRole('button', { name: `Open ${name}`, exact: true });
  await open.click();
  const secret = window.getByRole('textbox', { name: 'Passphrase' });
  await secret.fill(passphrase);
  await window.getByRole('button', { name: 'Unlock' }).click();
  await expect(window.getByRole('navigation', { name: 'Screens' })).toBeVisible();
}

export async function synced(window: Page): Promise<void> {
  await expect(window.getByRole('button', { name: /^Synced/ })).toBeVisible({ timeout: 120_000 });
}

/** Returns once the screen that was shown before is gone. */
export async function goTo(window: Page, screen: string): Promise<void> {
  const name = new RegExp(`^${screen}`);
  await window.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click();
  await expect(window.getByRole('main', { name })).toBeVisible();
}
