import type { PushPort, RemoteCall } from '@main/identity/identity-port';
import type { Intent, IntentDraft } from '@shared/domain/intent';
import { lastKnownRow } from '@shared/domain/project';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { recordKey } from '@shared/domain/rules/staging-world';

type Asked = Pick<IntentDraft, 'entity' | 'action'>;

/** The call that an intent or a draft comes to; `row` is the stored row of its record. */
export function remoteCall({ entity, action }: Asked, row: StoredRecord): RemoteCall {
  if (action.verb === 'create') return { verb: 'create', entity, values: action.values };
  if (action.verb === 'delete') return { verb: 'delete', entity, record: row };
  if (action.verb === 'perform')
    return { verb: 'perform', entity, record: row, operation: action.operation, values: action.values ?? {} };
  // What a call comes to may depend on what the service holds: never on what is staged.
  const record = { ...row, ...lastKnownRow(entity, row) } as StoredRecord;
  return { verb: 'update', entity, record, field: action.field, value: action.value };
}

/** The same, where the record may not be there: null then. */
export function callForDraft({ entity, action }: Asked, row: StoredRecord | null): RemoteCall | null {
  if (action.verb === 'create') return { verb: 'create', entity, values: action.values };
  return row && remoteCall({ entity, action }, row);
}

/** The call that a draft comes to, for reading; '' where it stands for a record that is not there. */
export function draftCall(
  port: Pick<PushPort, 'describe'>,
  draft: Asked,
  record: StoredRecord | null,
): string {
  const call = draft.action.verb === 'perform' ? null : callForDraft(draft, record);
  return call === null ? '' : port.describe(call);
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
