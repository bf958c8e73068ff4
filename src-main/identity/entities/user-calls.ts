import type { JsonObject, JsonValue } from '@shared/domain/json';
import { wire, wireList } from '@shared/domain/kinds/wire';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { type ApiCall, apiPath } from '../api-call';
import type { Calls } from './adapter';

/** Addresses and numbers are told apart by ids of their own, which are read when they are needed. */
const contacts = {
  email: { list: 'email_addresses', value: 'email_address', primary: 'primary_email_address_id' },
  phone: { list: 'phone_numbers', value: 'phone_number', primary: 'primary_phone_number_id' },
} as const;

type Contact = keyof typeof contacts;

const Known = z.object({
  email_addresses: wireList(z.object({ id: wire.id, email_address: wire.text })),
  phone_numbers: wireList(z.object({ id: wire.id, phone_number: wire.text })),
});

/** The id of an address or number in the answer to `GET /users/{user_id}`; '' where it is not theirs, undefined for an odd answer. */
function idIn(read: unknown, contact: Contact, value: string): string | undefined {
  const known = Known.safeParse(read).data;
  if (known === undefined) return undefined;
  const all: readonly { readonly id: string; readonly value: string }[] =
    contact === 'email'
      ? known.email_addresses.map(({ id, email_address }) => ({ id, value: email_address }))
      : known.phone_numbers.map(({ id, phone_number }) => ({ id, value: phone_number }));
  return all.find((each) => each.value === value)?.id ?? '';
}

/** A call that names one of a person's addresses or numbers by its id; none where it is gone. */
function withId(
  own: string,
  [contact, value]: readonly [Contact, string],
  shown: string,
  call: (id: string) => ApiCall,
): Calls {
  return {
    shown: `${shown} (${value})`,
    reads: own,
    of: (read) => {
      const id = idIn(read, contact, value);
      return id === undefined ? undefined : id === '' ? [] : [call(id)];
    },
  };
}

/** Makes another of a person's addresses or numbers the primary one (spec: `PATCH /users/{user_id}`). */
export function primaryCalls(own: string, field: string, value: JsonValue): Calls | null {
  if (field !== 'email' && field !== 'phone') return null;
  const { primary } = contacts[field];
  return {
    ...withId(own, [field, String(value)], `PATCH ${own}`, (id) => ({
      method: 'PATCH',
      path: own,
      json: { [primary]: id },
    })),
    answersRecord: true,
  };
}

function contactCalls(own: string, userId: string, act: string, contact: Contact, value: string): Calls {
  const { list, value: property } = contacts[contact];
  const one = (id: string): string => `/${list}${apiPath`/${id}`}`;
  const given = [contact, value] as const;
  if (act === 'verify')
    return withId(own, given, `PATCH /${list}/{id}`, (id) => ({
      method: 'PATCH',
      path: one(id),
      json: { verified: true },
    }));
  if (act === 'remove')
    return withId(own, given, `DELETE /${list}/{id}`, (id) => ({ method: 'DELETE', path: one(id) }));
  const call: ApiCall = { method: 'POST', path: `/${list}`, json: { user_id: userId, [property]: value } };
  return { shown: `POST /${list}`, of: () => [call] };
}

const Sessions = z.array(z.object({ id: wire.id }));

/** What acts on a person come to (spec paths beside `userActs`). Sessions are ended one by one: the API has no call for all. */
export function userCalls(own: string, userId: string, operation: string, values: JsonObject): Calls | null {
  const [, act, what] = /^(add|verify|remove)(Email|Phone)$/.exec(operation) ?? [];
  if (act !== undefined && what !== undefined) {
    const contact = what === 'Email' ? 'email' : 'phone';
    return contactCalls(own, userId, act, contact, String(values[contact]));
  }
  const post = (path: string): Calls => ({
    shown: `POST ${path}`,
    of: () => [{ method: 'POST', path, json: {} }],
    answersRecord: true,
  });
  switch (operation) {
    case 'revokeSessions':
      return {
        shown: t('{call}, for each', { call: 'POST /sessions/{id}/revoke' }),
        reads: `/sessions?${apiPath`user_id=${userId}&status=active&limit=${500}`}`,
        of: (read) =>
          Sessions.safeParse(read).data?.map(({ id }) => ({
            method: 'POST',
            path: `/sessions${apiPath`/${id}`}/revoke`,
            json: {},
          })),
      };
    case 'resetMfa': {
      const path = `${own}/mfa`;
      return { shown: `DELETE ${path}`, of: () => [{ method: 'DELETE', path }] };
    }
    case 'removePassword':
      return post(`${own}/remove_password`);
    case 'setPasswordCompromised':
      return post(`${own}/password/set_compromised`);
    case 'unsetPasswordCompromised':
      return post(`${own}/password/unset_compromised`);
    default:
      return null;
  }
}
