import { type Picture, schemes } from './picture';

/** The index of an album: every picture in light and dark side by side, and what could not be shown. */
export function albumPage(pictures: readonly Picture[], failures: readonly string[]): string {
  const figures = pictures.map(
    ({ title, name }) =>
      `<figure id="${name}"><figcaption>${escapeHtml(title)}</figcaption>${schemes
        .map(
          (scheme) => `<a href="${name}.${scheme}.png"><img src="${name}.${scheme}.png" alt="${scheme}"></a>`,
        )
        .join('')}</figure>`,
  );
  const missing = failures.map((failure) => `<li>${escapeHtml(failure)}</li>`).join('');
  return `<!doctype html>
<meta charset="utf-8"><title>Tenantry: a tour</title>
<style>
body { font: 13px system-ui; margin: 24px; background: #777; color: #fff }
figure { margin: 0 0 32px; display: grid; grid-template-columns: 1fr 1fr; gap: 12px }
figcaption { grid-column: 1 / -1; font-weight: 600 }
img { width: 100%; display: block }
</style>
<h1>Tenantry: a tour</h1>
${missing && `<p>Not shown:</p><ul>${missing}</ul>`}
${figures.join('\n')}
`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
