import { join } from 'node:path';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { diskFailure } from '../disk-failure';
import { readIfThere } from '../if-there';
import { writeFileAtomic } from '../write-file-atomic';

const Copied = z.object({ asOf: z.number().int().positive() });

const fileOf = (directory: string): string => join(directory, 'copied.json');

/** Keeps beside the database when its copy was complete last (ms since 1970), for who cannot open it. Nothing else of it is told. */
export function keepCopiedAt(directory: string, asOf: number): Promise<void> {
  return writeFileAtomic(fileOf(directory), `${JSON.stringify({ asOf })}\n`);
}

/** When the copy in a folder was complete last, ms since 1970; 0 where nothing was kept. What cannot be read is a failure: nobody knows when. */
export async function readCopiedAt(directory: string): Promise<Result<number>> {
  const file = fileOf(directory);
  try {
    const text = await readIfThere(file);
    return text === null ? success(0) : success(Copied.parse(JSON.parse(text)).asOf);
  } catch (error) {
    const isDamaged = error instanceof SyntaxError || error instanceof z.ZodError;
    return isDamaged ? damaged(file) : diskFailure(error, t('Reading {file}', { file }));
  }
}

function damaged(file: string): Result<never> {
  return failure(
    'disk-error',
    t('{file} does not say when this copy was complete. The copy was not touched.', { file }),
    t('Copy the pool again: that writes it anew.'),
  );
}
