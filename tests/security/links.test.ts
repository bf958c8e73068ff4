import { createLinkInbox, linkAmong, withoutLinks } from '@main/shell/links/link-inbox';
import { formatLink, linkParams, Place, parseLink } from '@shared/contract/place-link';
import { ScreenName } from '@shared/contract/screens';
import { models } from '@shared/domain/models/models';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const base = 'tenantry://workspace/northwind-1';

/** The contract's own words for a place, out of any characters that it allows. */
const places = fc
  .record({
    workspaceId: fc.stringMatching(/^[a-z0-9-]{1,64}$/),
    screen: fc.constantFrom(...ScreenName.options),
    id: fc.option(fc.stringMatching(/^[\w.:@+~|=-]{1,60}$/)),
    params: fc.dictionary(fc.constantFrom(...linkParams), fc.string({ minLength: 1, unit: 'grapheme' }), {
      maxKeys: 4,
    }),
  })
  .map((wanted) => Place.safeParse(wanted))
  .filter((parsed) => parsed.success)
  .map(({ data }) => data);

/** Pieces that hostile links are made of, and noise between them. */
const pieces = fc.oneof(
  fc.constantFrom('tenantry:', '//', 'workspace', '/', '?', '#', '&', '=', '%2e%2e', '..', '%00', '%', '\\'),
  fc.constantFrom('javascript:', 'file:///', '--inspect', '<script>', 'delete', 'reconcile', '\u202e', '\n'),
  fc.constantFrom('northwind-1', ...ScreenName.options, ...linkParams),
  fc.string({ unit: 'binary' }),
);
const hostile = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));

describe('a link', () => {
  it.each([
    [base, { screen: 'overview', id: null, params: {} }],
    [`${base}/people/user_1`, { screen: 'people', id: 'user_1', params: {} }],
    ['TENANTRY://workspace/northwind-1/people/', { screen: 'people', id: null }],
    [
      `${base}/memberships?where=role%3Dorg%3Aadmin&text=a%20b`,
      { params: { where: 'role=org:admin', text: 'a b' } },
    ],
  ])('%s leads to a place', (link, place) => {
    expect(parseLink(link)).toMatchObject({ ok: true, value: { workspaceId: 'northwind-1', ...place } });
  });

  it.each([
    'tenantry:?',
    'tenantry://reconcile',
    'tenantry://open/northwind-1/people',
    'tenantry://workspace/../../etc/passwd',
    'tenantry://workspace/Northwind 1/people',
    `${base}/people/user_1/delete`,
    `${base}/apply`,
    `${base}/__proto__`,
    `${base}/people/%2e%2e%2fetc%2fpasswd`,
    `${base}/people/%E0%A4%A`,
    `${base}/people/user_1%00`,
    `${base}/people#/settings`,
    `${base}/findings?make=1`,
    `${base}/people?__proto__=1`,
    `${base}/people?text=a&text=b`,
    `${base}/people?text=a%0Ab`,
    `${base}/people?text=%E2%80%AEgnp.exe`,
    `tenantry://admin@workspace/northwind-1`,
    'tenantry://workspace:80/northwind-1',
    'javascript:tenantry://workspace/northwind-1',
  ])('%s is refused, with what to do', (link) => {
    const read = parseLink(link);
    expect(read).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    if (!read.ok) expect(read.error.message).not.toContain(link);
  });

  it('longer than any place is refused', () => {
    expect(parseLink(`${base}/people?text=${'x'.repeat(480)}`).ok).toBe(true);
    expect(parseLink(`${base}/people?text=${'x'.repeat(501)}`).ok).toBe(false);
    expect(parseLink(`${base}/people?${'text=a&'.repeat(1_000)}`).ok).toBe(false);
  });

  it('is written and read back as the same place', () => {
    fc.assert(
      fc.property(places, (place) => {
        const link = formatLink(place);
        fc.pre(link.ok);
        if (link.ok) expect(parseLink(link.value)).toEqual({ ok: true, value: place });
      }),
      { numRuns: 500 },
    );
  });

  it('made of anything is refused, or leads to a place of the contract and nothing else', () => {
    fc.assert(
      fc.property(hostile, (link) => {
        const read = parseLink(link);
        if (read.ok) expect(Place.parse(read.value)).toEqual(read.value);
        else expect(read.error.code).toBe('invalid-input');
      }),
      { numRuns: 10_000 },
    );
  });

  it('can say where every kind of record is at home', () => {
    for (const { home } of Object.values(models)) {
      expect(ScreenName.options).toContain(home.screen);
      if ('param' in home) expect(linkParams).toContain(home.param);
    }
  });
});

describe('the arguments of a start', () => {
  it('are not looked at but for one link', () => {
    const args = ['tenantry', '--inspect', 'file:///etc/passwd', '--user-data-dir=/tmp/x'];
    expect(linkAmong(args)).toBeUndefined();
    expect(linkAmong([...args, `${base}/people`, `${base}/roles`])).toBe(`${base}/people`);
  });

  it('are those of a restart without it: it was followed already', () => {
    expect(withoutLinks(['.', `${base}/people`, '--no-sandbox'])).toEqual(['.', '--no-sandbox']);
  });

  it('give their link to one window, once', () => {
    const inbox = createLinkInbox();
    expect(inbox.take()).toEqual({ ok: true, value: null });
    inbox.put('tenantry://nowhere');
    inbox.put(`${base}/people`);
    expect(inbox.take()).toMatchObject({ ok: true, value: { screen: 'people' } });
    expect(inbox.take()).toEqual({ ok: true, value: null });
    inbox.put('tenantry://nowhere');
    expect(inbox.take()).toMatchObject({ ok: false });
  });
});
