import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../../qa-kit/patient-expect';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Pages as customers' people see them: how their colours are read is what the screens tell of them. */
const pictures = '[role="img"][aria-label^="Preview of the"] > *';

/** What the page violates of WCAG 2.2 A and AA, as `scheme: rule: element`; in dark only contrast can differ from light. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // What is read anew is dimmed meanwhile.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const light = await faultsIn(page, 'light', (axe) => axe.withTags(levels));
  const dark = await faultsIn(page, 'dark', (axe) => axe.withRules(['color-contrast']));
  return [...light, ...dark];
}

async function faultsIn(
  page: Page,
  scheme: 'light' | 'dark',
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  // Legacy mode: axe opens a second page otherwise, which an Electron app does not allow. What is well is not described: that takes as long as the rules.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).exclude(pictures);
  const { violations } = await choose(axe.setLegacyMode()).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${scheme}: ${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
  );
}
