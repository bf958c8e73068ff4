import { t } from '@shared/language/t';

/** `1 member`, `9,000 members`, in the words of an entity. */
export function countOf(
  count: number,
  { one, many }: { readonly one: string; readonly many: string },
): string {
  return t('{count, plural, one {# {one}} other {# {many}}}', { count, one, many });
}
