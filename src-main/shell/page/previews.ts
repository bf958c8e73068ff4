import { randomUUID } from 'node:crypto';

/** Scheme of previews: each has an origin of its own, and the page of the app none of theirs. */
export const previewScheme = 'preview';

export const isPreviewUrl = (url: string): boolean =>
  URL.canParse(url) && new URL(url).protocol === `${previewScheme}:`;

/** What an email may do while it is looked at: have styles of its own, and nothing else. No script, no network, no form. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors app:',
  'sandbox',
].join('; ');

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** As many are kept; an older one is not looked at any more. */
const most = 8;

export interface Previews {
  /** Keeps a document to be looked at; its address. */
  show(html: string): string;
  answer(method: string, url: string): Response;
}

/** The document at this address, of whichever of them keeps it. */
export function answerAmong(all: readonly Previews[], method: string, url: string): Response {
  const answers = all.map((each) => each.answer(method, url));
  return answers.find(({ ok }) => ok) ?? answers[0] ?? new Response('', { status: 404, headers });
}

/** Documents that the window shows in a frame, in memory only. */
export function createPreviews(): Previews {
  const kept = new Map<string, string>();
  return {
    show: (html) => {
      const id = randomUUID();
      kept.set(id, html);
      for (const old of [...kept.keys()].slice(0, -most)) kept.delete(old);
      return `${previewScheme}://${id}/`;
    },
    answer: (method, url) => {
      const html = method === 'GET' && isPreviewUrl(url) ? kept.get(new URL(url).host) : undefined;
      return html === undefined
        ? new Response('', { status: 404, headers })
        : new Response(html, { headers });
    },
  };
}
