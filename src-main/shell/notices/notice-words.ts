import { assertNever } from '@shared/assert-never';
import { t } from '@shared/language/t';
import type { Notice } from './fold-activity';

/** A notice as the system shows it. */
export function noticeWords(notice: Notice): { readonly title: string; readonly body: string } {
  switch (notice.kind) {
    case 'held':
      return {
        title: t('A wave is done'),
        body: t(
          '{done, number} of {total, number} steps are sent. The run waits until you let it go on.',
          notice,
        ),
      };
    case 'conflicts':
      return {
        title: t('Somebody else changed the same'),
        body: t(
          '{count, plural, one {# conflict waits} other {# conflicts wait}} for your decision.',
          notice,
        ),
      };
    case 'over':
      return { title: t('Reconciling is over'), body: whatIsLeft(notice) };
    default:
      return assertNever(notice);
  }
}

function whatIsLeft({ open, conflict, refused, unknown }: Extract<Notice, { kind: 'over' }>): string {
  if (open === 0) return t('The service holds everything.');
  const parts = [
    conflict > 0 && t('{conflict, plural, one {# conflict} other {# conflicts}}', { conflict }),
    refused > 0 && t('{refused, number} refused', { refused }),
    unknown > 0 && t('{unknown, number} without an answer', { unknown }),
  ].filter((part) => part !== false);
  const left = t('{open, plural, one {# change is} other {# changes are}} left', { open });
  return parts.length === 0 ? `${left}.` : `${left}: ${parts.join(', ')}.`;
}
