import type { IdentificationRow, UserRow } from '../database/rows';
import { fromDirectory, scimView } from './from-directory';
import { emailAddresses, externalAccounts, phoneNumbers, web3Wallets } from './identification-views';
import { userImage } from './public-user-data';

/**
 * Shows a user (spec: `components/schemas/User`).
 *
 * @param further what they are known by besides the row.
 * @param directories whether each directory is enabled.
 */
export const userView = (
  row: UserRow,
  further: readonly IdentificationRow[],
  directories: ReadonlyMap<string, boolean>,
) => {
  const image = userImage(row);
  return {
    id: row.id,
    object: 'user',
    external_id: row.external_id,
    primary_email_address_id: row.email_id,
    primary_phone_number_id: row.phone_id,
    primary_web3_wallet_id: further.find(({ is_primary }) => is_primary === 1)?.id ?? null,
    username: row.username,
    first_name: row.first_name,
    last_name: row.last_name,
    locale: row.locale,
    profile_image_url: image,
    image_url: image,
    has_image: row.has_image > 0,
    public_metadata: JSON.parse(row.public_metadata) as unknown,
    private_metadata: JSON.parse(row.private_metadata) as unknown,
    unsafe_metadata: JSON.parse(row.unsafe_metadata) as unknown,
    email_addresses: emailAddresses(row, further),
    phone_numbers: phoneNumbers(row, further),
    web3_wallets: web3Wallets(further),
    passkeys: [],
    external_accounts: externalAccounts(row, further),
    saml_accounts: [],
    enterprise_accounts: [],
    password_enabled: row.password_enabled === 1,
    two_factor_enabled: row.two_factor_enabled === 1,
    totp_enabled: row.two_factor_enabled === 1,
    backup_code_enabled: further.some(({ kind }) => kind === 'backup_code'),
    mfa_enabled_at: row.two_factor_enabled === 1 ? row.created_at : null,
    mfa_disabled_at: null,
    password_last_updated_at: row.password_enabled === 1 ? row.created_at : null,
    last_sign_in_at: row.last_sign_in_at,
    banned: row.banned === 1,
    locked: row.locked === 1,
    deprovisioned: fromDirectory(row)?.out ?? false,
    lockout_expires_in_seconds: row.locked === 1 ? 3600 : null,
    verification_attempts_remaining: row.locked === 1 ? 0 : 100,
    delete_self_enabled: row.delete_self_enabled === 1,
    create_organization_enabled: row.create_organization_enabled === 1,
    create_organizations_limit: row.create_organizations_limit,
    bypass_client_trust: row.bypass_client_trust === 1,
    last_active_at: row.last_active_at,
    legal_accepted_at: row.legal_accepted_at,
    scim: scimView(row, directories),
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
};
