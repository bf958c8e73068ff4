import type { IdentificationRow, UserRow } from '../database/rows';

/** One address, number or wallet as the views of it need it. */
type Known = Pick<IdentificationRow, 'id' | 'value' | 'reserved' | 'created_at'>;

const verified = {
  object: 'verification_admin',
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expire_at: null,
};

const unverified = { object: 'verification_otp', status: 'unverified', attempts: null, expire_at: null };

/**
 * What is reserved (1) was never verified (spec: `email_address_identification_status` of `POST /users`).
 *
 * @param strategy how it would be.
 */
const shared = ({ id, reserved, created_at }: Known, strategy: string) => ({
  id,
  verification: reserved !== 0 ? { ...unverified, strategy } : verified,
  created_at,
  updated_at: created_at,
});

/** The primary one first, then the others as they were added. */
const listed = (
  further: readonly IdentificationRow[],
  kind: IdentificationRow['kind'],
  primary: { readonly id: string | null; readonly value: string | null; readonly created_at: number },
): readonly Known[] => {
  const own = further.filter((each) => each.kind === kind);
  const { id, value, created_at } = primary;
  if (id === null || value === null) return own;
  const reserved = own.find((each) => each.id === id)?.reserved ?? 0;
  return [{ id, value, reserved, created_at }, ...own.filter((each) => each.id !== id)];
};

/** E-mail addresses of a user (spec: `components/schemas/EmailAddress`). */
export const emailAddresses = (row: UserRow, further: readonly IdentificationRow[]) =>
  listed(further, 'email_address', { id: row.email_id, value: row.email, created_at: row.created_at }).map(
    (known) => ({
      ...shared(known, 'email_code'),
      object: 'email_address',
      email_address: known.value,
      reserved: known.reserved === 1,
      linked_to: [],
      matches_sso_connection: false,
    }),
  );

/** Phone numbers of a user (spec: `components/schemas/PhoneNumber`). */
export const phoneNumbers = (row: UserRow, further: readonly IdentificationRow[]) =>
  listed(further, 'phone_number', { id: row.phone_id, value: row.phone, created_at: row.created_at }).map(
    (known) => ({
      ...shared(known, 'phone_code'),
      object: 'phone_number',
      phone_number: known.value,
      reserved_for_second_factor: false,
      default_second_factor: false,
      reserved: known.reserved === 1,
      linked_to: [],
      backup_codes: null,
    }),
  );

/** Wallets of a user (spec: `components/schemas/Web3Wallet`). */
export const web3Wallets = (further: readonly IdentificationRow[]) =>
  further
    .filter(({ kind }) => kind === 'web3_wallet')
    .map((known) => ({ ...shared(known, 'admin'), object: 'web3_wallet', web3_wallet: known.value }));

/** Accounts of a user at providers (spec: `components/schemas/ExternalAccountWithVerification`). */
export const externalAccounts = (row: UserRow, further: readonly IdentificationRow[]) =>
  further
    .filter(({ kind }) => kind === 'external_account')
    .map(({ id, value, provider, created_at }) => ({
      object: 'external_account',
      id: id.replace('idn_', 'eac_'),
      provider: provider ?? '',
      identification_id: id,
      provider_user_id: value,
      approved_scopes: 'email openid profile',
      email_address: row.email ?? '',
      email_address_verified: true,
      first_name: row.first_name ?? '',
      last_name: row.last_name ?? '',
      image_url: null,
      username: null,
      phone_number: null,
      public_metadata: {},
      label: null,
      created_at,
      updated_at: created_at,
      verification: {
        object: 'verification_oauth',
        status: 'verified',
        strategy: provider ?? '',
        attempts: null,
        expire_at: created_at,
      },
    }));
