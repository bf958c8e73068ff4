import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { copiedAs } from '@shared/domain/copy-as/copy-as';
import { provisionalId } from '@shared/domain/ids';
import type { JsonValue } from '@shared/domain/json';
import type { Organization } from '@shared/domain/records/record-map';
import { expect, it } from 'vitest';
import { drafts } from './drafts';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

const clerk = fileURLToPath(new URL('../../node_modules/@clerk/cli-linux-x64/bin/clerk', import.meta.url));
const name = `O'Neill & $(touch no) \`x\` "Sons"`;

/**
 * A membership becomes another, an organization gets a name that a shell must not read, somebody is invited; and an organization is made, with a
 * membership and an invitation that name it.
 */
async function staged() {
  const rig = await startReconcile({ scale: 0.02 });
  const [organization] = await rig.store.list('organization', [], 1);
  const [member] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  if (organization === undefined || member === undefined)
    throw new Error('the world has organizations and members');
  await rig.stage(
    drafts.organization(organization.id, 'name', name),
    drafts.role(member.id, 'org:admin'),
    drafts.invite(organization.id, 'copied@only.example'),
    drafts.create(founded, { name: "Made's first" } satisfies Partial<Organization>),
    drafts.invite(founded, 'later@only.example'),
    drafts.add(founded, member.userId, 'org:admin'),
  );
  return { rig, organization, member };
}

const founded = provisionalId('copied');

async function held({ rig, organization, member }: Awaited<ReturnType<typeof staged>>) {
  const ask = async (path: string) =>
    (
      await fetch(`${rig.sandbox.url}/v1${path}`, {
        headers: { authorization: `Bearer ${rig.sandbox.secretKey}` },
      })
    ).json() as Promise<Record<string, unknown>>;
  const { data } = (await ask(`/organizations/${member.organizationId}/memberships?limit=500`)) as {
    data: { id: string; role: string }[];
  };
  const invited = (await ask(`/organizations/${organization.id}/invitations?limit=500`)) as {
    data: { email_address: string }[];
  };
  const { data: made } = (await ask("/organizations?query=Made's%20first")) as { data: { id: string }[] };
  const inside = async (list: string) =>
    ((await ask(`/organizations/${made[0]?.id}/${list}`)) as { data: Record<string, unknown>[] }).data;
  const members = (await inside('memberships')) as { public_user_data: { user_id: string } }[];
  return {
    founder: members.map(({ public_user_data }) => public_user_data.user_id).join() === member.userId,
    later: (await inside('invitations')).map(({ email_address }) => email_address),
    name: (await ask(`/organizations/${organization.id}`)).name,
    role: data.find(({ id }) => id === member.id)?.role,
    invited: invited.data.some(({ email_address }) => email_address === 'copied@only.example'),
  };
}

const done = {
  founder: true,
  later: ['later@only.example'],
  name,
  role: 'org:admin',
  invited: true,
};
const run = (script: string, { sandbox }: ReconcileRig) =>
  promisify(execFile)('sh', ['-e', '-c', script], {
    env: {
      PATH: process.env.PATH,
      HOME: process.cwd(),
      CLERK_SECRET_KEY: sandbox.secretKey,
      CLERK_BACKEND_API_URL: sandbox.url,
      CLERK_PLATFORM_API_URL: sandbox.url,
      CLERK_TELEMETRY_DISABLED: '1',
      CLERK_NO_UPDATE_CHECK: '1',
      NO_COLOR: '1',
    },
  });

const lacks = (...tools: readonly string[]): boolean => tools.some((tool) => !existsSync(`/usr/bin/${tool}`));

it.skipIf(lacks('curl', 'jq'))(
  'as curl, what is staged comes to what a reconcile comes to (skipped without curl or jq)',
  async () => {
    const all = await staged();
    const script = copiedAs('curl', await all.rig.reconciler.written(), `${all.rig.sandbox.url}/v1`);
    expect(script).not.toContain(all.rig.sandbox.secretKey);
    await run(script, all.rig);
    expect(await held(all)).toEqual(done);
    // What was edited is what the service holds already; of the invitation the copy knows with the next sync.
    const edits = (await all.rig.plan()).steps.filter(({ verb }) => verb === 'update');
    expect(edits.map(({ verdict }) => verdict)).toEqual(['no-op', 'no-op']);
  },
);

