import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { setBackupCodes } from './add-identification';
import { changeUser } from './change-user';
import { checkUserFields } from './check-user-fields';
import { type PrimaryIds, setPrimary } from './set-primary';

type Factors = {
  readonly totp_secret?: string | null | undefined;
  readonly backup_codes?: readonly string[] | undefined;
};

/** Body of `PATCH /users/{user_id}`, decoded. Null clears names, username, external id and the limit. */
export type UserPatch = PrimaryIds &
  Factors & {
    readonly profile_image_id?: string | null | undefined;
    readonly external_id?: string | null | undefined;
    readonly first_name?: string | null | undefined;
    readonly last_name?: string | null | undefined;
    readonly username?: string | null | undefined;
    readonly locale?: string | null | undefined;
    readonly password?: string | null | undefined;
    readonly delete_self_enabled?: boolean | null | undefined;
    readonly create_organization_enabled?: boolean | null | undefined;
    readonly create_organizations_limit?: number | null | undefined;
    readonly bypass_client_trust?: boolean | null | undefined;
    readonly legal_accepted_at?: string | null | undefined;
    readonly created_at?: string | null | undefined;
  };

const or = <T>(given: T | undefined, before: T): T => (given === undefined ? before : given);

/** Edits a user. Refuses (422) a primary identification that is not theirs, and images: none are kept here. */
export const updateUser = (scope: Scope, id: string, patch: UserPatch): Outcome<object> =>
  changeUser(scope, id, (before) => {
    const checked = checkUserFields(scope, { username: patch.username, external_id: patch.external_id }, id);
    if (!checked.ok) return checked;
    if (patch.profile_image_id)
      return refusals.paramInvalid('profile_image_id', `There is no image ${patch.profile_image_id}.`);
    const primary = setPrimary(scope, before, patch);
    if (!primary.ok) return primary;
    if (patch.backup_codes !== undefined) setBackupCodes(scope, id, patch.backup_codes);
    return {
      ok: true,
      value: {
        ...primary.value,
        two_factor_enabled: patch.totp_secret ? 1 : before.two_factor_enabled,
        external_id: or(patch.external_id, before.external_id),
        first_name: or(patch.first_name, before.first_name),
        last_name: or(patch.last_name, before.last_name),
        username: or(patch.username, before.username),
        locale: or(patch.locale, before.locale),
        create_organizations_limit: or(patch.create_organizations_limit, before.create_organizations_limit),
        password_enabled: patch.password ? 1 : before.password_enabled,
        delete_self_enabled: Number(patch.delete_self_enabled ?? before.delete_self_enabled),
        create_organization_enabled: Number(
          patch.create_organization_enabled ?? before.create_organization_enabled,
        ),
        bypass_client_trust: Number(patch.bypass_client_trust ?? before.bypass_client_trust),
        // Nullable in the spec: null takes it back.
        legal_accepted_at: momentOr(patch.legal_accepted_at, before.legal_accepted_at),
        created_at: patch.created_at ? Date.parse(patch.created_at) : before.created_at,
      },
    };
  });

const momentOr = (given: string | null | undefined, before: number | null): number | null => {
  if (given === undefined) return before;
  return given === null || given === '' ? null : Date.parse(given);
};
