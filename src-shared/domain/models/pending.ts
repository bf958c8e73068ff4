import { choice } from '../kinds/field';

/** What becomes of something that is offered or announced. */
export const pendingStatus = choice(['pending', 'completed', 'canceled', 'expired'], {
  column: 'narrow',
  label: 'Status',
  wire: 'status',
  blank: () => 'pending',
  facet: true,
  says: { pending: 'Pending', completed: 'Completed', canceled: 'Cancelled', expired: 'Expired' },
});

/** Why only what is pending can be cancelled, as a sentence; null where it is pending. */
export const pendingOnly = ({ status }: Readonly<Record<string, unknown>>): string | null =>
  status === 'pending' || status === 'canceled' ? null : 'It is not pending any more.';
