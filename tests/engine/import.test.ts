import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entitiesOf } from '@shared/domain/entity';
import { openStates } from '@shared/domain/intent';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { workbook } from '../support/workbook';
import { openCopy, told } from './import-rig';

it('what the export writes of a copy comes back as the same, in every format', async () => {
  const { engine, look } = await openCopy();
  const out = await temporaryFolder();
  for (const entity of entitiesOf('b2b'))
    for (const format of ['csv', 'xlsx', 'jsonl'] as const) {
      const file = join(out, `${entity}.${format}`);
      const { rows: count } = valueIn(await engine.exportTable(file, { query: { entity }, format }));
      if (count === 0) continue;
      const { summary, rows } = await look(entity, await readFile(file));
      expect({
        entity,
        format,
        summary,
        odd: rows.filter(({ notes, outcome }) => notes.length > 0 || outcome !== 'same'),
      }).toEqual({
        entity,
        format,
        summary: { same: count, changed: 0, new: 0, removed: 0, refused: 0 },
        odd: [],
      });
    }
});

it('lines name records as people do; each says what it does, or why it cannot', async () => {
  const { engine, look, rowsOf } = await openCopy();
  const [member] = await rowsOf('membership', [{ field: 'role', op: 'eq', value: 'org:member' }]);
  if (member === undefined) throw new Error('the world has members');
  const [place] = await rowsOf('organization', [{ field: 'id', op: 'eq', value: member.organizationId }]);
  const people = await rowsOf('user');
  const members = await rowsOf('membership', [
    { field: 'organizationId', op: 'eq', value: member.organizationId },
  ]);
  const outside = people.find(
    ({ id, deprovisioned, email }) =>
      !deprovisioned && email !== '' && members.every(({ userId }) => userId !== id),
  );
  if (place === undefined || outside === undefined) throw new Error('somebody is outside');
  const lines = [
    'Organization;E-mail;Role;Member since',
    `${place.slug};${member.userEmail.toUpperCase()};Admin;`,
    `${place.id};${member.userEmail};org:member;`,
    `${place.slug};${outside.email};org:member;`,
    `${place.slug};nobody@nowhere.example;org:member;`,
    `no-such-place;${outside.email};org:member;`,
    `${place.slug};${outside.email};org:emperor;`,
    `${place.slug};${outside.email};;x;y`,
  ].join('\n');
  const { rows, columns, summary, changes, calls } = await look('membership', lines);
  expect(columns.map(({ path }) => path)).toEqual(['organizationId', 'userId', 'role', null]);
  expect(told(rows)).toEqual([
    'changed',
    'refused: Line 2 is about the same: keep one of the two.',
    'new',
    expect.stringMatching(/^refused: There is no person “nobody@nowhere.example” in the copy/),
    expect.stringMatching(
      /^refused: There is no organization “no-such-place” in the copy: it goes by id, slug, name/,
    ),
    expect.stringMatching(/^refused: Role must be one of .*org:admin.*and is “org:emperor”/),
    expect.stringMatching(/^refused: It has 5 cells, and the head has 4/),
  ]);
  expect(rows[0]).toMatchObject({
    recordId: member.id,
    diff: [{ field: 'role', from: 'org:member', to: 'org:admin' }],
  });
  expect(summary).toEqual({ same: 0, changed: 1, new: 1, removed: 0, refused: 5 });
  expect({ changes, calls }).toEqual({ changes: 2, calls: 2 });
  expect(valueIn(await engine.call('intents', { states: [...openStates] }))).toEqual([]);
});

