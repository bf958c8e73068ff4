import { t } from '../../language/t';
import { choice } from '../kinds/field';

/** What becomes of something that is offered or announced. */
export const pendingStatus = choice(['pending', 'completed', 'canceled', 'expired'], {
  column: 'narrow',
  label: t('Status'),
  wire: 'status',
  blank: () => 'pending',
  facet: true,
  says: { pending: t('Pending'), completed: t('Completed'), canceled: t('Cancelled'), expired: t('Expired') },
});

/** Why only what is pending can be cancelled, as a sentence; null where it is pending, or cancelled as it is. */
export const pendingOnly = ({ status }: Readonly<Record<string, unknown>>): string | null => {
  if (status === 'completed') return t('It is not pending any more: it was completed.');
  return status === 'expired' ? t('It is not pending any more: it has expired.') : null;
};
