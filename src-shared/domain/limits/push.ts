import { RecordId } from '../ids';
import type { IntentDraft } from '../intent';
import type { CustomerRow, PushRow } from './customer';

/** Whether the service has something else than was agreed, and nothing is staged about it. */
export const isToPush = ({ state }: PushRow): boolean => state === 'other' || state === 'by-hand';

/** Edits that bring the service's own limits to what was agreed. Pure. */
export function pushDrafts(customers: readonly CustomerRow[]): readonly IntentDraft[] {
  return customers.flatMap(({ id, pushes }) =>
    pushes.filter(isToPush).map(
      ({ field, wanted, held }): IntentDraft => ({
        entity: 'application',
        recordId: RecordId.parse(id),
        action: { verb: 'update', field, value: wanted, base: held },
      }),
    ),
  );
}
