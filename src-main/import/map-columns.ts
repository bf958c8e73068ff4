import { failure, type Result, success } from '@shared/contract/failure';
import type { ImportOptions } from '@shared/contract/import';
import { guessColumns } from '@shared/domain/import/guess-columns';
import { type ImportField, importField, importFields } from '@shared/domain/import/import-fields';
import { t } from '@shared/language/t';

interface Mapped {
  /** A field for each column; null for one that is left out. */
  readonly fields: readonly (ImportField | null)[];
  /** The same value in each line. */
  readonly always: readonly (readonly [field: ImportField, text: string])[];
  readonly told: { name: string; path: string | null }[];
}

/** Which field each column is about: as was said, else as it looks. A field that is said twice, or that there is none of, is an error. */
export function mapColumns(
  columns: readonly string[],
  { entity, columns: said, always }: Pick<ImportOptions, 'entity' | 'columns' | 'always'>,
): Result<Mapped> {
  const unknown = Object.keys(said).find((name) => !columns.includes(name));
  if (unknown !== undefined)
    return wrong(
      t('The file has no column “{unknown}”.', { unknown }),
      t('Its columns are {columns}.', { columns: columns.join(', ') }),
    );
  const chosen = new Set([...Object.values(said), ...Object.keys(always)]);
  const guessed = guessColumns(entity, columns);
  const told = columns.map((name) => {
    const path = Object.hasOwn(said, name) ? (said[name] ?? null) : (guessed.get(name) ?? null);
    // What was said goes before what another column looks like.
    return { name, path: path !== null && !Object.hasOwn(said, name) && chosen.has(path) ? null : path };
  });
  const paths = [...told.flatMap(({ path }) => path ?? []), ...Object.keys(always)];
  const odd = paths.find((path) => importField(entity, path) === undefined);
  if (odd !== undefined)
    return wrong(
      t('{odd} is no field of {entity}.', { odd, entity }),
      t('Its fields are {fields}.', {
        fields: importFields(entity)
          .map(({ path }) => path)
          .join(', '),
      }),
    );
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined)
    return wrong(t('Two columns are said to be {twice}.', { twice }), t('Leave one of them out.'));
  if (told.every(({ path }) => path === null))
    return wrong(
      t('None of the columns looks like a field of {entity}.', { entity }),
      t('Say which is which.'),
    );
  return success({
    fields: told.map(({ path }) => (path === null ? null : (importField(entity, path) ?? null))),
    always: Object.entries(always).flatMap(([path, text]) => {
      const field = importField(entity, path);
      return field === undefined ? [] : [[field, text] as const];
    }),
    told,
  });
}

const wrong = (message: string, next: string): Result<never> =>
  failure('invalid-input', t('{message} Nothing was changed.', { message }), next);
