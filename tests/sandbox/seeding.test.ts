import { createHash } from 'node:crypto';
import { openSqlSession, type SqlSession } from '@main/sandbox/database/sql-session';
import { seedWorld } from '@main/sandbox/seed/seed-world';
import { describe, expect, it } from 'vitest';

const anchor = Date.UTC(2026, 10, 1);
const tables = ['applications', 'instances', 'secret_keys', 'users', 'organizations', 'roles', 'permissions'];
const all = [
  ...tables,
  'role_permissions',
  'memberships',
  'invitations',
  'identifications',
  'small_records',
  'meta',
];

const seeded = (world: string, seed: number, scale: number): SqlSession => {
  const db = openSqlSession(':memory:');
  seedWorld(db, { world, seed, scale, anchor });
  return db;
};

/** A world without its development instances, which are small and not what is counted here. */
const production = (world: string, seed: number, scale: number): SqlSession => {
  const db = seeded(world, seed, scale);
  const development = "SELECT id FROM instances WHERE environment_type = 'development'";
  for (const table of ['users', 'organizations', 'roles', 'permissions', 'memberships', 'invitations'])
    db.run(`DELETE FROM ${table} WHERE instance IN (${development})`);
  return db;
};

const digest = (db: SqlSession): string => {
  const hash = createHash('sha256');
  for (const table of all) hash.update(JSON.stringify(db.all(`SELECT * FROM ${table}`)));
  return hash.digest('hex');
};

describe('seeding', () => {
  it('gives the same bytes for the same seed, and others for another', () => {
    const first = digest(seeded('northwind', 1, 0.2));
    expect(digest(seeded('northwind', 1, 0.2))).toBe(first);
    expect(digest(seeded('northwind', 2, 0.2))).not.toBe(first);
  });

  it('makes northwind as large as promised at scale 1, within seconds', () => {
    const start = performance.now();
    const db = production('northwind', 1, 1);
    expect(performance.now() - start).toBeLessThan(5_000);
    const count = (table: string): number => db.count(`SELECT count(*) FROM ${table}`);
    expect(
      ['organizations', 'users', 'memberships', 'roles', 'permissions', 'invitations'].map(count),
    ).toEqual([200, 5_000, 9_000, 5, 24, 420]);
    expect(db.count('SELECT count(*) FROM users WHERE id NOT IN (SELECT user_id FROM memberships)')).toBe(
      600,
    );
    expect(db.count("SELECT count(*) FROM permissions WHERE type = 'system'")).toBe(10);
  });

  it('makes northwind as varied as an admin will meet it', () => {
    const db = production('northwind', 1, 1);
    const seats = `(SELECT count(*) FROM memberships m WHERE m.organization_id = o.id)
      + (SELECT count(*) FROM invitations i WHERE i.organization_id = o.id AND i.status = 'pending')`;
    const limited = 'FROM organizations o WHERE max_allowed_memberships > 0';
    expect(db.count(`SELECT count(*) ${limited} AND max_allowed_memberships < ${seats}`)).toBe(0);
    expect(db.count(`SELECT count(*) ${limited} AND max_allowed_memberships = ${seats}`)).toBeGreaterThan(5);
    expect(db.count(`SELECT count(*) ${limited}`)).toBeGreaterThan(50);
    const admins = `SELECT organization_id FROM memberships m JOIN roles r ON r.id = m.role_id AND r.key = 'org:admin'
      GROUP BY organization_id`;
    expect(db.count(`SELECT count(*) FROM (${admins})`)).toBe(200);
    expect(db.count(`SELECT count(*) FROM (${admins} HAVING count(*) = 1)`)).toBeGreaterThan(20);
    expect(db.count("SELECT count(*) FROM invitations WHERE status = 'pending'")).toBeGreaterThan(200);
    expect(
      db.count(
        "SELECT count(*) FROM organizations WHERE public_metadata ->> '$.branding.primaryColor' LIKE '#%'",
      ),
    ).toBeGreaterThan(80);
    expect(db.count('SELECT count(*) FROM users WHERE banned')).toBeGreaterThan(10);
    expect(db.count('SELECT count(*) FROM users WHERE locked')).toBeGreaterThan(10);
    expect(db.count('SELECT max(created_at) - min(created_at) FROM users')).toBeGreaterThan(
      2.9 * 365 * 86_400_000,
    );
    for (const table of ['users', 'organizations', 'memberships', 'invitations'])
      expect(
        db.count(`SELECT count(*) FROM ${table} WHERE updated_at < created_at OR updated_at > ${anchor}`),
      ).toBe(0);
  });

  it('hands some members of northwind to the directory of their organization, in a role that one of its groups gives', () => {
    const db = production('northwind', 1, 1);
    const managed = 'FROM users u WHERE directory IS NOT NULL';
    const directory = `FROM small_records d JOIN small_records c ON c.id = d.data ->> '$.enterprise_connection_id'
      JOIN memberships m ON m.organization_id = c.data ->> '$.organization_id', json_each(d.data, '$.mappings') g
      WHERE d.kind = 'directory' AND d.id = u.directory ->> '$.id' AND m.user_id = u.id
        AND g.value ->> '$.role_id' = m.role_id`;
    expect(db.count(`SELECT count(*) ${managed}`)).toBeGreaterThan(20);
    expect(db.count(`SELECT count(*) ${managed} AND NOT EXISTS (SELECT 1 ${directory})`)).toBe(0);
    expect(db.count(`SELECT count(*) ${managed} AND directory ->> '$.out'`)).toBeGreaterThan(0);
    expect(db.count(`SELECT count(*) ${managed}`)).toBeLessThan(100);
  });

  it('makes lumen a user pool without organizations', () => {
    const db = production('lumen', 1, 0.1);
    expect(db.count('SELECT count(*) FROM users')).toBe(800);
    expect(db.count('SELECT count(*) FROM organizations')).toBe(0);
    expect(db.count("SELECT organization_settings ->> '$.enabled' FROM instances")).toBe(0);
  });

  it('seeds anew over what was there', () => {
    const db = seeded('northwind', 1, 0.1);
    const before = digest(db);
    db.run("UPDATE organizations SET name = 'changed'");
    expect(digest(db)).not.toBe(before);
    seedWorld(db, { world: 'northwind', seed: 1, scale: 0.1, anchor });
    expect(digest(db)).toBe(before);
  });
});
