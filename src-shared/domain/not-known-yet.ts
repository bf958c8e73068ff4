import { t } from '../language/t';
import { type EntityName, entityWords } from './entity';

/** Said of a record that is named and that the copy lacks, where its list was not read to its end. */
export const notKnownYet = (entity: EntityName, id: string): string =>
  t('{id} is not known here: {many} were not all copied.', { id, many: entityWords[entity].many });

/** What to do about that. */
export const afterSync = (): string => t('Wait for the next complete sync, and try again.');
