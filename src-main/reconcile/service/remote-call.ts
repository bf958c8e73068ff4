import type { PushPort, RemoteCall } from '@main/identity/identity-port';
import type { Intent, IntentDraft } from '@shared/domain/intent';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { recordKey } from '@shared/domain/rules/staging-world';

/** The call that carries an intent out; `row` is the stored row of its record. */
export function remoteCall({ entity, action }: Intent, row: StoredRecord): RemoteCall {
  if (action.verb === 'create') return { verb: 'create', entity, values: action.values };
  if (action.verb === 'delete') return { verb: 'delete', entity, record: row };
  if (action.verb === 'perform')
    return { verb: 'perform', entity, record: row, operation: action.operation, values: action.values };
  return { verb: 'update', entity, record: row, field: action.field, value: action.value };
}

/** The call that a draft comes to, for reading; '' where it stands for a record that is not there. */
export function draftCall(
  port: Pick<PushPort, 'describe'>,
  { entity, action }: Pick<IntentDraft, 'entity' | 'action'>,
  record: StoredRecord | null,
): string {
  if (action.verb === 'create') return port.describe({ verb: 'create', entity, values: action.values });
  if (record === null || action.verb === 'perform') return '';
  if (action.verb === 'delete') return port.describe({ verb: 'delete', entity, record });
  return port.describe({ verb: 'update', entity, record, field: action.field, value: action.value });
}

/** An intent's call for reading, e.g. `PATCH /organizations/org_1`; '' where its record is not known. */
export function callOf(
  port: Pick<PushPort, 'describe'>,
  { rows }: Pick<PlanFacts, 'rows'>,
): (intent: Intent) => string {
  return (intent) => {
    const row = rows.get(recordKey(intent.entity, intent.recordId));
    return row === undefined ? '' : port.describe(remoteCall(intent, row));
  };
}
