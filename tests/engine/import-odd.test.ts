import { waitForSweep } from '@main/cli/wait-for-sweep';
import { startSandbox } from '@main/sandbox/start-sandbox';
import type { EntityName } from '@shared/domain/entity';
import type { ImportRow } from '@shared/domain/import/import-row';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { engineOn } from './engine-on';
import { createDice, type Dice, limits, moments, notes, type Odd, untakable, written } from './odd-lines';

async function openWorld() {
  const sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.03, limits: 'none' });
  const call = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${sandbox.secretKey}`, 'content-type': 'application/json' };
    const sent = await fetch(`${sandbox.url}/v1${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: sent.status, body: await sent.json() };
  };
  const engine = await engineOn(sandbox, await temporaryFolder());
  const all = async <E extends EntityName>(entity: E): Promise<StoredRecord<E>[]> => {
    const rows: StoredRecord<E>[] = [];
    for (;;) {
      const asked = { entity, limit: 500, offset: rows.length } as never;
      const page = valueIn(await engine.call('page', asked)) as unknown as {
        rows: StoredRecord<E>[];
        total: number;
      };
      rows.push(...page.rows);
      if (rows.length >= page.total) return rows;
    }
  };
  const sync = async () => {
    valueIn(await engine.call('startSync', {}));
    valueIn(await waitForSweep(engine));
  };
  const look = async (entity: EntityName, text: string) => {
    const opened = await engine.call('openImport', { bytes: new Uint8Array(Buffer.from(text)) });
    const { file } = valueIn(opened);
    const preview = valueIn(await engine.call('previewImport', { file, entity } as never));
    const rows: ImportRow[] = [];
    for (;;) {
      const asked = { preview: preview.preview, offset: rows.length, limit: 500 };
      const page = valueIn(await engine.call('importRows', asked));
      rows.push(...page.rows);
      if (rows.length >= page.total) return { ...preview, rows };
    }
  };
  const apply = async () => {
    const { hash, steps } = valueIn(await engine.call('plan', {}));
    const order = { planHash: hash, resolutions: {}, onRefusal: 'continue' } as const;
    return { steps, report: valueIn(await engine.call('apply', order)) };
  };
  return { engine, call, all, sync, look, apply };
}
type World = Awaited<ReturnType<typeof openWorld>>;

/** Looks at a file, stages and applies it: each line does once what the preview said of it, and all of them together what it counted. */
async function walk(
  { engine, look, apply }: World,
  entity: EntityName,
  { text, told }: ReturnType<typeof written>,
) {
  const { preview, rows, summary, changes } = await look(entity, text);
  expect(rows.map(({ line }) => line)).toEqual(told.map(({ line }) => line));
  const odd = rows.flatMap((row, at) => {
    const { row: wanted } = told[at] ?? {};
    const fits = row.outcome === wanted?.outcome && (wanted.why?.test(row.why) ?? row.outcome !== 'refused');
    return fits
      ? []
      : [{ cells: wanted?.cells.map((cell) => cell.slice(0, 60)), wanted: wanted?.outcome, ...row }];
  });
  expect(odd).toEqual([]);
  const counted = { same: 0, changed: 0, new: 0, removed: 0, refused: 0 };
  for (const { outcome } of rows) counted[outcome] += 1;
  expect(summary).toEqual(counted);
  expect(valueIn(await engine.call('stageImport', { preview }))).toMatchObject({ staged: changes, left: 0 });
  const { steps, report } = await apply();
  expect(steps).toHaveLength(changes);
  expect(report).toMatchObject({ applied: changes, refused: 0, conflicts: 0, unknown: 0, left: 0 });
  // Once again what it did is the same.
  const again = await look(entity, text);
  const done = rows.flatMap(({ outcome }, at) => (['same', 'changed', 'new'].includes(outcome) ? [at] : []));
  expect(done.filter((at) => again.rows[at]?.outcome !== 'same').map((at) => again.rows[at])).toEqual([]);
}

