import { expect, type Page, test } from '@playwright/test';
import { goTo, synced } from './support/connect';
import { type LaunchedApp, launchApp } from './support/launch-app';

/** Makes the window this large, CSS px, at a zoom. */
async function resize(
  { app, window }: LaunchedApp,
  width: number,
  height: number,
  zoom: number,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [w, h, factor]) => {
      const [shown] = BrowserWindow.getAllWindows();
      shown?.setMinimumSize(100, 100);
      shown?.setContentSize(w ?? 0, h ?? 0);
      shown?.webContents.setZoomFactor(factor ?? 1);
    },
    [width, height, zoom],
  );
  await expect.poll(() => window.evaluate(() => Math.round(innerWidth))).toBe(Math.round(width / zoom));
}

/** Texts that are drawn with no width at all, and buttons of the inspector that something else lies on. */
function faults(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => {
    const named = [...document.querySelectorAll<HTMLElement>('[role=row] span, aside h2, aside button')];
    const flat = named.filter(
      (each) => each.textContent !== '' && each.clientWidth === 0 && each.offsetParent,
    );
    const covered = [...document.querySelectorAll<HTMLElement>('[data-inspector] button')].filter(
      (button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        if (top < 0 || top + height > innerHeight - 44) return false;
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit !== null && !button.contains(hit);
      },
    );
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page is wider'] : [];
    return [
      ...flat
        .filter((each) => getComputedStyle(each).display !== 'inline')
        .map((each) => `flat: ${each.textContent}`),
      ...covered.map((each) => `covered: ${each.textContent || each.ariaLabel}`),
      ...wide,
    ];
  });
}

test('the window has its shape at 1024 px, at 200 % and with long names; nothing is cut without its whole', async () => {
  const launched = await launchApp();
  const { window } = launched;
  await window.getByRole('button', { name: 'open Northwind' }).click();
  await synced(window);

  for (const [width, height, zoom] of [
    [1024, 680, 1],
    [1024, 680, 2],
  ] as const)
    await test.step(`at ${width} px, ${zoom * 100} %`, async () => {
      await resize(launched, width, height, zoom);
      await goTo(window, 'People');
      const grid = window.getByRole('grid', { name: 'People' });
      await expect(grid.getByRole('columnheader', { name: 'Email' })).toHaveCount(1);
      await expect(grid.getByRole('columnheader', { name: 'Access' })).toHaveCount(0);
      for (const screen of ['People', 'Organizations', 'Memberships']) {
        await goTo(window, screen);
        await expect(window.getByRole('grid', { name: screen })).toHaveAttribute('aria-busy', 'false');
        await window.getByRole('grid').focus();
        await window.keyboard.press('Enter');
        await expect(window.getByRole('complementary', { name: /^Inspector/ })).toBeVisible();
        expect(await faults(window)).toEqual([]);
      }
      await goTo(window, 'Roles');
      const head = window.getByRole('columnheader', { name: /Billing manager/ });
      const cut = await head.evaluate((each) => each.scrollHeight > each.clientHeight + 1);
      expect(cut).toBe(false);
    });

  await test.step('a cut text shows its whole on hover, and when the keys reach it', async () => {
    await resize(launched, 1024, 680, 1);
    await goTo(window, 'People');
    const grid = window.getByRole('grid', { name: 'People' });
    await grid.focus();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('complementary', { name: /^Inspector/ })).toBeVisible();
    const email = grid.getByRole('row').nth(1).getByRole('gridcell').nth(1);
    await email.hover();
    const whole = window.locator('[data-whole-text]');
    await expect(whole).toHaveText((await email.textContent()) ?? '');
    await window.mouse.move(500, 20);
    await expect(whole).toBeHidden();
    await window.keyboard.press('j');
    await expect(whole).toContainText('@');
  });

  await test.step('the inspector is as wide as one wants it, and stays so', async () => {
    const inspector = window.getByRole('complementary', { name: /^Inspector/ });
    const before = (await inspector.boundingBox())?.width ?? 0;
    const handle = window.getByRole('separator', { name: 'Width of the inspector' });
    await handle.focus();
    await window.keyboard.press('ArrowLeft');
    await window.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await inspector.boundingBox())?.width).toBe(before + 32);
  });

  await test.step('the rail clears filters; a bulk bar leaves them where they are', async () => {
    await resize(launched, 1360, 860, 1);
    await goTo(window, 'Memberships');
    const filter = window.getByRole('textbox', { name: 'Filter memberships' });
    await filter.fill('an');
    await goTo(window, 'People');
    await goTo(window, 'Memberships');
    await expect(filter).toHaveValue('');
    const first = window.getByRole('grid').getByRole('row').nth(1);
    const before = await first.boundingBox();
    await first.getByRole('checkbox').click();
    await expect(window.getByRole('region', { name: 'Selection' })).toBeVisible();
    await expect(filter).toBeVisible();
    expect((await first.boundingBox())?.y).toBe(before?.y);
  });

  await test.step('every number of the overview leads to all of its rows', async () => {
    await goTo(window, 'Overview');
    await window.getByRole('button', { name: /^Show all \d+/ }).click();
    const panel = window.getByRole('region', { name: 'With a single admin' });
    const count = Number((await panel.getByText(/^\d+$/).first().textContent()) ?? '0');
    await expect(panel.getByRole('listitem')).toHaveCount(count);
  });
  await launched.quit();
});
