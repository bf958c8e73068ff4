import { userView } from '../views/user-view';
import { addUser } from './add-user';
import { checkUserFields } from './check-user-fields';
import { mutate } from './mutate';
import type { Outcome } from './outcome';
import type { Scope } from './scope';
import { type UserMetadataPatch, userMetadata } from './user-metadata';

/** Body of `POST /users`, decoded; the first e-mail address and phone number are kept. */
export type UserDraft = UserMetadataPatch & {
  readonly external_id?: string | null | undefined;
  readonly first_name?: string | null | undefined;
  readonly last_name?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly email_address?: readonly string[] | undefined;
  readonly phone_number?: readonly string[] | undefined;
  readonly username?: string | null | undefined;
  readonly password?: string | null | undefined;
  readonly delete_self_enabled?: boolean | null | undefined;
  readonly create_organization_enabled?: boolean | null | undefined;
  readonly create_organizations_limit?: number | null | undefined;
  readonly legal_accepted_at?: string | null | undefined;
  readonly created_at?: string | null | undefined;
  readonly banned?: boolean | null | undefined;
  readonly locked?: boolean | null | undefined;
};

/** Creates a user. */
export const createUser = (scope: Scope, draft: UserDraft): Outcome<object> =>
  mutate(scope, (note) => {
    const email = draft.email_address?.[0] ?? null;
    const phone = draft.phone_number?.[0] ?? null;
    const checked = checkUserFields(scope, { ...draft, email_address: email, phone_number: phone });
    if (!checked.ok) return checked;
    const empty = { public_metadata: '{}', private_metadata: '{}', unsafe_metadata: '{}' };
    const metadata = userMetadata(empty, draft, 'replace');
    if (!metadata.ok) return metadata;
    const row = addUser(scope, {
      email,
      phone,
      first_name: draft.first_name ?? null,
      last_name: draft.last_name ?? null,
      username: draft.username ?? null,
      external_id: draft.external_id ?? null,
      locale: draft.locale ?? null,
      banned: Number(draft.banned ?? false),
      locked: Number(draft.locked ?? false),
      password_enabled: Number(Boolean(draft.password)),
      delete_self_enabled: Number(draft.delete_self_enabled ?? true),
      create_organization_enabled: Number(draft.create_organization_enabled ?? true),
      create_organizations_limit: draft.create_organizations_limit ?? null,
      legal_accepted_at: draft.legal_accepted_at ? Date.parse(draft.legal_accepted_at) : null,
      ...(draft.created_at ? { created_at: Date.parse(draft.created_at) } : {}),
      ...metadata.value,
    });
    note({ entity: 'user', verb: 'create', id: row.id, mark: email ?? row.username ?? row.id });
    return { ok: true, value: userView(row) };
  });
