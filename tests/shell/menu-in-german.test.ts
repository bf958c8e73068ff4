import { loadLanguage } from '@shared/language/load-language';
import { expect, it } from 'vitest';

await loadLanguage('de');
const { appItems, editItems, viewItems, windowItems } = await import('@main/shell/menu/standard-items');

it('items of the platform bear names in the language spoken, on macOS too', () => {
  const items = [...appItems, ...editItems, ...viewItems, ...windowItems(true), ...windowItems(false)];
  const unnamed = items.filter(({ type, label = '' }) => type !== 'separator' && label === '');
  expect(unnamed).toEqual([]);
  expect(windowItems(true).map(({ label }) => label)).toContain('Alle nach vorne bringen');
  expect(appItems.map(({ label }) => label)).toContain('Tenantry ausblenden');
});
