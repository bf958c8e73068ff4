import type { Locator, Page } from '@playwright/test';

/** In the header: how fresh the copy is. */
export const pill = (window: Page): Locator =>
  window.getByRole('banner').getByRole('button', { name: /^(Synced|Offline|Copy)/ });
