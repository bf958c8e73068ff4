import { app, net } from 'electron';
import { contentSecurityPolicy } from './content-security-policy';
import { isPageUrl } from './page-origin';

/** What Vite marks its own scripts and styles with; in `electron.vite.config.ts` as well. */
const nonce = 'development';

/** Where `npm run dev` serves the page's files from; null in every other start, and always in an installed app. */
export function devServer(): string | null {
  return app.isPackaged ? null : (process.env.TENANTRY_DEV_SERVER ?? null);
}

/**
 * Answers a request for a file of the page from the dev server, under the page's own origin. Its policy is the real one but for
 * what Vite cannot do without: the styles and the script that it injects bear a nonce, and its socket tells of changes.
 */
export async function devResponse(server: string, method: string, url: string): Promise<Response> {
  if (method !== 'GET' || !isPageUrl(url)) return new Response('', { status: 404 });
  const { pathname, search } = new URL(url);
  const answer = await net.fetch(server + pathname + search);
  const headers = new Headers({
    'content-type': answer.headers.get('content-type') ?? 'text/plain',
    'cache-control': 'no-cache',
    'content-security-policy': contentSecurityPolicy
      .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
      .replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
      .replace("connect-src 'none'", `connect-src ${server.replace('http', 'ws')}`),
  });
  return new Response(answer.body, { status: answer.status, headers });
}
