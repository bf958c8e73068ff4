import { wire, wireList } from '@shared/domain/kinds/wire';
import { z } from 'zod';
import { apiPath } from '../api-call';
import { decodeRecords } from '../decode-records';
import type { Adapter } from './adapter';
import { recordReader } from './record-reader';
import { cursorPage, decodeRecord, offsetPage } from './resource';

const reader = recordReader('user', {
  properties: {
    id: wire.id,
    username: wire.text,
    first_name: wire.text,
    last_name: wire.text,
    primary_email_address_id: wire.text,
    primary_phone_number_id: wire.text,
    email_addresses: wireList(z.object({ id: wire.text, email_address: wire.text })),
    phone_numbers: wireList(z.object({ id: wire.text, phone_number: wire.text })),
    scim: z.unknown().optional().transform(directoryOf),
  },
  read: (wired) => {
    const email = primary(wired.email_addresses, wired.primary_email_address_id)?.email_address ?? '';
    const phone = primary(wired.phone_numbers, wired.primary_phone_number_id)?.phone_number ?? '';
    const emails = wired.email_addresses.map(({ email_address: address }) => address);
    const phones = wired.phone_numbers.map(({ phone_number: number }) => number);
    return {
      name: `${wired.first_name} ${wired.last_name}`.trim() || wired.username || email || wired.id,
      email,
      emails: primaryFirst(email, emails),
      phone,
      phones: primaryFirst(phone, phones),
      directoryId: wired.scim,
    };
  },
});

const List = z.array(z.unknown());

export const user: Adapter<'user'> = {
  pagePath: ({ limit, offset, startingAfter }) =>
    `/users?${startingAfter === undefined ? offsetPage({ limit, offset }) : cursorPage(limit, startingAfter)}`,
  decodePage: (body) => {
    const list = List.safeParse(body).data;
    return list && { ...decodeRecords(list, reader.schema, (wired) => reader.read(wired)), total: null };
  },
  countPath: '/users/count',
  onePath: ({ id }) => apiPath`/users/${id}`,
  decodeOne: decodeRecord(reader),
  decodeAnswer: decodeRecord(reader),
};

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

function primaryFirst(first: string, all: readonly string[]): string[] {
  return [...new Set([first, ...all])].filter((value) => value !== '');
}
