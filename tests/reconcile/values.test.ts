import { describe, expect, it } from 'vitest';
import { beginSync, sweepOnce } from '../sync/sync-rig';
import { drafts } from './drafts';
import { id, type ReconcileRig, startReconcile } from './reconcile-rig';

const sweepAgain = (rig: ReconcileRig): Promise<void> =>
  sweepOnce(beginSync({ store: rig.store, port: rig.identity }));

describe('steps hang together by the values they give up and take', () => {
  async function two(rig: ReconcileRig) {
    const [one, other] = await rig.store.list('organization', [], 2);
    if (one === undefined || other === undefined) throw new Error('a world has organizations');
    return { one, other };
  }
  const slugOf = async (rig: ReconcileRig, recordId: string): Promise<string> => {
    const row = await rig.store.get('organization', id(recordId));
    const read = row && (await rig.identity.fetchOne('organization', row));
    return read?.ok && read.value !== null ? read.value.slug : '';
  };

  it('a slug freed in the same file can be taken, in whatever order the file has them', async () => {
    const rig = await startReconcile();
    const { one, other } = await two(rig);
    await rig.stage(
      drafts.organization(other.id, 'slug', one.slug),
      drafts.organization(one.id, 'slug', 'freed-for-others'),
    );
    expect(await rig.reconcile()).toMatchObject({ applied: 2, refused: 0 });
    expect(await slugOf(rig, other.id)).toBe(one.slug);
  });

  it('so can a username, an external id and an address, of whoever changes theirs or is deleted', async () => {
    const rig = await startReconcile();
    const people = (await rig.store.list('user', [])).filter(({ username }) => username !== '');
    const [taker, changer, leaver] = people;
    if (!taker || !changer || !leaver) throw new Error('people have usernames');
    const edit = (recordId: string, field: string, value: string) =>
      ({ entity: 'user', recordId: id(recordId), action: { verb: 'update', field, value } }) as const;
    await rig.stage(edit(changer.id, 'externalId', 'ext-1'));
    expect(await rig.reconcile()).toMatchObject({ applied: 1 });
    const values = { email: leaver.email, username: leaver.username };
    await rig.stage(
      edit(taker.id, 'username', changer.username),
      edit(taker.id, 'externalId', 'EXT-1'.toLowerCase()),
      { entity: 'user', recordId: id('new_heir'), action: { verb: 'create', values } },
      edit(changer.id, 'username', 'another_name'),
      edit(changer.id, 'externalId', 'ext-2'),
      drafts.remove('user', leaver.id),
    );
    expect(await rig.reconcile()).toMatchObject({ applied: 6, refused: 0, left: 0 });
  });

  it('a new person takes what one who is deleted and one who changes theirs give up', async () => {
    const rig = await startReconcile();
    const people = (await rig.store.list('user', [])).filter(({ username }) => username !== '');
    const [leaver, changer] = people;
    if (!leaver || !changer) throw new Error('people have usernames');
    const edit = (value: string) =>
      ({
        entity: 'user',
        recordId: changer.id,
        action: { verb: 'update', field: 'externalId', value },
      }) as const;
    await rig.stage(edit('ext-1'));
    expect(await rig.reconcile()).toMatchObject({ applied: 1 });
    const values = { username: leaver.username, email: 'heir@two.example', externalId: 'ext-1' };
    await rig.stage(
      { entity: 'user', recordId: id('new_heir'), action: { verb: 'create', values } },
      edit('ext-2'),
      drafts.remove('user', leaver.id),
    );
    expect(await rig.reconcile()).toMatchObject({ applied: 3, refused: 0, left: 0 });
  });

  it('a username that was given up on the service already can be taken at once', async () => {
    const rig = await startReconcile();
    const people = (await rig.store.list('user', [])).filter(({ username }) => username !== '');
    const [taker, giver] = people;
    if (!taker || !giver) throw new Error('people have usernames');
    const edit = (recordId: string, value: string) =>
      ({
        entity: 'user',
        recordId: id(recordId),
        action: { verb: 'update', field: 'username', value },
      }) as const;
    await rig.stage(edit(taker.id, giver.username), edit(giver.id, 'another_name'));
    await rig.sandbox.control.edit([{ user: giver.id, set: { username: 'another_name' } }]);
    expect(await rig.reconcile()).toMatchObject({ applied: 1, alreadySo: 1, left: 0 });
  });

  it('a new organization takes the slug of one that is deleted in the same run, and gets its members after', async () => {
    const rig = await startReconcile();
    const { one } = await two(rig);
    const [person] = await rig.store.list('user', [], 1);
    await rig.stage(
      drafts.create('new_heir', { name: 'Heir', slug: one.slug }),
      drafts.add('new_heir', String(person?.id), 'org:admin'),
      drafts.remove('organization', one.id),
    );
    const plan = await rig.plan();
    expect(plan.steps.map(({ verb, entity }) => `${verb} ${entity}`)).toEqual([
      'delete organization',
      'create organization',
      'create membership',
    ]);
    expect(await rig.reconcile()).toMatchObject({ applied: 3, refused: 0 });
  });

  it('two slugs, and three, are exchanged', async () => {
    const rig = await startReconcile();
    const [a, b, c, d, e] = await rig.store.list('organization', [], 5);
    if (!a || !b || !c || !d || !e) throw new Error('a world has organizations');
    await rig.stage(
      drafts.organization(a.id, 'slug', b.slug),
      drafts.organization(b.id, 'slug', a.slug),
      drafts.organization(c.id, 'slug', d.slug),
      drafts.organization(d.id, 'slug', e.slug),
      drafts.organization(e.id, 'slug', c.slug),
    );
    const plan = await rig.plan();
    expect(plan.steps.map(({ verdict }) => verdict)).toEqual(plan.steps.map(() => 'clean'));
    expect(await rig.reconcile()).toMatchObject({ applied: 5, refused: 0, conflicts: 0 });
    for (const [organization, slug] of [
      [a, b.slug],
      [b, a.slug],
      [c, d.slug],
      [d, e.slug],
      [e, c.slug],
    ] as const)
      expect(await slugOf(rig, organization.id)).toBe(slug);
  });

  it('an exchange that is cut in the middle goes on with the next run', async () => {
    const rig = await startReconcile();
    const { one, other } = await two(rig);
    await rig.stage(
      drafts.organization(one.id, 'slug', other.slug),
      drafts.organization(other.id, 'slug', one.slug),
    );
    // The parked one is there; the next write meets a service that is not.
    await rig.sandbox.control.addFault({
      kind: 'drop',
      phase: 'before',
      skip: 1,
      times: 100,
      match: { method: 'PATCH' },
    });
    const plan = await rig.plan();
    await rig.apply(plan);
    expect((await rig.open()).length).toBe(2);
    await rig.sandbox.control.clearFaults();
    expect(await rig.reconcile()).toMatchObject({ refused: 0, conflicts: 0, left: 0 });
    expect(await slugOf(rig, one.id)).toBe(other.slug);
    expect(await slugOf(rig, other.id)).toBe(one.slug);
  });

  it('a slug whose freeing fell is taken, and said so', async () => {
    const rig = await startReconcile();
    const { one, other } = await two(rig);
    const report = await rig.staging.stage([
      drafts.organization(other.id, 'slug', one.slug),
      drafts.organization(one.id, 'slug', 'not a slug!'),
    ]);
    expect(report.staged).toEqual([]);
    expect(report.rejected.map(({ failure }) => failure.message)).toEqual([
      `The slug ${one.slug} is taken.`,
      expect.stringContaining('lower-case'),
    ]);
  });

  it('a role that was deleted meanwhile is seen in the plan', async () => {
    const rig = await startReconcile();
    const { url, secretKey } = rig.sandbox;
    const api = async (method: string, path: string, body?: object) => {
      const answer = await fetch(`${url.replace(/\/v1$/, '')}/v1${path}`, {
        method,
        headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      return (await answer.json()) as { id: string };
    };
    const role = await api('POST', '/organization_roles', {
      name: 'Short lived',
      key: 'org:short',
      include_in_initial_role_set: true,
    });
    await sweepAgain(rig);
    const [member] = await rig.store.list(
      'membership',
      [{ field: 'role', op: 'eq', value: 'org:member' }],
      1,
    );
    await rig.stage(drafts.role(String(member?.id), 'org:short'));
    await api('DELETE', `/organization_roles/${role.id}`);
    const plan = await rig.plan();
    expect(plan.steps[0]).toMatchObject({ verdict: 'refused' });
    expect(plan.steps[0]?.reason).toContain('org:short');
    expect(await rig.reconcile()).toMatchObject({ applied: 0, refused: 1 });
  });

  it('slugs are not asked for where the instance has them off', async () => {
    const rig = await startReconcile();
    const { url, secretKey } = rig.sandbox;
    await fetch(`${url.replace(/\/v1$/, '')}/v1/instance/organization_settings`, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ slug_disabled: true }),
    });
    await sweepAgain(rig);
    const { one } = await two(rig);
    const report = await rig.staging.stage([
      drafts.organization(one.id, 'slug', 'another'),
      drafts.create('new_slugless', { name: 'Slugless', slug: 'slugless' }),
      drafts.create('new_other', { name: 'Without', slug: '' }),
    ]);
    expect(report.rejected.map(({ failure }) => failure.message)).toEqual([
      'This instance has slugs switched off.',
      'This instance has slugs switched off.',
    ]);
    expect(report.staged).toHaveLength(1);
  });
});
