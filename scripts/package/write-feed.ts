import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { feedName, largestBytes } from '@main/updates/feed/feed';
import { stringify } from 'yaml';

interface Published {
  readonly version: string;
  readonly files: readonly string[];
  /** What is new, in words. */
  readonly notes?: string;
  /** Per cent of machines that it is for; all without it. */
  readonly staging?: number;
  readonly at: Date;
}

/**
 * Writes the feed of some packages of a version beside them, `latest-linux.yml`, as electron-builder does for what it makes itself
 * (the deb is ours); its path. It is to be signed then.
 */
export async function writeFeed(folder: string, published: Published): Promise<string> {
  const { version, notes, staging, at } = published;
  const files = await Promise.all(
    published.files.map(async (path) => {
      const bytes = await readFile(path);
      if (bytes.length > largestBytes) throw new Error(`${path} is larger than the app would take`);
      const sha512 = createHash('sha512').update(bytes).digest('base64');
      return { url: basename(path), sha512, size: bytes.length };
    }),
  );
  const feed = {
    version,
    files,
    releaseDate: at.toISOString(),
    ...(notes !== undefined && { releaseNotes: notes }),
    ...(staging !== undefined && { stagingPercentage: staging }),
  };
  const file = join(folder, feedName(process));
  await writeFile(file, stringify(feed));
  return file;
}
