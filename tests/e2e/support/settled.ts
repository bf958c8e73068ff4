import type { Page } from '@playwright/test';

/**
 * Waits until nothing in the page has changed for a while, or for 10 s: what it shows has come. Requests of frames that are gone
 * never end, so that the network tells nothing.
 */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const restMs = 400;
        const end = (): void => {
          watch.disconnect();
          clearTimeout(most);
          clearTimeout(quiet);
          resolve();
        };
        const most = setTimeout(end, 10_000);
        let quiet = setTimeout(end, restMs);
        const watch = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(end, restMs);
        });
        watch.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
      }),
  );
