import { readOpenIntents } from '@main/store/recover-store';
import { storeName } from '@main/store/store-database';
import { type Result, success } from '@shared/contract/failure';
import { type Intent, type IntentAction, IntentDraft } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import { maintenanceFailure } from './maintenance-failure';

/** Staged changes of a closed workspace, as a file of drafts has them. */
export interface StagedEdits {
  readonly drafts: readonly IntentDraft[];
  /** Changes that may have reached the service: staged again, they might be sent twice, so they are not among these. */
  readonly unsure: number;
  /** Lines of the journal that could not be read: beside a damaged database, they can have held more. */
  readonly unreadableLines: number;
}

/** Reads what is staged in a closed workspace, damaged or not; changes nothing. */
export async function readStagedEdits(directory: string, key: string): Promise<Result<StagedEdits>> {
  try {
    const { open, unreadableLines } = await readOpenIntents({ directory, key, name: storeName });
    const sure = open.filter(({ state }) => state !== 'sending' && state !== 'unknown');
    return success({ drafts: sure.map(draftOf), unsure: open.length - sure.length, unreadableLines });
  } catch (error) {
    return maintenanceFailure(error, t('Reading what is staged in {directory}', { directory }));
  }
}

function draftOf({ entity, recordId, action }: Intent): IntentDraft {
  return IntentDraft.parse({ entity, recordId, action: withoutBases(action) });
}

/** What a creation, a deletion and an act saw of the service is looked up anew when they are staged. */
function withoutBases(action: IntentAction): object {
  if (action.verb === 'update' || action.verb === 'create') return action;
  const { base: _, ...asked } = action;
  return asked;
}

/** What such a file holds: a JSON array. */
export function draftsText(drafts: readonly IntentDraft[]): string {
  return `${JSON.stringify(drafts, null, 2)}\n`;
}
