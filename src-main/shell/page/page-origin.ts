/** Scheme of the page: standard and secure, so the page has a real origin and `file://` is never needed. */
export const pageScheme = 'app';

/** The one origin that may run in a window and call the shell. */
export const pageOrigin = `${pageScheme}://tenantry`;

/** Whether a URL belongs to the app's own page. `URL.origin` is "null" for custom schemes, hence by parts. */
export function isPageUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return `${protocol}//${host}` === pageOrigin && username === '' && password === '';
}
