import { formatCount } from './format-count';

/** `1 member`, `9,000 members`; the plural is the singular and an s unless it is given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
