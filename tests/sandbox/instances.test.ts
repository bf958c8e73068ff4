import { indexes } from '@main/sandbox/database/indexes';
import { listApplications } from '@main/sandbox/database/list-applications';
import { platformTables } from '@main/sandbox/database/platform-tables';
import { openSqlSession } from '@main/sandbox/database/sql-session';
import { tables } from '@main/sandbox/database/tables';
import type { Scope } from '@main/sandbox/kit/scope';
import { seedApplication } from '@main/sandbox/seed/seed-application';
import { authenticate } from '@main/sandbox/server/authenticate';
import { createApi } from '@main/sandbox/server/create-api';
import { lumen } from '@main/sandbox/world/lumen';
import { northwind } from '@main/sandbox/world/northwind';
import { describe, expect, it } from 'vitest';

describe('instances', () => {
  it('are isolated pools in one database, each opened by its own key', async () => {
    const db = openSqlSession(':memory:');
    db.exec(tables);
    db.exec(platformTables);
    const at = { stream: 'both', anchor: Date.UTC(2026, 10, 1), since: Date.UTC(2024, 0, 1) };
    for (const application of [...northwind.applications(0.1), ...lumen.applications(0.05)])
      seedApplication(db, application, [application.environmentType], at);
    db.exec(indexes);
    const [first, second] = listApplications(db);
    expect([first?.name, second?.name]).toEqual(['Lumen', 'Northwind']);
    expect(authenticate(db, `Bearer ${first?.secretKey}`, 0)).toEqual({ ok: true, value: first?.instance });
    expect(authenticate(db, `Bearer ${second?.secretKey}`, 0)).toEqual({ ok: true, value: second?.instance });

    const api = createApi();
    const ask = async (
      instance: string | undefined,
      path: string,
    ): Promise<{ status: number; body: unknown }> => {
      const scope: Scope = {
        instance: instance ?? '',
        db,
        now: Date.now,
        mint: (prefix) => `${prefix}_1`,
        beforeWrite: () => undefined,
        recordEffect: () => undefined,
      };
      const response = await api.fetch(new Request(`http://sandbox${path}`), {
        scope,
        trace: { route: '', id: '' },
      });
      return { status: response.status, body: await response.json() };
    };
    expect(await ask(first?.instance, '/users/count')).toMatchObject({ body: { total_count: 400 } });
    expect(await ask(second?.instance, '/users/count')).toMatchObject({ body: { total_count: 500 } });
    expect(await ask(first?.instance, '/organizations')).toMatchObject({ status: 403 });
    const page = await ask(second?.instance, '/organizations?limit=1');
    expect(page).toMatchObject({ status: 200, body: { total_count: 20 } });
    const users = (await ask(second?.instance, '/users?limit=1')).body as readonly { id: string }[];
    expect(await ask(first?.instance, `/users/${users[0]?.id}`)).toMatchObject({ status: 404 });
  });
});
