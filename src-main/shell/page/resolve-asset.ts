import { join, normalize, sep } from 'node:path';
import { isPageUrl } from './page-origin';

/**
 * The file that a page URL names, inside `root`; null when the URL is another's or would lead outside. Dots and
 * slashes in disguise (`%2e`, `%2f`, `%5c`, a NUL) count as leading outside.
 */
export function resolveAsset(root: string, url: string): string | null {
  if (!isPageUrl(url)) return null;
  const path = decode(new URL(url).pathname);
  if (path === null || /[\\\0:]/.test(path) || path.split('/').includes('..')) return null;
  const file = normalize(join(root, path === '/' ? 'index.html' : path));
  return file.startsWith(root + sep) ? file : null;
}

function decode(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return /%(2e|2f|5c|00)/i.test(path) ? null : decoded;
  } catch {
    return null;
  }
}
