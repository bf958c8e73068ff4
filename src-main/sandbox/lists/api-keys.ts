import type { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { shown, withBody } from '../kit/answer-with';
import type { Outcome } from '../kit/outcome';
import { queryField } from '../kit/query-field';
import { refusals } from '../kit/refusals';
import type { SandboxEnv } from '../kit/sandbox-env';
import type { Scope } from '../kit/scope';
import { smallListRoutes } from '../routes/small-list-routes';
import { findOrganization } from '../rules/find-organization';
import { findUser } from '../rules/find-user';
import { mutate } from '../rules/mutate';
import { changeRecord, findRecord, inData, type SmallList, type SmallRecord } from '../rules/small-list';

/** A key of a person, an organization or a machine. */
export interface ApiKey {
  readonly subject: string;
  readonly name: string;
  readonly description: string | null;
  readonly claims: unknown;
  readonly scopes: readonly string[];
  readonly secret: string;
  readonly revoked: boolean;
  readonly revocation_reason: string | null;
  /** Unix milliseconds; null for one that never ends. */
  readonly expiration: number | null;
  readonly created_by: string | null;
  readonly last_used_at: number | null;
}

const list: SmallList<ApiKey> = {
  kind: 'apiKey',
  prefix: 'apikey',
  mark: ({ name }) => name,
  searched: ['name'],
  notFound: 'The API key was not found.',
};

const subject = z.string().regex(/^(user|org|mch|scim)_\w{27}$/);
const lasts = z.number().positive().nullish();
const scopes = z.array(z.string()).optional();
const description = z.string().max(255).nullish();
const draft = z.object({
  type: z.string().min(3).max(25).default('api_key'),
  name: z
    .string()
    .min(3)
    .regex(/^(\S(.*\S)?)?$/),
  description,
  subject,
  claims: z.unknown().optional(),
  scopes,
  created_by: z
    .string()
    .regex(/^user_\w{27}$/)
    .nullish(),
  seconds_until_expiration: lasts,
});
const patch = z.object({
  claims: z.unknown().optional(),
  scopes,
  description,
  subject: subject.optional(),
  seconds_until_expiration: lasts,
});

const isExpired = ({ expiration }: ApiKey, now: number): boolean => expiration !== null && expiration <= now;

/** Spec: the answers of `/api_keys`, which show the secret to its creation only. */
const view = ({ id, data, created_at, updated_at }: SmallRecord<ApiKey>, scope: Scope) => {
  const { secret: _, ...rest } = data;
  return {
    object: 'api_key',
    id,
    type: 'api_key',
    ...rest,
    claims: data.claims ?? null,
    expired: isExpired(data, scope.now()),
    created_at,
    updated_at,
  };
};

/** Refuses a subject that is not there. */
function holder(scope: Scope, id: string): Outcome<unknown> {
  if (id.startsWith('user_')) return findUser(scope, id);
  if (id.startsWith('org_')) return findOrganization(scope, id);
  const machines = {
    kind: 'machine',
    prefix: 'mch',
    mark: () => '',
    notFound: 'The machine was not found.',
  } as const;
  return id.startsWith('mch_')
    ? findRecord(scope, machines, id)
    : refusals.notFound('The subject was not found.');
}

const until = (scope: Scope, seconds: number | null | undefined): number | null =>
  seconds == null ? null : scope.now() + Math.round(seconds * 1_000);

const revoke = (scope: Scope, id: string, reason: string | null): Outcome<object> =>
  mutate(scope, (note) =>
    shown(findRecord(scope, list, id), (record) => {
      const data = { ...record.data, revoked: true, revocation_reason: reason };
      return view(changeRecord(scope, list, record, data, note), scope);
    }),
  );

/** `/api_keys`: listed by their subject, made (with their secret), read, edited, revoked, deleted. */
export const apiKeyRoutes = (): Hono<SandboxEnv> =>
  smallListRoutes({
    list,
    view,
    created: (record, scope) => ({ ...view(record, scope), secret: record.data.secret }),
    shape: 'page',
    filters: {
      subject: z.preprocess((value) => (Array.isArray(value) ? value[0] : value), subject),
      include_invalid: queryField.flag,
    },
    where: (scope, { subject: of, include_invalid: invalid }) => [
      { sql: `${inData('subject')} = ?`, values: [String(of)] },
      ...(invalid === true
        ? []
        : [
            { sql: `${inData('revoked')} = 0`, values: [] },
            {
              sql: `(${inData('expiration')} IS NULL OR ${inData('expiration')} > ?)`,
              values: [scope.now()],
            },
          ]),
    ],
    draft,
    make: (
      scope,
      { name, description: says = null, subject: of, claims = null, scopes: may = [], ...asked },
    ) => {
      const found = holder(scope, of);
      if (!found.ok) return found;
      const { created_by = null, seconds_until_expiration: seconds } = asked;
      const data: ApiKey = {
        subject: of,
        name,
        description: says ?? null,
        claims,
        scopes: may,
        secret: scope.mint('ak'),
        revoked: false,
        revocation_reason: null,
        expiration: until(scope, seconds),
        created_by,
        last_used_at: null,
      };
      return { ok: true, value: { data } };
    },
    single: true,
    edit: {
      patch,
      apply: (
        scope,
        { data },
        { seconds_until_expiration: seconds, subject: of = data.subject, ...said },
      ) => {
        const found = holder(scope, of);
        if (!found.ok) return found;
        const {
          claims = data.claims,
          scopes: may = data.scopes,
          description: says = data.description,
        } = said;
        const expiration = seconds === undefined ? data.expiration : until(scope, seconds);
        return {
          ok: true,
          value: { ...data, subject: of, claims, scopes: may, description: says, expiration },
        };
      },
    },
    remove: { object: 'api_key' },
  })
    .get('/:id/secret', (c) =>
      answer(
        c,
        shown(findRecord(c.env.scope, list, c.req.param('id')), ({ data }) => ({ secret: data.secret })),
      ),
    )
    .post('/:id/revoke', (c) =>
      withBody(c, z.object({ revocation_reason: z.string().nullish() }), ({ revocation_reason: why }) =>
        revoke(c.env.scope, c.req.param('id'), why ?? null),
      ),
    );
