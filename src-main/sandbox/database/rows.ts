/** An organization as stored; `image_id` is null without a logo, `max_allowed_memberships` 0 means no limit. */
export type OrganizationRow = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly created_by: string | null;
  readonly image_id: string | null;
  readonly max_allowed_memberships: number;
  readonly admin_delete_enabled: number;
  readonly role_set_key: string | null;
  readonly public_metadata: string;
  readonly private_metadata: string;
  readonly last_active_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
};

/** A user as stored, with the primary e-mail address and phone number; what else identifies them is beside it. */
export type UserRow = {
  readonly id: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly username: string | null;
  readonly external_id: string | null;
  readonly email: string | null;
  readonly email_id: string | null;
  readonly phone: string | null;
  readonly phone_id: string | null;
  readonly locale: string | null;
  readonly has_image: number;
  readonly banned: number;
  readonly locked: number;
  readonly password_enabled: number;
  readonly two_factor_enabled: number;
  readonly delete_self_enabled: number;
  readonly create_organization_enabled: number;
  readonly create_organizations_limit: number | null;
  readonly bypass_client_trust: number;
  readonly public_metadata: string;
  readonly private_metadata: string;
  readonly unsafe_metadata: string;
  readonly last_sign_in_at: number | null;
  readonly last_active_at: number | null;
  readonly legal_accepted_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
  /** `FromDirectory` as JSON; null for whom none manages, and left out in files of an older version. */
  readonly directory?: string | null;
};

/** The directory that made somebody, what it calls them, and whether it took them out since. */
export type FromDirectory = {
  readonly id: string;
  readonly externalId: string;
  readonly out: boolean;
};

/** A further way to know a user (see `identification-tables.ts`); `provider` is of an `external_account`. */
export type IdentificationRow = {
  readonly user_id: string;
  readonly id: string;
  readonly kind: 'email_address' | 'phone_number' | 'web3_wallet' | 'external_account' | 'backup_code';
  readonly value: string;
  readonly provider: string | null;
  readonly reserved: number;
  readonly is_primary: number;
  readonly created_at: number;
};

/** A role as stored; its permissions are in `role_permissions`. */
export type RoleRow = {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly description: string | null;
  readonly created_at: number;
  readonly updated_at: number;
};

/** A permission as stored; `type` is `system` (immutable) or `user`. */
export type PermissionRow = {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly description: string;
  readonly type: string;
  readonly created_at: number;
  readonly updated_at: number;
};

/** A membership as stored. */
export type MembershipRow = {
  readonly id: string;
  readonly organization_id: string;
  readonly user_id: string;
  readonly role_id: string;
  readonly public_metadata: string;
  readonly private_metadata: string;
  readonly created_at: number;
  readonly updated_at: number;
};

/** An invitation as stored; a `pending` one past `expires_at` reads as `expired`. */
export type InvitationRow = {
  readonly id: string;
  readonly organization_id: string;
  readonly email: string;
  readonly role_id: string;
  readonly inviter_id: string | null;
  readonly status: string;
  readonly url: string | null;
  readonly public_metadata: string;
  readonly private_metadata: string;
  readonly expires_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
};
