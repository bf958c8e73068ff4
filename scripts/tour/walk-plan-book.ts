import type { Page } from '@playwright/test';
import { goTo } from '../../tests/e2e/support/connect';
import type { Album } from './album';

/** A plan book with two plans, given to customers whose usage was counted. */
export async function walkPlanBook(window: Page, album: Album): Promise<void> {
  await album.attempt('Keep plans of customers', async () => {
    await goTo(window, 'Plan book');
    const dialog = window.getByRole('dialog');
    await window.getByRole('tab', { name: 'Plans' }).click();
    await makePlan(window, 'Base', { Seats: '60', Domains: '2', People: '450' });
    await makePlan(window, 'Plus', { Seats: '150', Domains: '3', People: '1000' });
    await album.take('Campus: plans of customers');
    await window.getByRole('tab', { name: 'Customers' }).click();
    const all = window.getByRole('grid').getByRole('checkbox', { name: 'Select all rows' });
    await all.click();
    await window.getByRole('button', { name: 'Count what is used…' }).click();
    await dialog.getByRole('button', { name: 'Count', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await give(window, 'Base');
    for (const place of [1, 5, 10, 13])
      await window.getByRole('grid').getByRole('row').nth(place).getByRole('checkbox').click();
    await give(window, 'Plus');
    await album.take('Campus: customers and their plans');
  });
}

async function makePlan(window: Page, name: string, limits: Readonly<Record<string, string>>): Promise<void> {
  await window.getByRole('button', { name: 'New plan…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  for (const [limit, value] of Object.entries(limits))
    await dialog.getByRole('textbox', { name: limit, exact: true }).fill(value);
  await dialog.getByRole('button', { name: 'Make plan' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function give(window: Page, plan: string): Promise<void> {
  await window.getByRole('button', { name: 'Give a plan…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Plan' }).selectOption({ label: plan });
  await dialog
    .getByRole('status')
    .filter({ hasText: `To ${plan}: ` })
    .waitFor();
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