it('seats, last admins and taken names are seen over all lines together', async () => {
  const { engine, look, rowsOf } = await openCopy();
  const [full, roomy] = (await rowsOf('organization')).filter(({ membersCount }) => membersCount > 2);
  if (full === undefined || roomy === undefined)
    throw new Error('the world has two organizations with members');
  const limited = [full, roomy].map(({ id, seatsUsed }, more) => ({
    entity: 'organization',
    recordId: id,
    action: { verb: 'update', field: 'maxAllowedMemberships', value: seatsUsed + 2 * more },
  }));
  expect(valueIn(await engine.call('stage', { drafts: limited } as never)).rejected).toEqual([]);
  const invited = ({ slug }: { slug: string }, count: number) =>
    Array.from({ length: count }, (_, at) => `${slug},p${at}@import.example,org:member`);
  const head = 'organization,email,role';
  const crowded = await look('invitation', [head, ...invited(full, 1), ...invited(roomy, 3)].join('\n'));
  expect(crowded.summary).toMatchObject({ new: 2, refused: 2 });
  expect(told(crowded.rows).filter((text) => text.startsWith('refused'))).toEqual([
    expect.stringContaining(`${full.name} has ${full.seatsUsed} seats`),
    expect.stringContaining(`${roomy.name} has`),
  ]);

  const admins = await rowsOf('membership', [
    { field: 'organizationId', op: 'eq', value: roomy.id },
    { field: 'role', op: 'eq', value: 'org:admin' },
  ]);
  const gone = await look('membership', ['id,delete', ...admins.map(({ id }) => `${id},yes`)].join('\n'));
  expect(gone.summary).toMatchObject({ removed: admins.length - 1, refused: 1 });
  expect(told(gone.rows)).toContainEqual(expect.stringContaining('would be left without an admin'));

  // A line goes as a whole or not at all: its name is not changed by itself.
  const { rows, changes } = await look('organization', `id,name,slug\n${roomy.id},Other,${full.slug}\n`);
  expect(told(rows)).toEqual([expect.stringMatching(/^refused: .*slug/i)]);
  expect({ changes, diff: rows[0]?.diff }).toEqual({ changes: 0, diff: [] });

  // The last admin may go only where the next one comes; the line that makes one does not go.
  const [next] = await rowsOf('membership', [
    { field: 'organizationId', op: 'eq', value: roomy.id },
    { field: 'role', op: 'eq', value: 'org:member' },
  ]);
  const swap = (note: string) =>
    [
      'id,role,publicMetadata.note',
      `${next?.id},org:admin,${note}`,
      ...admins.map(({ id }) => `${id},org:member,`),
    ].join('\n');
  expect((await look('membership', swap('short'))).summary).toMatchObject({
    changed: admins.length + 1,
    refused: 0,
  });
  const cascade = await look('membership', swap('x'.repeat(9_000)));
  expect(cascade.summary).toMatchObject({ changed: admins.length - 1, refused: 2 });
});

it('what was seen is staged as one undo group, and only that', async () => {
  const { engine, open, look, rowsOf } = await openCopy();
  const people = (await rowsOf('user'))
    .filter(({ directoryId = '', email }) => directoryId === '' && email !== '')
    .slice(0, 3);
  const csv = [
    'email,banned,publicMetadata.left,lastSignInAt',
    ...people.map(({ email }) => `${email},yes,2026,`),
    'typo@nowhere.example,yes,2026,',
  ].join('\n');
  const { preview, rows, changes } = await look('user', csv);
  expect(told(rows)).toEqual([
    ...people.map(() => 'changed'),
    expect.stringMatching(/^refused: The copy has no person/),
  ]);
  expect(changes).toBe(6);

  const other = valueIn(await open(`${csv}\n`));
  expect(await engine.call('stageImport', { preview, file: other.file })).toMatchObject({
    error: { code: 'stale-plan' },
  });
  const [first] = people;
  valueIn(
    await engine.call('stage', {
      drafts: [
        { entity: 'user', recordId: first?.id, action: { verb: 'update', field: 'banned', value: true } },
      ],
    } as never),
  );
  expect(await engine.call('stageImport', { preview })).toMatchObject({
    error: { code: 'stale-plan', message: expect.stringContaining('copy has changed') },
  });
  expect(valueIn(await engine.call('intents', { states: [...openStates] }))).toHaveLength(1);

  const again = await look('user', csv);
  expect(valueIn(await engine.call('stageImport', { preview: again.preview }))).toMatchObject({
    staged: 5,
    left: 0,
    why: '',
  });
  const open1 = valueIn(await engine.call('intents', { states: [...openStates] }));
  expect(
    open1
      .filter(({ action }) => action.verb === 'update' && action.field === 'publicMetadata.left')
      .map(({ action }) => 'value' in action && action.value),
  ).toEqual([2026, 2026, 2026]);
  expect((await look('user', csv)).summary).toMatchObject({ same: 3, refused: 1 });
  expect(valueIn(await engine.call('undo', {}))).toMatchObject({ count: 5 });
  expect(valueIn(await engine.call('intents', { states: [...openStates] }))).toHaveLength(1);
});

