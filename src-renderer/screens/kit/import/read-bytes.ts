import { failure, type Result, success } from '@shared/contract/failure';
import { mostImportBytes } from '@shared/domain/import/import-limits';
import { t } from '@shared/language/t';

/** The bytes of a file that was chosen. One that was written since cannot be read any more: it is another file. */
export async function readBytes(
  file: Blob & { readonly name?: string },
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const name = file.name ?? t('The text');
  if (file.size > mostImportBytes)
    return failure(
      'invalid-input',
      t('{name} has {size, number} MB, and at most {most, number} MB are taken. Nothing was read.', {
        name,
        size: Math.ceil(file.size / 1_000_000),
        most: mostImportBytes / 1_000_000,
      }),
      t('Split it.'),
    );
  try {
    return success(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return failure(
      'stale-plan',
      t('{name} was changed, moved or removed since it was chosen. Nothing was staged.', { name }),
      t('Choose it again.'),
    );
  }
}
