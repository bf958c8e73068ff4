import type { UserRow } from '../database/rows';

const verified = {
  object: 'verification_admin',
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expire_at: null,
};

const emailAddresses = (row: UserRow) =>
  row.email === null || row.email_id === null
    ? []
    : [
        {
          id: row.email_id,
          object: 'email_address',
          email_address: row.email,
          reserved: false,
          verification: verified,
          linked_to: [],
          matches_sso_connection: false,
          created_at: row.created_at,
          updated_at: row.created_at,
        },
      ];

const phoneNumbers = (row: UserRow) =>
  row.phone === null || row.phone_id === null
    ? []
    : [
        {
          id: row.phone_id,
          object: 'phone_number',
          phone_number: row.phone,
          reserved_for_second_factor: false,
          default_second_factor: false,
          reserved: false,
          verification: verified,
          linked_to: [],
          backup_codes: null,
          created_at: row.created_at,
          updated_at: row.created_at,
        },
      ];

/** Shows a user (spec: `components/schemas/User`). */
export const userView = (row: UserRow) => {
  const image = `https://img.clerk.example/${row.has_image === 1 ? 'avatars' : 'placeholder'}/${row.id}`;
  return {
    id: row.id,
    object: 'user',
    external_id: row.external_id,
    primary_email_address_id: row.email_id,
    primary_phone_number_id: row.phone_id,
    primary_web3_wallet_id: null,
    username: row.username,
    first_name: row.first_name,
    last_name: row.last_name,
    locale: row.locale,
    profile_image_url: image,
    image_url: image,
    has_image: row.has_image === 1,
    public_metadata: JSON.parse(row.public_metadata) as unknown,
    private_metadata: JSON.parse(row.private_metadata) as unknown,
    unsafe_metadata: JSON.parse(row.unsafe_metadata) as unknown,
    email_addresses: emailAddresses(row),
    phone_numbers: phoneNumbers(row),
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
    password_enabled: row.password_enabled === 1,
    two_factor_enabled: row.two_factor_enabled === 1,
    totp_enabled: row.two_factor_enabled === 1,
    backup_code_enabled: false,
    mfa_enabled_at: row.two_factor_enabled === 1 ? row.created_at : null,
    mfa_disabled_at: null,
    password_last_updated_at: row.password_enabled === 1 ? row.created_at : null,
    last_sign_in_at: row.last_sign_in_at,
    banned: row.banned === 1,
    locked: row.locked === 1,
    deprovisioned: false,
    lockout_expires_in_seconds: row.locked === 1 ? 3600 : null,
    verification_attempts_remaining: row.locked === 1 ? 0 : 100,
    delete_self_enabled: row.delete_self_enabled === 1,
    create_organization_enabled: row.create_organization_enabled === 1,
    create_organizations_limit: row.create_organizations_limit,
    bypass_client_trust: row.bypass_client_trust === 1,
    last_active_at: row.last_active_at,
    legal_accepted_at: row.legal_accepted_at,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
};
