import { t } from '../../language/t';
import type { Performed } from '../acts';
import type { IntentId, RecordId } from '../ids';
import type { StoredRecord } from '../records/record-map';
import { absence } from './absent';
import { recordIn, recordKey, type StagingWorld, seatKey } from './staging-world';
import { type IntentSeed, reject, type Validation } from './validation';

/** An organization that drafts refer to: in the store, or created by an earlier draft of the same batch. */
export interface OrganizationFacts {
  readonly name: string;
  /** Seats; 0 means unlimited. */
  readonly limit: number;
  readonly provisional: boolean;
}

/** What earlier drafts of the batch have taken, so that later ones see it. */
export interface Batch {
  readonly world: StagingWorld;
  readonly organizations: Map<string, OrganizationFacts>;
  /** Edited fields, created and deleted records, by key; also what creations stand on (`standingKey`). */
  readonly named: Set<string>;
  /** Records with an edited field, by key. */
  readonly edited: Set<string>;
  /** Acts of earlier drafts, and the record as it is after them, by key. */
  readonly acted: Map<string, { readonly record: StoredRecord; readonly actions: readonly Performed[] }>;
  /** Open intents that earlier drafts are folded into, as these made them. */
  readonly folded: Map<IntentId, IntentSeed>;
  /** As `StagingWorld.members` and `invited`. */
  readonly seated: Set<string>;
  readonly slugs: Set<string>;
  /** Organizations whose slug the batch gives up. */
  readonly freed: ReadonlySet<string>;
  newRecordId(): RecordId;
}

/** Key, among what a batch names, of a record that a creation stands on. */
export const standingKey = (recordKey: string): string => `under/${recordKey}`;

/** The organization with its name and limit; null when there is none that can be worked on, with the reason. */
export function organizationFor(
  { world, organizations }: Batch,
  id: string,
): OrganizationFacts | { readonly unusable: string; readonly next: string } {
  const created = organizations.get(id);
  if (created !== undefined) return created;
  const row = recordIn(world, 'organization', id);
  const next = t('Choose another organization.');
  if (row === undefined) {
    const none = t('There is no organization {id}.', { id });
    const told = absence(world, 'organization', id, { none, next });
    return { unusable: told.why, next: told.next };
  }
  if (row.state === 'gone')
    return { unusable: t('The service no longer has {name}.', { name: row.name }), next };
  if (row.staged?.verb === 'delete')
    return { unusable: t('{name} is staged for deletion.', { name: row.name }), next };
  return {
    name: row.name,
    limit: row.maxAllowedMemberships,
    provisional: row.staged?.verb === 'create',
  };
}

/** True when someone is a member, is invited, or is asked in by an earlier draft. */
export function isSeated({ world, seated }: Batch, organizationId: string, who: string): boolean {
  const key = seatKey(organizationId, who);
  return world.members.has(key) || world.invited.has(key) || seated.has(key);
}

/** Why nothing new can stand in a known application, which goes by what is staged or by an earlier draft; null where it stays. */
export const leavingFault = (
  { named }: Batch,
  application: StoredRecord<'application'> | undefined,
): Validation | null =>
  application !== undefined &&
  (application.staged?.verb === 'delete' || named.has(recordKey('application', application.id)))
    ? reject(
        'not-found',
        t('{name} is staged for deletion.', { name: application.name }),
        t('Undo that first, or name another application.'),
      )
    : null;
