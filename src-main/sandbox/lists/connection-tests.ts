import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { shown, withQuery } from '../kit/answer-with';
import { queryField } from '../kit/query-field';
import type { SandboxEnv } from '../kit/sandbox-env';
import type { Scope } from '../kit/scope';
import { mutate } from '../rules/mutate';
import { addRecord, type SmallList, type SmallRecord, selectRecords } from '../rules/small-list';
import { type EnterpriseConnection, findConnection } from './enterprise-connections';

/** A test run; what comes of it follows from the connection as it was when somebody asked for it. */
export interface ConnectionTest {
  readonly connection: string;
  readonly type: 'saml' | 'oauth';
  readonly email: string;
  /** Why it fails; '' where it does not. */
  readonly fault: string;
}

const list: SmallList<ConnectionTest> = {
  kind: 'connectionTest',
  prefix: 'entest',
  mark: ({ connection }) => connection,
  notFound: 'Test run not found.',
};

/** So long somebody takes to sign in with the provider, ms. */
const takesMs = 5_000;

type Status = 'pending' | 'success' | 'failed';

const statusOf = ({ data, created_at: at }: SmallRecord<ConnectionTest>, now: number): Status =>
  now < at + takesMs ? 'pending' : data.fault === '' ? 'success' : 'failed';

/** What signing in with the provider would come to at a moment, ms. */
export function outcomeOf(
  { provider, domains, saml, oidc }: EnterpriseConnection,
  now: number,
): Omit<ConnectionTest, 'connection'> {
  const type = provider.startsWith('saml') ? 'saml' : 'oauth';
  const email = `test@${domains[0] ?? 'example.com'}`;
  if ((type === 'saml' ? saml.idp_sso_url : oidc.client_id) === '')
    return { type, email, fault: 'The identity provider is not set up.' };
  const ends = type === 'saml' ? saml.idp_certificate_expires_at : null;
  return { type, email, fault: ends !== null && ends < now ? 'The certificate has expired.' : '' };
}

/** Spec: `components/schemas/EnterpriseConnectionTestRun`. */
const view = (record: SmallRecord<ConnectionTest>, { now }: Scope) => {
  const { id, data, created_at } = record;
  const status = statusOf(record, now());
  const ended = status !== 'pending';
  return {
    id,
    status,
    connection_type: data.type,
    parsed_user_info: status === 'success' ? { email_address: data.email } : null,
    logs: ended
      ? [
          data.fault === ''
            ? { level: 'info', code: 'signed_in', message: `Signed in as ${data.email}.` }
            : { level: 'error', code: 'sign_in_failed', message: data.fault },
        ]
      : [],
    created_at,
  };
};

const query = z.object({
  status: queryField.list,
  limit: queryField.limit,
  offset: queryField.offset,
});

/** `/enterprise_connections/{id}/test_runs`: list, newest first, and create. */
export const connectionTestRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/:id/test_runs', (c) =>
      withQuery(c, query, ({ status, limit, offset }) => {
        const { scope } = c.env;
        const found = findConnection(scope, c.req.param('id'));
        if (!found.ok) return found;
        const { rows } = selectRecords(scope, list, {
          where: [{ sql: "t.data ->> '$.connection' = ?", values: [found.value.id] }],
          orderBy: 't.created_at DESC, t.id DESC',
          limit: 10_000,
          offset: 0,
        });
        const all = rows
          .map((row) => view(row, scope))
          .filter((row) => status === undefined || status.includes(row.status));
        return { ok: true, value: { data: all.slice(offset, offset + limit), total_count: all.length } };
      }),
    )
    .post('/:id/test_runs', (c) => {
      const { scope } = c.env;
      const made = mutate(scope, (note) =>
        shown(findConnection(scope, c.req.param('id')), ({ id: connection, data }) => {
          const { id } = addRecord(scope, list, { connection, ...outcomeOf(data, scope.now()) }, note);
          return { url: `https://${data.domains[0]}/v1/enterprise_sso/test/${id}` };
        }),
      );
      return answer(c, made);
    });
