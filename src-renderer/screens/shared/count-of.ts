import { t } from '@shared/language/t';

/** So many of something, by the words of its entity: `1 person`, `9,000 people`. */
export const countOf = (
  count: number,
  { one, many }: { readonly one: string; readonly many: string },
): string => t('{count, plural, one {# {one}} other {# {many}}}', { count, one, many });
