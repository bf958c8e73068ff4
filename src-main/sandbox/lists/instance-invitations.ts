import { z } from 'zod';
import { withBody } from '../kit/answer-with';
import { bodyField } from '../kit/body-field';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { type Asked, createSmall, smallListRoutes } from '../routes/small-list-routes';
import { userOf } from '../rules/identified';
import { mutate } from '../rules/mutate';
import type { Condition } from '../rules/select-page';
import {
  changeRecord,
  findRecord,
  inData,
  recordsWith,
  type SmallList,
  type SmallRecord,
} from '../rules/small-list';

/** An invitation to the application; a `pending` one past `expires_at` reads as `expired`. */
export interface InstanceInvitation {
  readonly email_address: string;
  readonly public_metadata: object;
  readonly status: 'pending' | 'accepted' | 'revoked';
  readonly url: string | null;
  readonly expires_at: number;
}

const day = 86_400_000;
const maxBulk = 10;

export const invitations: SmallList<InstanceInvitation> = {
  kind: 'instanceInvitation',
  prefix: 'inv',
  mark: ({ email_address }) => email_address,
  searched: ['email_address'],
  notFound: 'The invitation was not found.',
};

const statusOf = ({ status, expires_at }: InstanceInvitation, now: number): string =>
  status === 'pending' && expires_at <= now ? 'expired' : status;

/** Spec: `components/schemas/Invitation`. */
export const invitationView = (
  { id, data, created_at, updated_at }: SmallRecord<InstanceInvitation>,
  scope: Scope,
): object => {
  const { url, status, ...rest } = data;
  return {
    object: 'invitation',
    id,
    ...rest,
    revoked: status === 'revoked',
    status: statusOf(data, scope.now()),
    ...(url === null ? {} : { url }),
    created_at,
    updated_at,
  };
};

const draft = z.object({
  email_address: bodyField.email,
  public_metadata: bodyField.metadata,
  redirect_url: z.url('redirect_url must be a valid URL.').nullish(),
  notify: z.boolean().nullish(),
  ignore_existing: z.boolean().nullish(),
  expires_in_days: z.int().min(1).max(365).nullish(),
});

/** The data of a new invitation. Refuses an address that has signed up (422) or is invited (400) unless told to go on. */
export const makeInvitation = (
  scope: Scope,
  body: z.output<typeof draft>,
): Outcome<{ readonly data: InstanceInvitation }> => {
  const { email_address, ignore_existing: anyway } = body;
  const at = scope.now();
  if (!anyway && userOf(scope, email_address) !== undefined)
    return refusals.identifierExists('email_address');
  const standing = recordsWith(scope, invitations, 'email_address', email_address);
  if (!anyway && standing.some(({ data }) => statusOf(data, at) === 'pending'))
    return refusals.duplicateRecord('invitation', email_address, 'email_address');
  return {
    ok: true,
    value: {
      data: {
        email_address,
        public_metadata: body.public_metadata ?? {},
        status: 'pending',
        url: body.redirect_url ?? 'https://accounts.sandbox.example/sign-up',
        expires_at: at + (body.expires_in_days ?? 30) * day,
      },
    },
  };
};

const status = inData('status');

/** Nothing revoked unless asked for (spec: `GET /invitations`). */
const shown = (scope: Scope, { status: wanted }: Asked): readonly Condition[] =>
  wanted === undefined
    ? [{ sql: `${status} <> 'revoked'`, values: [] }]
    : [
        {
          sql: `CASE WHEN ${status} = 'pending' AND ${inData('expires_at')} <= ? THEN 'expired' ELSE ${status} END = ?`,
          values: [scope.now(), wanted],
        },
      ];

const revoke = (scope: Scope, id: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRecord(scope, invitations, id);
    if (!found.ok) return found;
    const { data } = found.value;
    if (data.status !== 'pending')
      return refusals.wrongState(
        400,
        `invitation_already_${data.status}`,
        `The invitation is ${data.status} already.`,
      );
    const after = changeRecord(
      scope,
      invitations,
      found.value,
      { ...data, status: 'revoked', url: null },
      note,
    );
    return { ok: true, value: invitationView(after, scope) };
  });

/** `/invitations`: list, create, bulk, revoke. */
export const invitationRoutes = () => {
  const endpoints = {
    list: invitations,
    view: invitationView,
    shape: 'bare',
    ordered: ['email_address', 'expires_at'],
    where: shown,
    draft,
    make: makeInvitation,
  } as const;
  return smallListRoutes(endpoints)
    .post('/bulk', (c) =>
      withBody(c, z.array(draft).min(1, 'Give at least one invitation.'), (body) =>
        body.length > maxBulk
          ? refusals.bulkSizeExceeded(maxBulk)
          : createSmall(c.env.scope, endpoints, body),
      ),
    )
    .post('/:id/revoke', (c) => withBody(c, z.object({}), () => revoke(c.env.scope, c.req.param('id'))));
};
