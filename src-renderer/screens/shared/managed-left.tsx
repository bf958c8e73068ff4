import type { JsonObject } from '@shared/domain/json';
import { t } from '@shared/language/t';

/** So many are named; of more, how many they are. */
const mostNamed = 5;

/** The directory of a membership's person, by what stands beside it; '' where none manages them. */
export const directoryOf = ({ directoryId }: JsonObject = {}): string =>
  typeof directoryId === 'string' ? directoryId : '';

/** Whether a membership stands as long as the directory has its person: whom it took out can be removed here. */
export const isProvided = (extras: JsonObject = {}): boolean =>
  directoryOf(extras) !== '' && extras.deprovisioned !== true;

/** Whom a directory manages: left out of what is done to many, since it would be put back. */
export function ManagedLeft({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  const named = names.slice(0, mostNamed).join(', ');
  const more = names.length - mostNamed;
  return (
    <p>
      {more > 0
        ? t(
            'Left out, since a directory manages them and would put it back: {named}, and {more, number} more.',
            { named, more },
          )
        : t('Left out, since a directory manages them and would put it back: {named}.', { named })}
    </p>
  );
}
