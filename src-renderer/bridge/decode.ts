import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import type { z } from 'zod';

/** Decodes what came in over the bridge; garbage becomes a failure that names the source, never an exception. */
export function decode<T>(schema: z.ZodType<T>, value: unknown, source: string): Result<T> {
  const decoded = schema.safeParse(value);
  if (decoded.success) return success(decoded.data);
  return failure(
    'malformed-answer',
    t(
      'The answer to "{source}" is not of the agreed shape, so it is not shown. Nothing was changed by reading it.',
      { source },
    ),
    t('Restart Tenantry: its window and its engine are of different versions.'),
  );
}
