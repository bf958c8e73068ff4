import { formatCount } from '@renderer/ui/format/format-count';
import { t } from '@shared/language/t';

/** What is wrong with a damaged database. */
export function faultOf(damagedPages: readonly number[], pages: number): string {
  if (damagedPages.length === 0) return t('the tables of the database do not fit together');
  const named = damagedPages.slice(0, 5).map(formatCount).join(', ');
  const rest =
    damagedPages.length > 5 ? t(' and {count, number} more', { count: damagedPages.length - 5 }) : '';
  const word = damagedPages.length === 1 ? 'page' : 'pages';
  return t('{word} {named}{rest} of {pages, number} cannot be trusted', { word, named, rest, pages });
}
