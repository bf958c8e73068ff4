import { createPreviews, isPreviewUrl } from '@main/shell/page/previews';
import { describe, expect, it } from 'vitest';

describe('a document that is looked at', () => {
  it('has an origin of its own, styles, and neither script nor network', async () => {
    const previews = createPreviews();
    const [one, two] = [previews.show('<b>one</b>'), previews.show('<b>two</b>')];
    expect(new URL(one).host).not.toBe(new URL(two).host);
    const answer = previews.answer('GET', one);
    expect(await answer.text()).toBe('<b>one</b>');
    const policy = answer.headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        'sandbox',
        "form-action 'none'",
      ]),
    );
    expect(policy?.filter((part) => /script|connect/.test(part))).toEqual([]);
  });

  it.each(['preview://nobody/', 'app://tenantry/', 'https://example.com/', 'no address'])(
    '%s is none',
    (url) => {
      const previews = createPreviews();
      previews.show('<b>one</b>');
      expect(previews.answer('GET', url).status).toBe(404);
    },
  );

  it('is forgotten when others came, and read only', () => {
    const previews = createPreviews();
    const first = previews.show('first');
    expect(previews.answer('POST', first).status).toBe(404);
    for (let nth = 0; nth < 8; nth += 1) previews.show(String(nth));
    expect(previews.answer('GET', first).status).toBe(404);
    expect(['preview://a/', 'app://tenantry/', 'previews://a/', ''].map(isPreviewUrl)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
