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

/** Why only what is pending can be cancelled, as a sentence; null where it is pending. */
export const pendingOnly = ({ status }: Readonly<Record<string, unknown>>): string | null =>
  status === 'pending' || status === 'canceled' ? null : t('It is not pending any more.');