it('what cannot be set is told or refused, what is empty stays, and refused lines leave as they came', async () => {
  const { engine, look, rowsOf } = await openCopy();
  const [invitation] = await rowsOf('invitation', [{ field: 'status', op: 'eq', value: 'pending' }]);
  const [person, other] = (await rowsOf('user')).filter(
    ({ firstName, directoryId = '' }) => firstName !== '' && directoryId === '',
  );
  if (invitation === undefined || person === undefined || other === undefined)
    throw new Error('the world has both');
  const asked = await look(
    'invitation',
    `id,role,expiresAt\n${invitation.id},${invitation.role === 'org:admin' ? 'org:member' : 'org:admin'},\n`,
  );
  expect(told(asked.rows)).toEqual([
    'refused: Role of an invitation cannot be changed: revoke this one, and invite another one.',
  ]);
  const shown = await look('invitation', `id,expiresAt\n${invitation.id},2031-01-01\n`);
  expect(shown.rows).toMatchObject([
    { outcome: 'same', notes: ['Expires is other here, and cannot be set.'] },
  ]);

  // What a formula did not come to is not empty: nothing is cleared by it, where its column is meant.
  const broken = '<c t="e"><f>B9</f><v>#REF!</v></c>';
  const sheet = {
    rows: { 1: ['id', 'firstName', 'aside'], 2: [person.id, broken, ''], 3: [other.id, 'New', broken] },
  };
  const formulas = await look('user', workbook({ People: sheet }), { emptyClears: true });
  expect(told(formulas.rows)).toEqual([
    'refused: “firstName” is a formula that ended with #REF!.',
    'changed',
  ]);

  const csv = `id,firstName,username\n${person.id},,\n`;
  expect(told((await look('user', csv)).rows)).toEqual(['same']);
  const cleared = await look('user', csv, { emptyClears: true });
  expect(cleared.rows[0]?.diff).toContainEqual({ field: 'firstName', from: person.firstName, to: '' });

  const { preview } = await look('user', 'Name,email,note\n=HYPERLINK,user_x@nowhere.example,"a, ""b"""\n', {
    onlyExisting: true,
  });
  const { text } = valueIn(await engine.call('refusedLines', { preview }));
  expect(text.split('\r\n').slice(0, 2)).toEqual([
    'Name,email,note,line,why',
    expect.stringMatching(
      /^'=HYPERLINK,user_x@nowhere.example,"a, ""b""",2,"The copy has no person called user_x@nowhere.example to change/,
    ),
  ]);
});

it('a role that the organization’s set does not hold is refused; a preview that nobody waits for ends', async () => {
  const { engine, open, look, rowsOf } = await openCopy();
  const roles = (await rowsOf('role')).map(({ key }) => key);
  const [narrow] = (await rowsOf('roleSet')).flatMap(({ key, roleKeys }) => {
    const other = roles.find((role) => !roleKeys.includes(role));
    return other === undefined ? [] : [{ key, other }];
  });
  const [member] = await rowsOf('membership', [{ field: 'role', op: 'eq', value: 'org:member' }]);
  const [place] = await rowsOf('organization', [{ field: 'id', op: 'eq', value: member?.organizationId }]);
  if (narrow === undefined || member === undefined || place === undefined)
    throw new Error('the world has a role set that does not offer every role, and members');
  const { other } = narrow;
  const action = { verb: 'update', field: 'roleSetKey', value: narrow.key };
  const drafts = [{ entity: 'organization', recordId: place.id, action }];
  expect(valueIn(await engine.call('stage', { drafts } as never)).rejected).toEqual([]);
  const { rows } = await look('membership', `id,role\n${member.id},${other}\n`);
  expect(told(rows)).toEqual([
    expect.stringMatching(
      new RegExp(`^refused: ${place.name} chooses among .*: ${other} is not in its role set`),
    ),
  ]);
  // The same at every door.
  const given = { organizationId: place.id, role: other };
  const doors = [
    { entity: 'membership', recordId: member.id, action: { verb: 'update', field: 'role', value: other } },
    { entity: 'invitation', action: { verb: 'create', values: { ...given, email: 'new@acme.example' } } },
    { entity: 'membership', action: { verb: 'create', values: { ...given, userId: member.userId } } },
  ];
  for (const door of doors)
    expect(valueIn(await engine.call('stage', { drafts: [door] } as never))).toMatchObject({
      staged: [],
      rejected: [{ failure: { message: expect.stringContaining('is not in its role set') } }],
    });

  const { file } = valueIn(
    await open(['email', ...Array.from({ length: 9_000 }, (_, at) => `p${at}@import.example`)].join('\n')),
  );
  const looking = engine.call('previewImport', { file, entity: 'user' });
  valueIn(await engine.call('closeImport', { file }));
  expect(await looking).toMatchObject({
    error: { code: 'not-found', message: expect.stringContaining('was ended') },
  });
  expect(await engine.call('previewImport', { file, entity: 'user' })).toMatchObject({
    error: { code: 'not-found' },
  });
});

it('lines without a head are counted from the first; more changes than can be staged at once stage none', async () => {
  const { engine } = await openCopy();
  const bytes = new Uint8Array(
    Buffer.from(Array.from({ length: 20_001 }, (_, at) => `p${at}@import.example`).join('\n')),
  );
  const { file } = valueIn(await engine.call('openImport', { bytes, head: ['email'] }));
  const { preview, changes } = valueIn(await engine.call('previewImport', { file, entity: 'user' }));
  const { rows } = valueIn(await engine.call('importRows', { preview, limit: 1 }));
  expect({ changes, rows }).toMatchObject({
    changes: 20_001,
    rows: [{ line: 1, name: 'p0@import.example', outcome: 'new' }],
  });
  expect(await engine.call('stageImport', { preview })).toMatchObject({
    error: { code: 'invalid-input', message: expect.stringContaining('at most 20,000') },
  });
  expect(valueIn(await engine.call('intents', { states: [...openStates] }))).toEqual([]);
});
