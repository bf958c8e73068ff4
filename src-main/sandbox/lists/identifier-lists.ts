import { z } from 'zod';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { smallListRoutes } from '../routes/small-list-routes';
import { addRecord, type Note, recordsWith, type SmallList, type SmallRecord } from '../rules/small-list';
import { invitations, makeInvitation } from './instance-invitations';

/** An entry of the allowlist or the blocklist. */
export interface Listed {
  readonly identifier: string;
  readonly identifier_type: 'email_address' | 'phone_number' | 'web3_wallet';
  /** The invitation that was sent along. */
  readonly invitation_id?: string;
}

const forms = [
  // One address, or a domain's with `*` before the `@`.
  { type: 'email_address', form: /^(?:\*|[^\s@*]+)@[^\s@]+\.[^\s@]+$/ },
  { type: 'phone_number', form: /^\+[1-9]\d{6,14}$/ },
  { type: 'web3_wallet', form: /^0x[0-9a-f]{40}$/ },
] as const;

/** What an identifier is, spelt as the service keeps it; refuses (422) what is none. */
const readIdentifier = (text: string): Outcome<Listed> => {
  const identifier = text.trim().toLowerCase();
  const known = forms.find(({ form }) => form.test(identifier));
  return known === undefined
    ? refusals.paramFormat(
        'identifier',
        'identifier must be an email address, a phone number according to E.164 or a web3 wallet.',
      )
    : { ok: true, value: { identifier, identifier_type: known.type } };
};

const listOf = (kind: 'allowlistIdentifier' | 'blocklistIdentifier', prefix: 'alid' | 'blid', name: string) =>
  ({
    kind,
    prefix,
    mark: ({ identifier }) => identifier,
    searched: ['identifier'],
    notFound: `The ${name} identifier was not found.`,
  }) satisfies SmallList<Listed>;

const unlisted = (
  scope: Scope,
  list: SmallList<Listed>,
  text: string,
): Outcome<{ readonly data: Listed }> => {
  const read = readIdentifier(text);
  if (!read.ok) return read;
  const { identifier } = read.value;
  return recordsWith(scope, list, 'identifier', identifier).length > 0
    ? refusals.duplicateRecord('identifier', identifier, 'identifier')
    : { ok: true, value: { data: read.value } };
};

const view = (object: string) => (record: SmallRecord<Listed>, scope: Scope) => ({
  object,
  id: record.id,
  ...record.data,
  instance_id: scope.instance,
  created_at: record.created_at,
  updated_at: record.updated_at,
});

const allowlist = listOf('allowlistIdentifier', 'alid', 'allow-list');
const blocklist = listOf('blocklistIdentifier', 'blid', 'block-list');

/** One address, and no whole domain, is sent an invitation (spec: `notify`); who has signed up gets none. */
const invited = (scope: Scope, data: Listed, note: Note): Listed => {
  if (data.identifier_type !== 'email_address' || data.identifier.startsWith('*')) return data;
  const invitation = makeInvitation(scope, { email_address: data.identifier });
  return invitation.ok
    ? { ...data, invitation_id: addRecord(scope, invitations, invitation.value.data, note).id }
    : data;
};

/** `/allowlist_identifiers`: list, create, delete (spec: a bare array). */
export const allowlistRoutes = () =>
  smallListRoutes({
    list: allowlist,
    view: view('allowlist_identifier'),
    shape: 'bare',
    draft: z.object({ identifier: z.string(), notify: z.boolean().optional() }),
    make: (scope, { identifier, notify }, note) => {
      const made = unlisted(scope, allowlist, identifier);
      return made.ok && notify ? { ok: true, value: { data: invited(scope, made.value.data, note) } } : made;
    },
    remove: { object: 'allowlist_identifier' },
  });

/** `/blocklist_identifiers`: list, create, delete (spec: no paging). */
export const blocklistRoutes = () =>
  smallListRoutes({
    list: blocklist,
    view: view('blocklist_identifier'),
    shape: 'whole',
    draft: z.object({ identifier: z.string() }),
    make: (scope, { identifier }) => unlisted(scope, blocklist, identifier),
    remove: { object: 'blocklist_identifier' },
  });
