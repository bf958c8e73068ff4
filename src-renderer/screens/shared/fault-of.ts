import { formatCount } from '@renderer/ui/format/format-count';

/** What is wrong with a damaged database. */
export function faultOf(damagedPages: readonly number[], pages: number): string {
  if (damagedPages.length === 0) return 'the tables of the database do not fit together';
  const named = damagedPages.slice(0, 5).map(formatCount).join(', ');
  const rest = damagedPages.length > 5 ? ` and ${formatCount(damagedPages.length - 5)} more` : '';
  const word = damagedPages.length === 1 ? 'page' : 'pages';
  return `${word} ${named}${rest} of ${formatCount(pages)} cannot be trusted`;
}
