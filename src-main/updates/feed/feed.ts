import { z } from 'zod';

/** What a version may weigh: more is no Tenantry. */
export const largestBytes = 600_000_000;

/** Three numbers: versions of other forms are not published. */
export const Version = z.string().regex(/^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/);

/** A file of a version, as `electron-builder` writes it: a bare name beside the feed, SHA-512 in base64, bytes. */
export const FeedFile = z.object({
  url: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,149}$/),
  sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  size: z.number().int().positive().max(largestBytes),
});
export type FeedFile = z.infer<typeof FeedFile>;

/** A feed of electron-updater's generic server (`latest-linux.yml`), narrowed to what is believed of it once its signature was. */
export const Feed = z.object({
  version: Version,
  files: z.array(FeedFile).min(1).max(20),
  /** ISO 8601. */
  releaseDate: z.iso.datetime(),
  /** What is new, in words. */
  releaseNotes: z.string().max(20_000).default(''),
  /** Per cent of machines that it is for so far; all without it. */
  stagingPercentage: z.number().min(0).max(100).default(100),
});
export type Feed = z.infer<typeof Feed>;

/** Below 0 where `a` is older than `b`, 0 where they are one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const at = [0, 1, 2].find((part) => left?.[part] !== right?.[part]);
  return at === undefined ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0);
}

/** What electron-builder calls the feed of a machine: `latest-linux.yml`, `latest-linux-arm64.yml`, `latest-mac.yml`, `latest.yml`. */
export function feedName({ platform, arch }: Pick<NodeJS.Process, 'platform' | 'arch'>): string {
  if (platform === 'darwin') return 'latest-mac.yml';
  if (platform === 'win32') return 'latest.yml';
  return `latest-linux${arch === 'x64' ? '' : `-${arch}`}.yml`;
}
