import type { UserRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { showUser } from '../views/user-views';
import { addIdentification, setBackupCodes } from './add-identification';
import { addUser } from './add-user';
import { type UserMetadataPatch, userMetadata } from './both-metadata';
import { checkUserFields } from './check-user-fields';
import { mutate } from './mutate';

type Status = readonly ('verified' | 'reserved')[] | undefined;

/** Body of `POST /users`, decoded; the first of each list becomes the primary one. */
export type UserDraft = UserMetadataPatch & {
  readonly external_id?: string | null | undefined;
  readonly first_name?: string | null | undefined;
  readonly last_name?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly email_address?: readonly string[] | undefined;
  readonly email_address_identification_status?: Status;
  readonly phone_number?: readonly string[] | undefined;
  readonly phone_number_identification_status?: Status;
  readonly web3_wallet?: readonly string[] | undefined;
  readonly skip_user_requirement?: boolean | null | undefined;
  readonly totp_secret?: string | null | undefined;
  readonly backup_codes?: readonly string[] | undefined;
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

const parallel = ['email_address', 'phone_number'] as const;

/** Refuses (422) a user whom nothing identifies, and lists of statuses that do not run parallel to their values. */
const checkDraft = (scope: Scope, draft: UserDraft): Outcome<null> => {
  const known = [draft.email_address, draft.phone_number, draft.web3_wallet, draft.username];
  if (known.every((given) => !given?.length) && draft.skip_user_requirement !== true)
    return refusals.nothingToKnowBy();
  for (const kind of parallel) {
    const param = `${kind}_identification_status` as const;
    const count = draft[param]?.length ?? 0;
    if (count > 0 && count !== draft[kind]?.length)
      return refusals.paramInvalid(param, `${param} must have one item for each ${kind}.`);
  }
  return checkUserFields(scope, draft);
};

/** Keeps what the row of the user has no column for. */
const addFurther = (scope: Scope, row: UserRow, draft: UserDraft): void => {
  const primary = { email_address: row.email_id, phone_number: row.phone_id };
  for (const kind of parallel) {
    for (const [index, value] of (draft[kind] ?? []).entries()) {
      const reserved = Number(draft[`${kind}_identification_status`]?.[index] === 'reserved');
      const id = index === 0 ? primary[kind] : null;
      if (id === null) addIdentification(scope, row.id, { kind, value, reserved });
      else if (reserved === 1) addIdentification(scope, row.id, { kind, value, reserved, id });
    }
  }
  for (const [index, value] of (draft.web3_wallet ?? []).entries())
    addIdentification(scope, row.id, { kind: 'web3_wallet', value, is_primary: Number(index === 0) });
  setBackupCodes(scope, row.id, draft.backup_codes ?? []);
};

/** Creates a user. Refuses (422) one whom nothing identifies, or with what another one is known by. */
export const createUser = (scope: Scope, draft: UserDraft): Outcome<object> =>
  mutate(scope, (note) => {
    const checked = checkDraft(scope, draft);
    if (!checked.ok) return checked;
    const email = draft.email_address?.[0] ?? null;
    const phone = draft.phone_number?.[0] ?? null;
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
      two_factor_enabled: Number(Boolean(draft.totp_secret)),
      password_enabled: Number(Boolean(draft.password)),
      delete_self_enabled: Number(draft.delete_self_enabled ?? true),
      create_organization_enabled: Number(draft.create_organization_enabled ?? true),
      create_organizations_limit: draft.create_organizations_limit ?? null,
      legal_accepted_at: draft.legal_accepted_at ? Date.parse(draft.legal_accepted_at) : null,
      ...(draft.created_at ? { created_at: Date.parse(draft.created_at) } : {}),
      ...metadata.value,
    });
    addFurther(scope, row, draft);
    note({ entity: 'user', verb: 'create', id: row.id, mark: email ?? row.username ?? row.id });
    return { ok: true, value: showUser(scope, row) };
  });
