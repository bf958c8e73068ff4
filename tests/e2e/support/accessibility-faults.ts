import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the page violates of WCAG 2.2 A and AA in light and in dark, as `scheme: rule: element`. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    // Legacy mode: axe opens a second page otherwise, which an Electron app does not allow.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(levels).analyze();
    for (const { id, nodes } of violations) {
      for (const { html, any } of nodes) {
        faults.push(`${scheme}: ${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`);
      }
    }
  }
  return faults;
}
