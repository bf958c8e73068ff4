import { dropKind } from '@renderer/screens/drop/drop-kind';
import { type DropScene, leadDrop } from '@renderer/screens/drop/lead-drop';
import { describe, expect, test } from 'vitest';

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe('what a dropped file is', () => {
  test.each([
    ['image', file('logo.txt', png)],
    ['table', file('PEOPLE.CSV', 'Email\n')],
    ['table', file('people.xlsx', 'PK')],
    ['change-set', file('a.json', '{"manifest":{"format":"tenantry-change-set/1"}}')],
    ['books', file('b.tenantry.json', '{"manifest":{"format":"tenantry-books/2"}}')],
    ['review', file('r.json', '{"campaign":{"format":"tenantry-review/1"}}')],
    ['view', file('v.view.json', '{"format":"tenantry-view/1"}')],
    ['unknown', file('v.json', '{"format":"somebody-else/1"}')],
    ['unknown', file('cut.json', '{"manifest":')],
    ['unknown', file('logo.png', '<svg/>')],
    ['unknown', file('notes.pdf', '%PDF')],
  ] as const)('%s: %o', async (kind, dropped) => {
    expect(await dropKind(dropped)).toBe(kind);
  });

  test('a folder, which no program can read as a file, is unknown', async () => {
    const folder = file('people.json', '{}');
    folder.slice = () => {
      throw new DOMException('A folder.', 'NotFoundError');
    };
    expect(await dropKind(folder)).toBe('unknown');
  });
});

describe('where it leads', () => {
  const scene: DropScene = {
    ...{ scenario: 'b2b', screen: 'overview', id: null, readOnly: null },
    ...{ images: [], tables: false, views: false },
  };
  const lead = (kind: Parameters<typeof leadDrop>[0], over: Partial<DropScene> = {}, text = '') =>
    leadDrop(kind, 'the.file', { ...scene, ...over }, text);

  test('an image: to the one field in sight, to the branding of the open organization, else a word about where', () => {
    expect(lead('image', { images: ['Picture'] })).toEqual({ kind: 'here', target: 'image' });
    expect(lead('image', { images: ['Logo', 'Favicon'] })).toMatchObject({
      text: expect.stringContaining('Logo or Favicon'),
    });
    for (const screen of ['organizations', 'organization'] as const)
      expect(lead('image', { screen, id: 'org_1' })).toEqual({
        ...{ kind: 'there', target: 'image' },
        place: { screen: 'organization', id: 'org_1', params: { tab: 'branding' } },
      });
    expect(lead('image')).toMatchObject({ text: expect.stringContaining('Open an organization') });
    expect(lead('image', { scenario: 'platforms' })).toMatchObject({
      text: expect.stringContaining('application'),
    });
  });

  test('a table: to that of the screen, else to people, and nowhere where there are none', () => {
    expect(lead('table', { tables: true })).toEqual({ kind: 'here', target: 'table' });
    expect(lead('table')).toEqual({ kind: 'dialog', dialog: 'people' });
    expect(lead('table', { scenario: 'platforms' })).toMatchObject({ kind: 'note' });
  });

  test('a view: to its own table, where this kind of workspace has it', () => {
    const people = '{"screen":"people"}';
    expect(lead('view', { screen: 'people', views: true }, people)).toEqual({ kind: 'here', target: 'view' });
    expect(lead('view', { screen: 'memberships', views: true }, people)).toMatchObject({
      ...{ kind: 'there', target: 'view' },
      place: { screen: 'people' },
    });
    expect(lead('view', {}, '{"screen":"applications"}')).toMatchObject({ kind: 'note' });
    expect(lead('view', {}, '{"screen":"nowhere"}')).toMatchObject({ kind: 'note' });
  });

  test('signed files to the dialogs that verify them; a snapshot takes views alone, and says so', () => {
    for (const kind of ['change-set', 'review', 'books'] as const) {
      expect(lead(kind)).toEqual({ kind: 'dialog', dialog: kind });
      expect(lead(kind, { readOnly: 'This is a snapshot: it is read only.' })).toMatchObject({
        text: 'This is a snapshot: it is read only. the.file was not taken.',
      });
    }
    expect(lead('view', { readOnly: 'No.', screen: 'people', views: true }, '{"screen":"people"}').kind).toBe(
      'here',
    );
  });

  test('anything else is named, with what can be dropped', () => {
    expect(lead('unknown')).toMatchObject({
      text: expect.stringMatching(/^the\.file cannot be used here\. What can be dropped: an image, a table/),
    });
  });
});