it('2,000 lines, odd in every way: each does exactly once what the preview says of it, and the service holds it', async () => {
  const world = await openWorld();
  const dice = createDice(11);
  const { roll, oneOf, anyCase } = dice;
  const members = await world.all('membership');
  const people = new Map((await world.all('user')).map((each) => [each.id, each]));
  const places = await world.all('organization');
  const [gone] = places.toSorted((a, b) => a.membersCount - b.membersCount);
  if (gone === undefined) throw new Error('there are organizations');
  expect((await world.call('DELETE', `/organizations/${gone.id}`)).status).toBe(200);
  const second = new Map<string, string>();
  for (const { userId } of members.slice(0, 20)) {
    const address = `second.${userId.toLowerCase()}@odd.example`;
    if (second.has(userId)) continue;
    second.set(userId, address);
    const body = { user_id: userId, email_address: address, verified: second.size % 2 === 0 };
    expect((await world.call('POST', '/email_addresses', body)).status).toBe(200);
  }
  await world.sync();

  const place = new Map(places.map((each) => [each.id, each]));
  const isFree = ({ userId }: StoredRecord<'membership'>): boolean => {
    const person = people.get(userId);
    return (person?.directoryId ?? '') === '' && person?.email !== '';
  };
  const left = members.filter((each) => each.organizationId !== gone.id);
  const [open, closed] = [left.filter(isFree), left.filter((each) => !isFree(each))];
  const named = ({ organizationId, userId, userEmail }: StoredRecord<'membership'>): string[] => {
    const { slug = '', id = '' } = place.get(organizationId) ?? {};
    return [oneOf([id, slug, anyCase(slug)]), oneOf([userId, anyCase(userEmail), ` ${userEmail} `])];
  };
  const roleAs = (key: string): string => {
    const names: Record<string, string> = {
      'org:admin': 'Admin',
      'org:billing': 'Billing manager',
      'org:member': 'Member',
      'org:support': 'Support agent',
      'org:viewer': 'Viewer',
    };
    return oneOf([key, anyCase(names[key] ?? key)]);
  };
  const rows: Odd[] = [];
  const used: Odd[] = [];
  for (const [at, member] of open.entries()) {
    const role = roleAs(member.role);
    const [org = '', person = ''] = named(member);
    const note = oneOf(notes);
    const after = (held?: object): Odd['after'] => [`${member.organizationId} ${member.userId}`, held];
    const isPlain = member.role !== 'org:admin';
    const row: Odd =
      at % 9 === 0 && isPlain
        ? {
            cells: [org, person, '', '', oneOf(['yes', 'X', 'wahr', '1'])],
            outcome: 'removed',
            after: after(),
          }
        : at % 9 === 1 && isPlain
          ? {
              cells: [org, person, anyCase('admin'), '', 'no'],
              outcome: 'changed',
              after: after({ role: 'org:admin' }),
            }
          : at % 3 === 2
            ? {
                cells: [org, person, role, note[0]],
                outcome: 'changed',
                after: after({ public_metadata: { note: note[1] } }),
              }
            : { cells: [org, person, role], outcome: 'same', after: after({ role: member.role }) };
    rows.push(row);
    used.push(row);
  }
  while (rows.length < 2_000) {
    const member = oneOf(open);
    const [org = '', person = ''] = named(member);
    const [text, why] = oneOf(untakable);
    const address = second.get(member.userId);
    const odd: readonly Odd[] = [
      { cells: [org, person, oneOf(['', 'org:admin'])], outcome: 'refused', why: /is about the same/ },
      { cells: [oneOf([gone.id, gone.slug]), person, 'Member'], outcome: 'refused', why: /no organization/ },
      { cells: ['org_nowhere', person, ''], outcome: 'refused', why: /no organization “org_nowhere”/ },
      { cells: [org, `nobody${roll(9)}@odd.example`, ''], outcome: 'refused', why: /no person/ },
      { cells: [org, '', 'Member'], outcome: 'refused', why: /./ },
      { cells: [org, `a\0${person}`, ''], outcome: 'refused', why: /no person/ },
      {
        cells: [org, person, oneOf(['org:emperor', 'Kaiser', 'org:'])],
        outcome: 'refused',
        why: /Role must be|about the same/,
      },
      { cells: [org, person, '', text], outcome: 'refused', why: new RegExp(`${why.source}|about the same`) },
      { cells: [org, person, '', '', 'perhaps'], outcome: 'refused', why: /yes or no/ },
      { cells: [org, person, '', '', '', 'and', 'more'], outcome: 'refused', why: /It has 7 cells/ },
      { cells: [oneOf(['', '   ', '\r\n', ' \n ']), '', '', ''].slice(0, 1 + roll(4)), outcome: 'none' },
      ...(address === undefined
        ? []
        : [
            Number([...second.keys()].indexOf(member.userId)) % 2 === 1
              ? ({
                  cells: [org, anyCase(address), ''],
                  outcome: 'refused',
                  why: /is about the same/,
                } as const)
              : ({ cells: [org, address, ''], outcome: 'refused', why: /no person/ } as const),
          ]),
    ];
    rows.push(oneOf(odd));
  }
  const file = written(['organization', 'email', 'role', 'publicMetadata.note', 'delete'], rows, dice);
  await walk(world, 'membership', file);
  const held = new Map<string, object>();
  for (const { id } of places.filter((each) => each.id !== gone.id))
    for (const each of (await world.call('GET', `/organizations/${id}/memberships?limit=500`)).body.data)
      held.set(`${id} ${each.public_user_data.user_id}`, each);
  for (const { after: [key = '', wanted] = [] } of used)
    if (wanted === undefined) expect(held.get(key)).toBeUndefined();
    else expect(held.get(key)).toMatchObject(wanted);
  expect(held.size).toBe(
    open.length + closed.length - used.filter((row) => row.outcome === 'removed').length,
  );

  await oddPeople(world, dice, second);
  await lostPerson(world, second);
});

