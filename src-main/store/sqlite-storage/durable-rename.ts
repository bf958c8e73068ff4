import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } catch {
    // Folders cannot be flushed everywhere (Windows).
  } finally {
    await file.close();
  }
}

/** Puts a finished file in place of another, so that a power cut leaves the one or the other whole. */
export async function durableRename(from: string, to: string): Promise<void> {
  const file = await open(from, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(from, to);
  await flush(dirname(to));
}
