import { readFileSync } from 'node:fs';
import { type Failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import { diskFailure, errnoOf, isAbsence } from '../workspace/disk-failure';
import { writeFileAtomic } from '../workspace/write-file-atomic';

/** A setting of the profile as it counts. */
export interface FoundSetting<T> {
  readonly value: T;
  /** Why what was chosen could not be read; then the standard counts. Null where it was, and where nothing was chosen. */
  readonly unread: Failure | null;
}

/** What a file of the profile says; `standard` where there is none, it is not ours, or the disk does not give it. */
export function readSetting<T>(file: string, schema: z.ZodType<T>, standard: T): FoundSetting<T> {
  try {
    return { value: schema.parse(JSON.parse(readFileSync(file, 'utf8'))), unread: null };
  } catch (error) {
    if (isAbsence(error) || errnoOf(error) === null) return { value: standard, unread: null };
    const failed = diskFailure(error, t('Reading {file}', { file }));
    return { value: standard, unread: failed.ok ? null : failed.error };
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
