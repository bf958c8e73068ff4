import type { Failure } from '@shared/contract/failure';
import type { CollectionProgress } from '@shared/contract/status';
import { t } from '@shared/language/t';

/** Why the last sweep brought no people, or not all of them, where the service said so; null where it brought them. */
export function peopleNotCopied({
  collections,
}: {
  readonly collections: readonly CollectionProgress[];
}): Failure | null {
  const failure = collections.find(({ entity: name }) => name === 'user')?.failure ?? null;
  return failure && { ...failure, message: t('Its people were not copied: {why}', { why: failure.message }) };
}
