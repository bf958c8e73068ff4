import { createIdentity } from '@main/identity/create-identity';
import type { Sandbox } from '@main/sandbox/start-sandbox';
import type { RecordId } from '@shared/domain/ids';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { expect, it } from 'vitest';
import { startWorld } from '../sync/sync-rig';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** The first two applications of a campus, and a copy of the one's setup to the other; `refuse` answers in the service's place. */
async function start() {
  const sandbox = await startWorld({ world: 'campus', scale: 0.1 });
  const [source, target] = sandbox.applications;
  if (source === undefined || target === undefined) throw new Error('a campus has many');
  const rig = { refuse: (_request: string): Response | undefined => undefined };
  const { send } = createIdentity({
    url: sandbox.url,
    apiKey: sandbox.platformToken,
    scenario: 'platforms',
    now: Date.now,
    endpointLimits: false,
    fetch: async (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      const key = new Headers(init?.headers).get('authorization') === `Bearer ${target.secretKey}`;
      return (key && rig.refuse(`${init?.method ?? 'GET'} ${pathname}`)) || fetch(input, init);
    },
  });
  const copy = () =>
    send({
      entity: 'application',
      verb: 'perform',
      operation: 'takeSetup',
      values: { from: source.id },
      record: { id: target.id as RecordId } as StoredRecord<'application'>,
    });
  return { rig, copy, source: ask(sandbox, source.secretKey), target: ask(sandbox, target.secretKey) };
}

const ask =
  ({ url }: Sandbox, key: string) =>
  async (path: string, method = 'GET', json?: object): Promise<Rows> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/v1${path}`, { method, headers, body: json && JSON.stringify(json) });
    expect([path, answer.status < 300]).toEqual([path, true]);
    const body = (await answer.json()) as { data?: Rows };
    return body.data ?? (body as Rows);
  };

const unpaid = () =>
  Response.json(
    { errors: [{ code: 'payment_required', message: 'Pay.', long_message: 'This needs a plan.' }] },
    { status: 402 },
  );

it('a list that knows no pages is copied whole; one that is refused is named, and the others are copied', async () => {
  const { rig, copy, source, target } = await start();
  for (let from = 0; from < 510; from += 30)
    await Promise.all(
      Array.from({ length: 30 }, (_, place) =>
        source('/blocklist_identifiers', 'POST', { identifier: `b${from + place}@spam.example` }),
      ),
    );
  const named = { name: 'Open labs', key: 'org:labs:open', description: '' };
  const made = (await source('/organization_permissions', 'POST', named)) as unknown as { id: string };
  await source('/organization_roles', 'POST', { name: 'Labs', key: 'org:labs', permissions: [made.id] });
  rig.refuse = (request) => (request === 'POST /v1/organization_permissions' ? unpaid() : undefined);
  expect(await copy()).toMatchObject({
    ok: false,
    failure: {
      kind: 'invalid',
      code: 'partly-copied',
      message: expect.stringMatching(
        /^Copied: redirect URLs, JWT templates, allowlist, blocklist, email templates, sms templates\. Not all copied: permissions \(org:labs:open: This needs a plan\.\); roles \(Labs: there is no permission org:labs:open/,
      ),
    },
  });
  const held = async (list: string) => (await target(list)).map(({ identifier }) => identifier);
  expect((await held('/blocklist_identifiers')).length).toBeGreaterThanOrEqual(510);

  // A key that is not accepted is this copy's to wait for: no other change stops at it.
  rig.refuse = () => Response.json({ errors: [{ code: 'no', message: 'No.' }] }, { status: 401 });
  expect(await copy()).toMatchObject({ ok: false, failure: { kind: 'server', mayHaveTakenEffect: false } });

  rig.refuse = () => undefined;
  expect(await copy()).toMatchObject({ ok: true });
  const roles = async (read: typeof target) =>
    (await read('/organization_roles?limit=100')).map(({ key, permissions }) => [
      key,
      (permissions as Rows).map((permission) => permission.key).sort(),
    ]);
  expect(await roles(target)).toEqual(expect.arrayContaining(await roles(source)));

  // What somebody changes there since is theirs, however often it is copied.
  const [role] = (await target('/organization_roles?limit=100')).filter(({ key }) => key === 'org:labs');
  await target(`/organization_roles/${role?.id}`, 'PATCH', { name: 'Renamed there' });
  expect(await copy()).toMatchObject({ ok: true });
  expect((await target('/organization_roles?limit=100')).map(({ name }) => name)).toContain('Renamed there');
});
