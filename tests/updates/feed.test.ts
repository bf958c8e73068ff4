import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareVersions, type Feed, feedName } from '@main/updates/feed/feed';
import { isAmongFirst, judgeFeed, seenOf } from '@main/updates/feed/judge-feed';
import { signatureName } from '@main/updates/feed/signed-text';
import { type FetchedFeed, publicKeyOf, verifyFeed } from '@main/updates/feed/verify-feed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicText, signFeed } from '../../scripts/package/sign-feed';
import { writeFeed } from '../../scripts/package/write-feed';

const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;
const trusted = (...keys: readonly KeyObject[]): KeyObject[] =>
  keys.flatMap((key) => publicKeyOf(publicText(key)) ?? []);

/** A version as it is published, signed by a key. */
async function published(key: KeyObject, version = '0.2.0'): Promise<FetchedFeed> {
  const folder = await mkdtemp(join(tmpdir(), 'feed-'));
  const file = join(folder, `Tenantry-${version}.AppImage`);
  await writeFile(file, 'the new version');
  const feed = await writeFeed(folder, {
    version,
    files: [file],
    notes: 'Faster.',
    at: new Date('2026-11-01T00:00:00Z'),
  });
  await signFeed(feed, [key]);
  const [bytes, signatures] = await Promise.all([readFile(feed), readFile(signatureName(feed), 'latin1')]);
  return { name: feedName(process), bytes, signatures };
}

describe('the signature of a feed', () => {
  it('is good for what was signed, by any of the keys that a build trusts', async () => {
    const [old, next] = [newKey(), newKey()];
    const feed = await published(next);
    expect(verifyFeed(feed, trusted(old, next))).toMatchObject({
      ok: true,
      value: { version: '0.2.0', releaseNotes: 'Faster.', stagingPercentage: 100, files: [{ size: 15 }] },
    });
  });

  it('is no good for another byte anywhere, another system, another key, none, or a part', async () => {
    const key = newKey();
    const feed = await published(key);
    const refused = (changed: Partial<FetchedFeed>, keys = trusted(key)) =>
      expect(verifyFeed({ ...feed, ...changed }, keys)).toMatchObject({
        ok: false,
        error: { code: 'update-refused' },
      });
    fc.assert(
      fc.property(fc.nat(feed.bytes.length - 1), fc.nat(7), (at, bit) => {
        const bytes = Buffer.from(feed.bytes);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        refused({ bytes });
      }),
      { numRuns: 200 },
    );
    refused({ name: 'latest-mac.yml' });
    refused({}, trusted(newKey()));
    refused({}, []);
    refused({ signatures: '' });
    refused({ signatures: (await published(key, '0.3.0')).signatures });
    refused({ bytes: feed.bytes.subarray(0, -1) });
  });

  it('does not save a feed that says no version', async () => {
    const key = newKey();
    const folder = await mkdtemp(join(tmpdir(), 'feed-'));
    for (const text of ['', 'version: 1', 'version: 0.2.0\nfiles: []\nreleaseDate: 2026', '\u0000']) {
      const file = join(folder, 'latest-linux.yml');
      await writeFile(file, text);
      await expect(signFeed(file, [key])).rejects.toThrow('says no version');
    }
    const outside =
      'version: 0.2.0\nreleaseDate: "2026-11-01T00:00:00Z"\nfiles:\n  - url: ../../x.AppImage\n';
    await writeFile(join(folder, 'latest-linux.yml'), outside);
    await expect(signFeed(join(folder, 'latest-linux.yml'), [key])).rejects.toThrow('files.0.url');
  });

  it('needs a key of its own kind', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey;
    expect([publicKeyOf(publicText(rsa)), publicKeyOf('AAAA'), publicKeyOf('')]).toEqual([null, null, null]);
  });
});

const feedOf = (version: string, more: Partial<Feed> = {}): Feed => ({
  version,
  files: ['.AppImage', '.deb'].map((end) => ({
    url: `t-${version}${end}`,
    sha512: `${'A'.repeat(86)}==`,
    size: 5,
  })),
  releaseDate: '2026-11-01T00:00:00Z',
  releaseNotes: '',
  stagingPercentage: 100,
  ...more,
});
const here = { version: '0.2.0', machine: 'm', seen: null, takenBack: null, ending: '.deb' } as const;

describe('a feed that is believed', () => {
  it('is newer, current, or told only where nothing can be put in place', () => {
    expect(judgeFeed(feedOf('0.10.0'), here)).toMatchObject({
      ok: true,
      value: { kind: 'newer', file: { url: 't-0.10.0.deb' } },
    });
    expect(judgeFeed(feedOf('0.2.0'), here)).toMatchObject({ ok: true, value: { kind: 'current' } });
    const told = { ...here, ending: null };
    expect(judgeFeed(feedOf('0.3.0'), told)).toMatchObject({ ok: true, value: { file: null } });
  });

  it('is refused where it is older than what runs, or than what was seen once: nothing is downgraded or replayed', () => {
    const older = { ok: false, error: { code: 'update-refused' } };
    expect(judgeFeed(feedOf('0.1.9'), here)).toMatchObject(older);
    const seen = { ...here, seen: seenOf(feedOf('0.4.0')) };
    expect(judgeFeed(feedOf('0.3.0'), seen)).toMatchObject(older);
    expect(judgeFeed(feedOf('0.2.0'), seen)).toMatchObject(older);
    expect(judgeFeed(feedOf('0.4.0'), seen)).toMatchObject({ ok: true, value: { kind: 'newer' } });
  });

  it('is refused where a version was made twice; how many it is for may change', () => {
    const seen = { ...here, seen: seenOf(feedOf('0.4.0')) };
    const other = feedOf('0.4.0', { files: [{ ...feedOf('0.4.0').files[0], size: 6 } as Feed['files'][0]] });
    expect(judgeFeed(other, seen)).toMatchObject({ ok: false });
    expect(judgeFeed(feedOf('0.4.0', { stagingPercentage: 0 }), seen)).toMatchObject({
      ok: true,
      value: { kind: 'later' },
    });
  });

  it('is not offered again where it was taken back, and a newer one is', () => {
    const back = { ...here, takenBack: '0.3.0' };
    expect(judgeFeed(feedOf('0.3.0'), back)).toMatchObject({ ok: true, value: { kind: 'takenBack' } });
    expect(judgeFeed(feedOf('0.3.1'), back)).toMatchObject({ ok: true, value: { kind: 'newer' } });
  });
});

it('reaches its part of the machines, the same while that part grows, and others first for another version', () => {
  const machines = Array.from({ length: 2_000 }, (_, index) => `machine ${index}`);
  const among = (version: string, percent: number) =>
    new Set(machines.filter((machine) => isAmongFirst(machine, version, percent)));
  const [ten, half] = [among('0.3.0', 10), among('0.3.0', 50)];
  expect(ten.size).toBeGreaterThan(140);
  expect(ten.size).toBeLessThan(260);
  expect([...ten].every((machine) => half.has(machine))).toBe(true);
  expect([...among('0.4.0', 10)].filter((machine) => ten.has(machine)).length).toBeLessThan(60);
  expect([among('0.3.0', 0).size, among('0.3.0', 100).size]).toEqual([0, 2_000]);
});

it('compares versions by their numbers', () => {
  expect(['1.0.0', '0.10.0', '0.9.9', '0.9.10'].sort(compareVersions)).toEqual([
    '0.9.9',
    '0.9.10',
    '0.10.0',
    '1.0.0',
  ]);
});
