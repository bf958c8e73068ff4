import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '../write-file-atomic';

const Copied = z.object({ asOf: z.number().int().positive() });

const fileOf = (directory: string): string => join(directory, 'copied.json');

/** Keeps beside the database when its copy was complete last (ms since 1970), for who cannot open it. Nothing else of it is told. */
export function keepCopiedAt(directory: string, asOf: number): Promise<void> {
  return writeFileAtomic(fileOf(directory), `${JSON.stringify({ asOf })}\n`);
}

/** When the copy in a folder was complete last, ms since 1970; 0 where nothing tells. */
export async function readCopiedAt(directory: string): Promise<number> {
  const text = await readFile(fileOf(directory), 'utf8').catch(() => '{}');
  try {
    return Copied.safeParse(JSON.parse(text)).data?.asOf ?? 0;
  } catch {
    return 0;
  }
}
