import type { JsonValue } from '@shared/domain/json';
import { wire, wireList } from '@shared/domain/kinds/wire';
import { personName } from '@shared/domain/models/user';
import { sameHeld } from '@shared/domain/normalised';
import { fieldAt } from '@shared/domain/records/fields-of';
import { z } from 'zod';
import { apiPath } from '../api-call';
import { imageCall } from '../image-call';
import { spelledAs, textOf } from '../text-of';
import type { Adapter } from './adapter';
import { metadataCall } from './metadata-call';
import { recordReader } from './record-reader';
import { cursorPage, decodePage, decodeRecord, offsetPage, wireBody, wireOf } from './resource';
import { primaryCalls, userCalls } from './user-calls';

/** How an address or number was proven to be somebody's; taken as it comes, for it may be of seven shapes. */
const proof = z.unknown().optional();

const reader = recordReader('user', {
  properties: {
    id: wire.id,
    username: wire.text,
    first_name: wire.text,
    last_name: wire.text,
    primary_email_address_id: wire.text,
    primary_phone_number_id: wire.text,
    email_addresses: wireList(z.object({ id: wire.text, email_address: wire.text, verification: proof })),
    phone_numbers: wireList(
      z.object({
        id: wire.text,
        phone_number: wire.text,
        reserved_for_second_factor: wire.flag,
        verification: proof,
      }),
    ),
    has_image: wire.flag,
    image_url: wire.text,
    totp_enabled: wire.flag,
    backup_code_enabled: wire.flag,
    external_accounts: z.unknown().optional().transform(providersOf),
    passkeys: z
      .unknown()
      .optional()
      .transform((keys) => (Array.isArray(keys) ? keys.length : 0)),
    scim: z.unknown().optional().transform(directoryOf),
  },
  read: (wired) => {
    const email = primary(wired.email_addresses, wired.primary_email_address_id)?.email_address ?? '';
    const phone = primary(wired.phone_numbers, wired.primary_phone_number_id)?.phone_number ?? '';
    const emails = wired.email_addresses.map(({ email_address: address }) => address);
    const phones = wired.phone_numbers.map(({ phone_number: number }) => number);
    return {
      name: personName({
        ...{ id: wired.id, firstName: wired.first_name, lastName: wired.last_name },
        ...{ username: wired.username, email },
      }),
      email,
      emails: primaryFirst(email, emails),
      phone,
      phones: primaryFirst(phone, phones),
      unverified: [
        ...emails.filter((_, index) => isUnproven(wired.email_addresses[index]?.verification)),
        ...phones.filter((_, index) => isUnproven(wired.phone_numbers[index]?.verification)),
      ],
      picture: wired.has_image ? wired.image_url : '',
      secondFactors: [
        ...(wired.totp_enabled ? ['authenticator_app'] : []),
        ...(wired.phone_numbers.some((each) => each.reserved_for_second_factor) ? ['phone_code'] : []),
        ...(wired.backup_code_enabled ? ['backup_code'] : []),
      ],
      providers: wired.external_accounts,
      passkeys: wired.passkeys,
      directoryId: wired.scim,
    };
  },
});

const path = '/users';

export const user: Adapter<'user'> = {
  pagePath: ({ limit, offset, startingAfter }) =>
    `${path}?${startingAfter === undefined ? offsetPage({ limit, offset }) : cursorPage(limit, startingAfter)}`,
  walked: 'cursor',
  decodePage: decodePage(reader, true),
  countPath: '/users/count',
  onePath: ({ id }) => path + apiPath`/${id}`,
  decodeOne: decodeRecord(reader),
  decodeAnswer: decodeRecord(reader),
  create: ({ email, phone, password, ...values }) => ({
    method: 'POST',
    path,
    // Whoever is made here chooses how to sign in at the first time.
    json: {
      ...wireBody('user', values),
      ...(email ? { email_address: [email] } : {}),
      ...(phone ? { phone_number: [phone] } : {}),
      ...(password ? { password } : { skip_password_requirement: true }),
    },
  }),
  update: (record, field, value) => {
    const own = path + apiPath`/${record.id}`;
    const verbs = switched[field];
    if (verbs !== undefined)
      return { method: 'POST', path: `${own}/${value === true ? verbs.on : verbs.off}` };
    if (field === 'picture') return imageCall(`${own}/profile_image`, 'POST', value);
    const special = metadataCall('user', own, record, field, value) ?? primaryCalls(own, field, value);
    if (special !== null) return special;
    const known = fieldAt('user', field);
    const wire = wireOf(known);
    if (wire === undefined) return null;
    // A moment goes as RFC 3339 (spec), never as null; no text is null: an empty username would be refused.
    const sent = known?.kind === 'time' ? moment(value) : value === '' ? null : value;
    return { method: 'PATCH', path: own, json: { [wire]: sent } };
  },
  perform: ({ id }, operation, values) => userCalls(path + apiPath`/${id}`, id, operation, values),
  remove: ({ id }) => ({ method: 'DELETE', path: path + apiPath`/${id}` }),
  find: (values) => {
    const [known = 'email', query = 'email_address'] = lookups.find(([field]) => values[field]) ?? [];
    const value = textOf(values, known);
    return {
      paths: spelledAs(value).map((text) => `${path}?${apiPath`${query}=${text}&limit=${10}`}`),
      isLike: (record) => sameHeld('email', record[known], value),
    };
  },
};

const moment = (value: JsonValue): string | null =>
  typeof value === 'number' && value > 0 ? new Date(value).toISOString() : null;

/** What has calls of its own (spec: `BanUser`, `UnbanUser`, `LockUser`, `UnlockUser`). */
const switched: Readonly<Record<string, { readonly on: string; readonly off: string }>> = {
  banned: { on: 'ban', off: 'unban' },
  locked: { on: 'lock', off: 'unlock' },
};

/** By what somebody is looked up, and the parameter of the list for it. */
const lookups = [
  ['email', 'email_address'],
  ['username', 'username'],
  ['phone', 'phone_number'],
  ['externalId', 'external_id'],
] as const;

const Scim = z.object({ directory_id: z.string(), directory_enabled: z.boolean() });

/** The directory that manages a person, '' for none: optional and young, so that an odd one does not cost the person. */
function directoryOf(scim: unknown): string {
  if (scim === undefined || scim === null) return '';
  const read = Scim.safeParse(scim);
  return read.data?.directory_enabled ? read.data.directory_id : '';
}

function primary<T extends { readonly id: string }>(values: readonly T[], id: string): T | undefined {
  return values.find((value) => value.id === id) ?? values[0];
}

/** Told as not verified: an answer that says nothing of it claims nothing. */
function isUnproven(verification: unknown): boolean {
  if (verification === undefined) return false;
  return (verification as { readonly status?: unknown } | null)?.status !== 'verified';
}

const Account = z.object({ provider: z.string().min(1), verification: proof });

/** The providers of accounts that were proven to be theirs, each once; an odd account does not cost the person. */
function providersOf(accounts: unknown): string[] {
  const read = (Array.isArray(accounts) ? accounts : []).flatMap(
    (account) => Account.safeParse(account).data ?? [],
  );
  const proven = read.filter(({ verification }) => !isUnproven(verification));
  return [...new Set(proven.map(({ provider }) => provider))].sort();
}

function primaryFirst(first: string, all: readonly string[]): string[] {
  return [...new Set([first, ...all])].filter((value) => value !== '');
}
