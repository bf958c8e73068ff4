import { blankRecord } from '@shared/domain/blank-record';
import { RecordId } from '@shared/domain/ids';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { project } from '@shared/domain/project';
import { intentOf } from './intent-of';

export const applicationId = RecordId.parse('app_1');

/** The row of an application with such a config and domain, and what is staged to change of it. */
export function applicationRow(
  known: { readonly config: JsonObject; readonly domain: string },
  staged: Readonly<Record<string, JsonValue>> = {},
) {
  const remote = { ...blankRecord('application', applicationId, 0), name: 'Acme', ...known };
  const intents = Object.entries(staged).map(([field, value]) => ({
    ...intentOf({ verb: 'update', field, base: null, value }),
    entity: 'application' as const,
    recordId: applicationId,
  }));
  const row = project('application', remote, intents, { hash: '', sweep: 1, fetchedAt: 1 });
  if (row === null) throw new Error('it is there');
  return row;
}
