import { ChangeSetId, IntentId, RecordId } from '@shared/domain/ids';
import { asStaged, type Intent, type IntentAction } from '@shared/domain/intent';

/** A staged intent on a membership, with what a test does not care about filled in. */
export function intentOf(action: IntentAction, over: Partial<Intent> = {}): Intent {
  const seq = over.seq ?? 1;
  return {
    id: IntentId.parse(`int_${seq}`),
    seq,
    stagedAt: 1_000,
    changeSetId: ChangeSetId.parse('set_default'),
    gesture: 'gesture_1',
    entity: 'membership',
    recordId: RecordId.parse('orgmem_1'),
    label: 'Dana in Acme',
    organizationId: 'org_1',
    action,
    ...asStaged,
    ...over,
  };
}
