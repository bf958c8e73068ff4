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

/** Texts that are drawn with no width at all; buttons of header and inspector that something else lies on, or that are outside. */
function faults(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => {
    const named = [...document.querySelectorAll<HTMLElement>('[role=row] span, aside h2, aside button')];
    const flat = named.filter(
      (each) => each.textContent !== '' && each.clientWidth === 0 && each.offsetParent,
    );
    const covered = [
      ...document.querySelectorAll<HTMLElement>('[data-inspector] button, header button'),
    ].filter((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      if (top < 0 || top + height > innerHeight - 44) return false;
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return left + width > innerWidth || (hit !== null && !button.contains(hit));
    });
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

/** How the ring around a swatch stands out from the ground that it lies on: the least of all; 0 where there is none. */
function ringContrast(window: Page, selector: string): Promise<number> {
  return window.evaluate((wanted) => {
    const rgb = (text: string): number[] => (text.match(/[\d.]+/g) ?? []).map(Number);
    const light = ([r = 0, g = 0, b = 0]: number[]): number => {
      const part = (value: number): number =>
        value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const groundOf = (element: Element | null): number[] => {
      if (element === null) return [255, 255, 255];
      const color = rgb(getComputedStyle(element).backgroundColor);
      return (color[3] ?? 1) > 0.99 ? color : groundOf(element.parentElement);
    };
    const all = [...document.querySelectorAll(wanted)].map((swatch) => {
      const around = swatch.closest('[class*="ColorSwatch-root"]') ?? swatch;
      const ring =
        getComputedStyle(swatch)
          .boxShadow.match(/rgba?\([^)]*\)/g)
          ?.at(-1) ?? 'rgb(0 0 0 / 0)';
      const [a, b] = [light(rgb(ring)), light(groundOf(around.parentElement))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    });
    return all.length === 0 ? 0 : Math.min(...all);
  }, selector);
}

/** Watches for boxes of rows that are not there yet: a press on one would choose nothing. */
async function watchBoxes(window: Page): Promise<() => Promise<number>> {
  const watch = await window.evaluateHandle(() => {
    const seen = { boxes: 0 };
    new MutationObserver(() => {
      seen.boxes += document.querySelectorAll(
        '[role=row]:not([aria-label]) [aria-label="Select row"]',
      ).length;
    }).observe(document.body, { childList: true, subtree: true });
    return seen;
  });
  return () => watch.evaluate(({ boxes }) => boxes);
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
        await expect.poll(() => faults(window)).toEqual([]);
      }
      for (const screen of ['Access', 'Findings', 'History']) {
        await goTo(window, screen);
        await expect(window.getByRole('button', { name: /^Synced/ })).toBeInViewport();
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
    await expect(grid).toHaveAttribute('aria-busy', 'false');
    await grid.focus();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('complementary', { name: /^Inspector/ })).toBeVisible();
    const email = grid.getByRole('gridcell', { name: 'aaliyah.wolf@' });
    const whole = window.locator('[data-whole-text]');
    // What arrives late draws the row anew below a pointer that rests: it is moved again.
    await expect(async () => {
      await window.mouse.move(500, 20);
      await email.hover();
      await expect(whole).toHaveText((await email.textContent()) ?? '', { timeout: 1_000 });
    }).toPass();
    await window.mouse.move(500, 20);
    await expect(whole).toBeHidden();
    await window.keyboard.press('j');
    await expect(whole).toContainText('@');
  });

  await test.step('the inspector is as wide as one wants it, and stays so', async () => {
    const inspector = window.getByRole('complementary', { name: /^Inspector/ });
    await expect(inspector).toBeVisible();
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
    const boxesOfNone = await watchBoxes(window);
    await goTo(window, 'People');
    await goTo(window, 'Memberships');
    await expect(filter).toHaveValue('');
    const first = window.getByRole('grid').getByRole('row').nth(1);
    const before = await first.boundingBox();
    await first.getByRole('checkbox').click();
    await expect(window.getByRole('region', { name: 'Selection' })).toBeVisible();
    await expect(filter).toBeVisible();
    expect((await first.boundingBox())?.y).toBe(before?.y);
    expect(await boxesOfNone()).toBe(0);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    await test.step(`a swatch is seen on ${colorScheme} ground, whatever its colour`, async () => {
      await window.emulateMedia({ colorScheme });
      await goTo(window, 'Organizations');
      await expect(window.getByRole('grid', { name: 'Organizations' })).toHaveAttribute('aria-busy', 'false');
      await expect
        .poll(() => ringContrast(window, '[role=gridcell] [title^="#"] [aria-hidden]'))
        .toBeGreaterThanOrEqual(3);
      await window.getByRole('grid').getByRole('row').nth(1).click();
      await window.getByRole('button', { name: 'Open page' }).click();
      await window.getByRole('tab', { name: 'Branding' }).click();
      await window.getByRole('textbox', { name: 'Primary colour' }).fill('#14171a');
      await expect
        .poll(() => ringContrast(window, '[class*="ColorSwatch-shadowOverlay"]'))
        .toBeGreaterThanOrEqual(3);
      await window.getByRole('textbox', { name: 'Primary colour' }).fill('');
    });

  await test.step('a limit has the separators of the system', async () => {
    await goTo(window, 'Limits');
    const grid = window.getByRole('grid', { name: 'Seat limits' });
    await grid
      .getByRole('button', { name: /^Edit seats of/ })
      .first()
      .click();
    await grid.getByRole('textbox').fill('1234567');
    await window.keyboard.press('Enter');
    await expect(grid.getByRole('button', { name: /^Edit seats of/ }).first()).toContainText(/1\D234\D567/);
  });

  await test.step('every number of the overview leads to all of its rows', async () => {
    await goTo(window, 'Overview');
    await window.getByRole('button', { name: /^Show all \d+/ }).click();
    const panel = window.getByRole('region', { name: 'With one admin or none' });
    const figure = panel.getByText(/^\d+$/).first();
    await expect
      .poll(async () => Number(await figure.textContent()) - (await panel.getByRole('listitem').count()))
      .toBe(0);
  });
  await launched.quit();
});
