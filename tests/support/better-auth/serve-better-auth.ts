import { createServer } from 'node:http';
import { join } from 'node:path';
import { sqlcipherDriver } from '@main/store/sqlite-storage/sqlcipher-driver';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import { admin, bearer, organization } from 'better-auth/plugins';
import { tenantry } from '../../../resources/better-auth/tenantry-plugin';
import { kyselyDatabase } from './kysely-database';

/** A Better Auth server over a socket, with its own database. */
export interface BetterAuth {
  /** Of its API, `/api/auth` included. */
  readonly url: string;
  /** Session of an admin. */
  readonly apiKey: string;
  /** Requests that came, `METHOD /path` without the query. */
  readonly received: string[];
  /** Addresses that an invitation was mailed to. */
  readonly mailed: readonly string[];
  /** From now on the database orders people of one moment otherwise, as an index of its operator’s lets it. */
  turnEquals(): void;
  /** Loses the answer of the next request whose path ends so, after it was carried out. */
  loseAnswerTo(path: string): void;
  /** Puts a member into a team of their organization; tells how many such places there are. */
  placeInTeam(organizationId: string, userId: string): Promise<() => Promise<number>>;
  /** Asks as a colleague does, and answers the body. */
  ask(
    method: 'GET' | 'POST',
    path: string,
    json?: unknown,
    key?: string,
  ): Promise<Readonly<Record<string, unknown>>>;
}

export interface BetterAuthSize {
  readonly people?: number;
  readonly organizations?: number;
  readonly settings?: NonNullable<Parameters<typeof organization>[0]>;
}

/** Starts one in a folder, with an admin, `people` persons and `organizations` of three members each. */
export async function serveBetterAuth(
  folder: string,
  { people = 12, organizations = 4, settings = {} }: BetterAuthSize = {},
): Promise<BetterAuth & { close(): Promise<void> }> {
  const mailed: string[] = [];
  const file = sqlcipherDriver.open(join(folder, 'auth.db'), 'b2'.repeat(32));
  const options = {
    database: kyselyDatabase(file),
    secret: 'a secret of this test, and of no other',
    baseURL: 'http://127.0.0.1/api/auth',
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // What its operator keeps of people, and shows to nobody.
    user: { additionalFields: { pin: { type: 'string' as const, returned: false, required: false } } },
    plugins: [
      admin(),
      organization({
        ...settings,
        sendInvitationEmail: async ({ email }) => void mailed.push(email),
      }),
      bearer(),
      tenantry({ instance: 'test' }),
    ],
  };
  await (await getMigrations(options)).runMigrations();
  const auth = betterAuth(options);
  const context = await auth.$context;
  const person = (name: string, role = 'user') => {
    const email = `${name.toLowerCase().replace(' ', '.')}@example.com`;
    const at = new Date(1_700_000_000_000);
    const data = {
      name,
      email,
      role,
      pin: `pin of ${name}`,
      emailVerified: true,
      createdAt: at,
      updatedAt: at,
    };
    return context.adapter.create<typeof data, { id: string }>({ model: 'user', data });
  };
  const boss = await person('Ada Admin', 'admin');
  const ids: string[] = [];
  for (let at = 1; at < people; at += 1) ids.push((await person(`Person ${at}`)).id);
  for (let at = 0; at < organizations; at += 1) {
    const data = {
      name: `Acme ${at}`,
      slug: `acme-${at}`,
      createdAt: new Date(1_700_000_000_000 + at * 1_000),
      metadata: '{"tier":"gold"}',
    };
    const { id: organizationId } = await context.adapter.create({ model: 'organization', data });
    for (const [place, role] of ['owner', 'admin', 'member'].entries())
      await context.adapter.create({
        model: 'member',
        data: {
          organizationId,
          userId: ids[(at + place) % ids.length],
          role,
          createdAt: new Date(1_700_000_000_000 + at),
        },
      });
  }
  const { token: apiKey } = await context.internalAdapter.createSession(boss.id);

  const received: string[] = [];
  let losing = '';
  const handler = toNodeHandler(auth);
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    received.push(`${request.method} ${path.replace('/api/auth', '')}`);
    if (losing !== '' && path.endsWith(losing)) {
      losing = '';
      // Carried out, and then the line breaks.
      response.end = () => response.destroy() as never;
    }
    void handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/auth`;
  return {
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      file.close();
    },
    url,
    apiKey,
    received,
    mailed,
    turnEquals: () => file.exec('CREATE INDEX turned ON "user" (createdAt, name DESC)'),
    loseAnswerTo: (path) => {
      losing = path;
    },
    placeInTeam: async (organizationId, userId) => {
      const createdAt = new Date();
      const { id: teamId } = await context.adapter.create({
        model: 'team',
        data: { name: 'Crew', organizationId, memberCount: 1, createdAt },
      });
      await context.adapter.create({ model: 'teamMember', data: { teamId, userId, createdAt } });
      return () =>
        context.adapter.count({ model: 'teamMember', where: [{ field: 'teamId', value: teamId }] });
    },
    ask: async (method, path, json, key = apiKey) => {
      const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
      const answer = await fetch(url + path, {
        method,
        headers,
        ...(json !== undefined && { body: JSON.stringify(json) }),
      });
      return (await answer.json()) as Record<string, unknown>;
    },
  };
}
