import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder. */
export async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Files below a folder that hold one of the texts to be read, as UTF-8 or UTF-16, and which: `FILE: TEXT`. */
export async function filesHolding(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const hits: string[] = [];
  for (const file of await filesOf(folder)) {
    const bytes = await readFile(file);
    const held = texts.filter((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')));
    hits.push(...held.map((text) => `${file}: ${text}`));
  }
  return hits;
}
