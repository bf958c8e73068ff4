import type { StoredRecord } from '@shared/domain/records/record-map';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (body: unknown): Fields | null =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Fields) : null;

/** The person is optional in the spec; of a membership that we know, we know whose it is. */
export function completeMembership(body: unknown, known: StoredRecord<'membership'>): unknown {
  const fields = fieldsOf(body);
  if (fields === null || fields.id !== known.id || fieldsOf(fields.public_user_data) !== null) return body;
  const { userId, userName, userEmail } = known;
  return {
    ...fields,
    public_user_data: { user_id: userId, first_name: userName, identifier: userEmail },
  };
}

/** Neither place that names the organization is required in the spec; the address that was asked does. */
export function completeInvitation(body: unknown, known: StoredRecord<'invitation'>): unknown {
  const fields = fieldsOf(body);
  return fields && { organization_id: known.organizationId, ...fields };
}
