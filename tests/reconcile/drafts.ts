import { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject, JsonValue } from '@shared/domain/json';

/** Short ways to write drafts in tests. */
export const drafts = {
  role: (membership: string, value: string): IntentDraft => ({
    entity: 'membership',
    recordId: RecordId.parse(membership),
    action: { verb: 'update', field: 'role', value },
  }),
  organization: (recordId: string, field: string, value: JsonValue): IntentDraft => ({
    entity: 'organization',
    recordId: RecordId.parse(recordId),
    action: { verb: 'update', field, value },
  }),
  remove: (entity: IntentDraft['entity'], recordId: string): IntentDraft => ({
    entity,
    recordId: RecordId.parse(recordId),
    action: { verb: 'delete' },
  }),
  add: (organizationId: string, userId: string, role = 'org:member'): IntentDraft => ({
    entity: 'membership',
    action: { verb: 'create', values: { organizationId, userId, role } },
  }),
  invite: (organizationId: string, email: string, role = 'org:member'): IntentDraft => ({
    entity: 'invitation',
    action: { verb: 'create', values: { organizationId, email, role } },
  }),
  create: (recordId: string, values: JsonObject): IntentDraft => ({
    entity: 'organization',
    recordId: RecordId.parse(recordId),
    action: { verb: 'create', values },
  }),
} as const;
