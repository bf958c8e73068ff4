import { readFileSync } from 'node:fs';
import { type Result, success } from '@shared/contract/failure';
import type { z } from 'zod';
import { diskFailure } from '../workspace/disk-failure';
import { writeFileAtomic } from '../workspace/write-file-atomic';

/** What a file of the profile says; `standard` where there is none, or it is not ours to read. */
export function readSetting<T, S>(file: string, schema: z.ZodType<T>, standard: S): T | S {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return standard;
  }
}

/** Keeps a setting. Expected failures: those of the disk. @param what names the attempt: `Keeping the language` */
export async function keepSetting(file: string, setting: object, what: string): Promise<Result<null>> {
  try {
    await writeFileAtomic(file, JSON.stringify(setting));
    return success(null);
  } catch (error) {
    return diskFailure(error, what);
  }
}
