import { formatCount } from '@renderer/ui/format/format-count';
import { t } from '@shared/language/t';

/** What is wrong with a damaged database. */
export function faultOf(damagedPages: readonly number[], pages: number): string {
  if (damagedPages.length === 0) return t('the tables of the database do not fit together');
  const named = damagedPages.slice(0, 5).map(formatCount).join(', ');
  const rest = damagedPages.length - 5;
  if (rest > 0)
    return t('pages {named} and {rest, number} more of {pages, number} cannot be trusted', {
      named,
      rest,
      pages,
    });
  return t(
    '{count, plural, one {page {named} of {pages, number} cannot be trusted} other {pages {named} of {pages, number} cannot be trusted}}',
    { count: damagedPages.length, named, pages },
  );
}
