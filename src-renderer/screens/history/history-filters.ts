import { type FilterOption, optionsOf } from '@renderer/ui/controls/filter-option';
import { EntityName, entityWords } from '@shared/domain/entity';
import { HistoryEntry } from '@shared/domain/history-entry';
import { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { daysAsked } from './history-days';
import type { HistoryRequest } from './use-history';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The kinds of records that a workspace has. */
export function entityOptions(entities: readonly EntityName[]): readonly FilterOption[] {
  return [
    { value: '', label: t('All') },
    ...entities.map((value) => ({ value, label: capital(entityWords[value].many) })),
  ];
}

export const sourceOptions: readonly FilterOption[] = optionsOf({
  '': t('All'),
  local: t('From here'),
  remote: t('On the service'),
});

/** What the route asks for: `entity`, `source`, `org` (an id), `record` (an id), `person` (an id), `text`; and days (`daysAsked`). */
export function historyRequest(params: Readonly<Record<string, string>>, now: number): HistoryRequest {
  const entity = EntityName.safeParse(params.entity).data;
  const source = HistoryEntry.shape.source.safeParse(params.source).data;
  const recordId = RecordId.safeParse(params.record).data;
  const person = RecordId.safeParse(params.person).data;
  return {
    ...(entity && { entity }),
    ...(source && { source }),
    ...(recordId && { recordId }),
    ...(person && { about: { entity: 'user', id: person } }),
    ...(params.org && { organizationId: params.org }),
    ...daysAsked(params, now),
    text: params.text ?? '',
  };
}
