import type { RemoteUser } from '@shared/domain/records/user';
import { z } from 'zod';
import { wire, wireList } from './wire-fields';

/** Spec: `components.schemas.User`. */
export const UserWire = z.object({
  id: wire.id,
  username: wire.text,
  first_name: wire.text,
  last_name: wire.text,
  primary_email_address_id: wire.text,
  primary_phone_number_id: wire.text,
  email_addresses: wireList(z.object({ id: wire.text, email_address: wire.text })),
  phone_numbers: wireList(z.object({ id: wire.text, phone_number: wire.text })),
  public_metadata: wire.metadata,
  banned: wire.flag,
  locked: wire.flag,
  deprovisioned: wire.flag,
  scim: z.unknown().optional().transform(directoryOf),
  two_factor_enabled: wire.flag,
  create_organization_enabled: wire.flag,
  last_sign_in_at: wire.whole,
  last_active_at: wire.whole,
  created_at: wire.whole,
  updated_at: wire.whole,
});

/** The directory that manages a person, '' for none: optional and young, so that an odd one does not cost the person. */
function directoryOf(scim: unknown): string {
  const read = z.object({ directory_id: z.string(), directory_enabled: z.boolean() }).safeParse(scim);
  return read.data?.directory_enabled ? read.data.directory_id : '';
}

export function readUser(wired: z.output<typeof UserWire>): RemoteUser {
  const email = primary(wired.email_addresses, wired.primary_email_address_id)?.email_address ?? '';
  const phone = primary(wired.phone_numbers, wired.primary_phone_number_id)?.phone_number ?? '';
  return {
    id: wired.id,
    name: `${wired.first_name} ${wired.last_name}`.trim() || wired.username || email || wired.id,
    firstName: wired.first_name,
    lastName: wired.last_name,
    username: wired.username,
    email,
    emails: primaryFirst(
      email,
      wired.email_addresses.map(({ email_address }) => email_address),
    ),
    phone,
    phones: primaryFirst(
      phone,
      wired.phone_numbers.map(({ phone_number }) => phone_number),
    ),
    banned: wired.banned,
    locked: wired.locked,
    deprovisioned: wired.deprovisioned,
    directoryId: wired.scim,
    twoFactorEnabled: wired.two_factor_enabled,
    createOrganizationEnabled: wired.create_organization_enabled,
    publicMetadata: wired.public_metadata,
    lastSignInAt: wired.last_sign_in_at,
    lastActiveAt: wired.last_active_at,
    createdAt: wired.created_at,
    updatedAt: wired.updated_at,
  };
}

function primary<T extends { readonly id: string }>(values: readonly T[], id: string): T | undefined {
  return values.find((value) => value.id === id) ?? values[0];
}

function primaryFirst(first: string, all: readonly string[]): string[] {
  return [...new Set([first, ...all])].filter((value) => value !== '');
}