/** The same of people: who is new, named twice, or by another address of somebody else; moments, numbers and names of any form. */
async function oddPeople(world: World, dice: Dice, second: ReadonlyMap<string, string>): Promise<void> {
  const { oneOf, anyCase, roll } = dice;
  const people = (await world.all('user')).filter(
    ({ directoryId = '', email, id }) => directoryId === '' && email !== '' && !second.has(id),
  );
  const rows: Odd[] = [];
  const wanted = new Map<string, object>();
  for (const [at, { email }] of people.entries()) {
    const [moment, ms] = oneOf(moments);
    const [limit, count] = oneOf(limits);
    const [text] = oneOf(notes.filter(([each]) => each.length < 100));
    const named = anyCase(email);
    if (at % 3 === 0) {
      rows.push({
        cells: [named, '', moment],
        outcome: ms === null ? 'refused' : 'changed',
        why: ms === null ? /must be a (time|moment)/ : /^$/,
      });
      if (ms !== null) wanted.set(email, { legal_accepted_at: ms });
    } else if (at % 3 === 1) {
      rows.push({
        cells: [named, '', '', limit],
        outcome: count === null ? 'refused' : 'changed',
        why: count === null ? /must be a/ : /^$/,
      });
      if (count !== null) wanted.set(email, { create_organizations_limit: count });
    } else {
      rows.push({ cells: [named, text], outcome: 'changed' });
      wanted.set(email, { first_name: text.replace(/^'(?=[=+])/, '').trim() });
    }
  }
  for (let at = 0; at < 40; at += 1) {
    const email = `new${at}@odd.example`;
    rows.push({ cells: [email, `=New ${at}`, '', '3'], outcome: 'new' });
    wanted.set(email, { first_name: `=New ${at}`, create_organizations_limit: 3 });
    const [one = ''] = [oneOf([...second.values()])];
    rows.push(
      oneOf<Odd>([
        { cells: [anyCase(email), 'Twice'], outcome: 'refused', why: /is about the same/ },
        { cells: [one, 'Other'], outcome: 'refused', why: /belongs to user_\w+ beside another/ },
        { cells: [`x${at}@odd.example`, 'x'.repeat(257)], outcome: 'refused', why: /256 characters/ },
        { cells: [`x${at}@odd.example`, 'a\0b'], outcome: 'refused', why: /cannot be stored/ },
        { cells: [`x${at}@odd`, 'Kim'], outcome: 'refused', why: /must be an email/ },
        { cells: [' ', '\u00a0'.repeat(roll(3))], outcome: 'none' },
      ]),
    );
  }
  const file = written(['email', 'firstName', 'legalAcceptedAt', 'createOrganizationsLimit'], rows, dice);
  await walk(world, 'user', file);
  const found = new Map<string, object>();
  for (let offset = 0, more = 1; more > 0; offset += more) {
    const { body } = await world.call('GET', `/users?limit=500&offset=${offset}`);
    more = body.length;
    for (const each of body) found.set(each.email_addresses[0]?.email_address, each);
  }
  for (const [email, values] of wanted) expect(found.get(email)).toMatchObject(values);
  expect([...found.keys()].filter((email) => email?.startsWith('x'))).toEqual([]);
}

/** Somebody whom the service has lost, and whose row is kept as something of them is staged: nobody to name, and their addresses are free. */
async function lostPerson(
  { engine, call, sync, look, all }: World,
  second: ReadonlyMap<string, string>,
): Promise<void> {
  const [place] = await all('organization');
  const [, [recordId = '', address = ''] = []] = [...second];
  const [email] = (await all('user')).flatMap((each) => (each.id === recordId ? [each.email] : []));
  const change = { verb: 'update', field: 'firstName', value: 'Kept' };
  const drafts = [{ entity: 'user', recordId, action: change }];
  expect(valueIn(await engine.call('stage', { drafts } as never)).rejected).toEqual([]);
  const seat = (named = '') =>
    look('membership', `organization,email,role\n${place?.slug},${named},Member\n`);
  for (const named of [email, address]) expect((await seat(named)).summary).toMatchObject({ refused: 0 });
  expect((await call('DELETE', `/users/${recordId}`)).status).toBe(200);
  await sync();
  expect((await all('user')).find(({ id }) => id === recordId)).toMatchObject({ state: 'gone' });
  for (const named of [email, address])
    expect((await seat(named)).rows[0]).toMatchObject({ why: expect.stringContaining('no person') });
  expect((await look('user', `email,firstName\n${address},Kim\n`)).rows[0]).toMatchObject({ outcome: 'new' });
}
