import { z } from 'zod';
import { withBody } from '../kit/answer-with';
import { bodyField } from '../kit/body-field';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { type Asked, createSmall, smallListRoutes } from '../routes/small-list-routes';
import { mutate } from '../rules/mutate';
import {
  addRecord,
  changeRecord,
  findRecord,
  inData,
  recordsWith,
  type SmallList,
  type SmallRecord,
} from '../rules/small-list';
import { invitations, invitationView, makeInvitation } from './instance-invitations';

/** Somebody who waits to be let in. */
export interface Waiting {
  readonly email_address: string;
  readonly status: 'pending' | 'invited' | 'rejected' | 'completed';
  readonly invited_at: number | null;
  readonly invitation_id: string | null;
}

const maxBulk = 50;

const waitlist: SmallList<Waiting> = {
  kind: 'waitlistEntry',
  prefix: 'wle',
  mark: ({ email_address }) => email_address,
  searched: ['email_address'],
  notFound: 'The waitlist entry was not found.',
};

/** Spec: `components/schemas/WaitlistEntry`. */
const view = ({ id, data, created_at, updated_at }: SmallRecord<Waiting>, scope: Scope) => {
  const invitation = findRecord(scope, invitations, data.invitation_id ?? '');
  return {
    object: 'waitlist_entry',
    id,
    email_address: data.email_address,
    status: data.status,
    is_locked: false,
    created_at,
    updated_at,
    invitation: invitation.ok ? invitationView(invitation.value, scope) : null,
  };
};

const draft = z.object({ email_address: bodyField.email, notify: z.boolean().nullish() });

/** Whoever waits already is answered with the entry that stands (spec: `POST /waitlist_entries`). */
const make = (scope: Scope, { email_address }: z.output<typeof draft>) => {
  const [standing] = recordsWith(scope, waitlist, 'email_address', email_address);
  const data = { email_address, status: 'pending', invited_at: null, invitation_id: null } as const;
  return { ok: true, value: standing === undefined ? { data } : { is: standing } } as const;
};

const mayNot = (verb: string, status: string) =>
  refusals.wrongState(409, 'waitlist_entry_not_pending', `An entry that is ${status} cannot be ${verb}.`);

const invite = (scope: Scope, id: string, ignore_existing: boolean): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRecord(scope, waitlist, id);
    if (!found.ok) return found;
    const { data } = found.value;
    if (data.status === 'invited' || data.status === 'completed') return mayNot('invited', data.status);
    const made = makeInvitation(scope, { email_address: data.email_address, ignore_existing });
    if (!made.ok) return made;
    const invitation = addRecord(scope, invitations, made.value.data, note);
    const next = {
      ...data,
      status: 'invited',
      invited_at: scope.now(),
      invitation_id: invitation.id,
    } as const;
    return { ok: true, value: view(changeRecord(scope, waitlist, found.value, next, note), scope) };
  });

const reject = (scope: Scope, id: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRecord(scope, waitlist, id);
    if (!found.ok) return found;
    const { data } = found.value;
    if (data.status !== 'pending') return mayNot('rejected', data.status);
    const next = { ...data, status: 'rejected' } as const;
    return { ok: true, value: view(changeRecord(scope, waitlist, found.value, next, note), scope) };
  });

const bulkBody = z
  .array(draft)
  .min(1, 'Give at least one address.')
  .refine(
    (entries) => new Set(entries.map((entry) => entry.email_address)).size === entries.length,
    'Each address may be given once.',
  );

/** `/waitlist_entries`: list, create, bulk, delete, invite, reject. */
export const waitlistRoutes = () => {
  const endpoints = {
    list: waitlist,
    view,
    shape: 'page',
    ordered: ['email_address', 'invited_at'],
    where: (_: Scope, { status }: Asked) =>
      status === undefined ? [] : [{ sql: `${inData('status')} = ?`, values: [status] }],
    draft,
    make,
    remove: {
      object: 'waitlist_entry',
      refuse: ({ data }: SmallRecord<Waiting>) =>
        data.status === 'pending' ? ({ ok: true, value: null } as const) : mayNot('deleted', data.status),
    },
  } as const;
  return smallListRoutes(endpoints)
    .post('/bulk', (c) =>
      withBody(c, bulkBody, (body) =>
        body.length > maxBulk
          ? refusals.bulkSizeExceeded(maxBulk)
          : createSmall(c.env.scope, endpoints, body),
      ),
    )
    .post('/:id/invite', (c) =>
      withBody(c, z.object({ ignore_existing: z.boolean().nullish() }), (body) =>
        invite(c.env.scope, c.req.param('id'), body.ignore_existing === true),
      ),
    )
    .post('/:id/reject', (c) => withBody(c, z.object({}), () => reject(c.env.scope, c.req.param('id'))));
};
