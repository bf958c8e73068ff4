import { afterAll, expect, test } from 'vitest';
import { clientOf, startService, valueIn } from './identity-rig';

const sandbox = await startService();
afterAll(() => sandbox.close());

test('the roles that groups give make a page another one, though the list of directories comes as it was', async () => {
  let mappings: object | null = null;
  const identity = clientOf(sandbox, {
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      return mappings !== null && answer.url.endsWith('/group_role_mappings')
        ? Response.json(mappings)
        : answer;
    },
  });
  const page = { offset: 0, limit: 500 };
  const first = valueIn(await identity.fetchPage('directory', page));
  expect(first.records.length).toBeGreaterThan(0);
  const { digest, total } = first;
  const known = { digest, total };
  expect(valueIn(await identity.fetchPage('directory', { ...page, known })).digest).toBe(digest);
  mappings = {
    data: [{ directory_group_id: 'g1', directory_group_display_name: 'New', role: { key: 'org:member' } }],
  };
  const next = valueIn(await identity.fetchPage('directory', { ...page, known }));
  expect(next.digest).not.toBe(digest);
  expect(next.records[0]?.groupRoles).toEqual([{ group: 'g1', role: 'org:member' }]);
});

test('a list within that is refused costs its own fields only, of a page and of one record', async () => {
  const identity = clientOf(sandbox, {
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      const errors = [{ code: 'forbidden', message: 'no', long_message: 'Not with this key.' }];
      return answer.url.endsWith('/group_role_mappings')
        ? Response.json({ errors, clerk_trace_id: 't' }, { status: 403 })
        : answer;
    },
  });
  const { records, partial } = valueIn(await identity.fetchPage('directory', { offset: 0, limit: 500 }));
  expect(records).toEqual([]);
  const [one] = partial;
  expect(one).toMatchObject({ missing: ['groupRoles', 'groupNames'], why: 'Not with this key.' });
  const known = {
    ...one?.record,
    ...{ groupRoles: [{ group: 'g1', role: 'org:member' }], groupNames: { g1: 'One' } },
    ...{ state: 'synced', staged: null, server: {}, sync: { hash: '', seenAt: 0 } },
  } as never;
  expect(valueIn(await identity.fetchOne('directory', known))).toMatchObject({
    name: one?.record.name,
    groupRoles: [{ group: 'g1', role: 'org:member' }],
  });
});

test('of a long list what stands within is asked for by no sweep, and told for one record', async () => {
  let tests = 0;
  const identity = clientOf(sandbox, {
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      tests += Number(answer.url.includes('/test_runs'));
      if (!answer.url.includes('/enterprise_connections?')) return answer;
      return Response.json({ ...((await answer.json()) as object), total_count: 201 });
    },
  });
  const page = valueIn(await identity.fetchPage('enterpriseConnection', { offset: 0, limit: 500 }));
  expect({ tests, whole: page.records.length }).toEqual({ tests: 0, whole: 0 });
  expect(page.partial[0]).toMatchObject({ missing: ['lastTest', 'lastTestAt', 'lastTestSays'], why: '' });
  const known = { ...page.partial[0]?.record, state: 'synced', staged: null, server: {}, sync: {} } as never;
  expect(valueIn(await identity.fetchOne('enterpriseConnection', known))).toMatchObject({
    lastTest: expect.stringMatching(/none|success|failed/),
  });
  expect(tests).toBe(1);
});