it.skipIf(!existsSync(clerk) || lacks('jq'))(
  'so it does as Clerk’s command line (skipped but on Linux, x64, with jq)',
  async () => {
    const all = await staged();
    const script = copiedAs('clerk', await all.rig.reconciler.written(), '');
    await run(script.replaceAll(/\bclerk (?=api )/g, `'${clerk}' --mode agent `), all.rig);
    expect(await held(all)).toEqual(done);
  },
);

it('a title ends with its line, secrets are left out, and ids of records to come are told', async () => {
  const { rig } = await staged();
  await rig.stage({
    entity: 'user',
    action: {
      verb: 'create',
      values: { email: 'new@only.example', password: 'Ek8#pq!rT2-harbour', firstName: 'A\nrm -rf x' },
    },
  });
  const changes = await rig.reconciler.written();
  const alone = changes.filter(({ needs }) => needs.length > 0);
  expect(alone.length).toBe(2);
  for (const form of ['curl', 'clerk'] as const) {
    const text = copiedAs(form, changes, 'https://api.example/v1');
    expect(text).not.toContain('Ek8#pq');
    expect(text).toContain('# A secret that it sends is left out.');
    expect(text).not.toContain('new_copied');
    const told = copiedAs(form, alone, 'https://api.example/v1');
    expect(told).toContain('# An id that begins with new_');
    expect(told).toContain(founded);
    expect(text.split('\n').filter((line) => line.startsWith('rm '))).toEqual([]);
  }
});

it('what people name by key is copied by its id, as it is sent', async () => {
  const sent: unknown[] = [];
  const rig = await startReconcile({ scale: 0.1 }, undefined, {
    fetch: (url, init) => {
      if (typeof init?.body === 'string') sent.push(JSON.parse(init.body));
      return fetch(url, init);
    },
  });
  const own = { key: 'org:copied', name: 'Copied', permissionKeys: ['org:reports:read'] };
  const [viewer] = await rig.store.list('role', [{ field: 'key', op: 'eq', value: 'org:viewer' }]);
  const [directory] = await rig.store.list('directory', [
    { field: 'groupRoleMappingEnabled', op: 'eq', value: true },
  ]);
  if (viewer === undefined || directory === undefined)
    throw new Error('the world has viewers and a directory with groups');
  const set = (field: string, value: JsonValue) => ({ verb: 'update', field, value }) as const;
  const groups = [{ group: 'staff', role: 'org:viewer' }];
  await rig.stage(
    { entity: 'role', recordId: provisionalId('copied'), action: { verb: 'create', values: own } },
    { entity: 'role', recordId: viewer.id, action: set('permissionKeys', ['org:reports:read']) },
    { entity: 'directory', recordId: directory.id, action: set('groupRoles', groups) },
  );
  const changes = await rig.reconciler.written();
  expect(changes.flatMap(({ notes }) => notes)).toEqual([]);
  expect(await rig.reconcile()).toMatchObject({ applied: 3 });
  expect(sent).toEqual(changes.flatMap(({ calls }) => calls.map(({ body }) => body)));
});

it('what is made of an answer is said to be missing from the script', async () => {
  const { rig } = await staged();
  const [template] = await rig.store.list('jwtTemplate', [], 1);
  if (template === undefined) throw new Error('the world has templates of tokens');
  await rig.stage({
    entity: 'jwtTemplate',
    recordId: template.id,
    action: { verb: 'update', field: 'lifetime', value: 90 },
  });
  const text = copiedAs('curl', await rig.reconciler.written(), 'https://api.example/v1');
  expect(text).toContain(`# Not among these calls: PATCH /jwt_templates/${template.id}, made of what GET`);
});
