import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, openClient, type Shown } from './open-client';

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.close());

const walk = async (path: string, limit: number): Promise<readonly Shown[]> => {
  const rows: Shown[] = [];
  for (;;) {
    const sign = path.includes('?') ? '&' : '?';
    const page = await client.call('GET', `${path}${sign}limit=${limit}&offset=${rows.length}`);
    rows.push(...page.rows);
    if (page.rows.length < limit) return rows;
  }
};

describe('paging', () => {
  it('gives ten rows unless asked, and at most 500', async () => {
    expect((await client.call('GET', '/users')).rows).toHaveLength(10);
    expect((await client.call('GET', '/organization_memberships?limit=500')).rows).toHaveLength(500);
    for (const query of ['limit=501', 'limit=0', 'limit=ten', 'offset=-1'])
      expect(await client.call('GET', `/organization_memberships?${query}`)).toMatchObject({
        status: 422,
        code: expect.stringContaining('form_param'),
      });
    expect(
      (await client.call('GET', '/organization_memberships?limit=0')).body.errors[0]?.meta?.param_name,
    ).toBe('limit');
  });

  it.each([
    ['/organizations', 20],
    ['/organization_memberships', 900],
    ['/organization_memberships?order_by=first_name', 900],
    ['/organization_memberships?order_by=-username', 900],
    ['/organization_invitations?order_by=email_address', 42],
    ['/users?order_by=last_name', 500],
  ])('walks %s without a gap or a repeat', async (path, total) => {
    const rows = await walk(path, 77);
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(total);
  });

  it('tells the total on every page, also behind the end', async () => {
    const page = await client.call('GET', '/organizations?limit=5&offset=1000');
    expect(page.body).toMatchObject({ data: [], total_count: 20 });
  });

  it('orders newest first, and by what is asked otherwise', async () => {
    const created = (await client.call('GET', '/organizations?limit=20')).rows.map((row) =>
      Number(row.created_at),
    );
    expect(created).toEqual([...created].sort((a, b) => b - a));
    const names = (await client.call('GET', '/organizations?limit=20&order_by=%2Bname')).rows.map(
      (row) => row.name,
    );
    expect(names).toEqual([...names].sort());
    const bare = (await client.call('GET', '/organizations?limit=20&order_by=+name')).rows.map(
      (row) => row.name,
    );
    expect(bare).toEqual(names);
  });

  it('breaks ties by id in the same direction, so that an order is total', async () => {
    const rows = await walk('/users?order_by=-first_name', 90);
    const pairs = rows.map((row) => `${String(row.first_name)} ${row.id}`);
    const ties = rows.filter((row, index) => row.first_name === rows[index - 1]?.first_name);
    expect(ties.length).toBeGreaterThan(5);
    const byName = (a: string, b: string): number => (a < b ? 1 : -1);
    expect(pairs).toEqual([...pairs].sort(byName));
  });

  it('a user cursor survives deletions and insertions that an offset would trip over', async () => {
    const first = (await client.call('GET', '/users?limit=50')).rows;
    const rest = (await client.call('GET', '/users?limit=500&offset=50')).rows.map(({ id }) => id);
    await client.call('DELETE', `/users/${first[3]?.id}`);
    await client.call('POST', '/users', { email_address: ['newest@people.example'] });
    const next = await client.call('GET', `/users?limit=500&starting_after=${first.at(-1)?.id}`);
    expect(next.rows.map(({ id }) => id)).toEqual(rest);
    const gone = await client.call('GET', `/users?limit=5&starting_after=${first[3]?.id}`);
    expect(gone).toMatchObject({ status: 422 });
  });

  it('finds text literally: % and _ are no wildcards', async () => {
    expect((await client.call('GET', '/organizations?query=%25')).body.total_count).toBe(0);
    expect((await client.call('GET', '/organizations?query=_')).body.total_count).toBe(0);
  });
});
