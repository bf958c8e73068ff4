import type { Page } from '@playwright/test';

/**
 * What the page says outside of the marks of the pseudo language (⟦…⟧): its data, and texts that nobody can translate. Texts of
 * attributes that people hear or see are among it.
 */
export function unmarkedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const outside = (text: string): string[] => {
      let depth = 0;
      let kept = '';
      for (const sign of text) {
        if (sign === '⟦') depth += 1;
        else if (sign === '⟧') depth -= 1;
        else kept += depth > 0 ? '\n' : sign;
      }
      return kept.split(/\n+/);
    };
    const names = ['aria-label', 'title', 'placeholder', 'aria-description'];
    const told = [...document.querySelectorAll(names.map((name) => `[${name}]`).join())].flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? ''),
    );
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is read by nobody
    const all = [document.body.innerText, document.title, ...told].flatMap(outside);
    return [...new Set(all.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text)))];
  });
}
