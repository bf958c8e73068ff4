import { readField } from '@shared/domain/field-path';
import { RecordId } from '@shared/domain/ids';
import { jsonEqual } from '@shared/domain/json';
import type { HistoryStep } from './history-step';
import { modelAdmin } from './model-admin';
import { modelService } from './model-service';

export interface HistoryTally {
  writes: number;
  conflicts: number;
  deletions: number;
}

/**
 * Runs one history and throws at the first broken promise: a write over a value that its admin had not seen; a conflict on
 * a field that nobody else had touched; a deletion of what had changed; an edit that is open but not on screen.
 */
export function checkHistory(steps: readonly HistoryStep[], tally: HistoryTally): void {
  const service = modelService();
  const admins = [modelAdmin(service), modelAdmin(service)] as const;
  for (const step of steps) {
    const admin = admins[step.admin];
    const judgedBefore = admin.judged.length;
    if (step.kind === 'remote')
      service.write(RecordId.parse(`org_${step.organization}`), step.field, step.value);
    else admin.step(step);
    for (const judged of admin.judged.slice(judgedBefore)) {
      const told = JSON.stringify({ step, judged });
      if (judged.kind === 'write') {
        tally.writes += 1;
        if (!jsonEqual(judged.seen, judged.over)) throw new Error(`silent overwrite: ${told}`);
        if (!jsonEqual(judged.wanted, judged.held)) throw new Error(`another value was written: ${told}`);
      } else if (judged.kind === 'conflict') {
        tally.conflicts += 1;
        if (jsonEqual(judged.base, judged.theirs)) throw new Error(`false conflict: ${told}`);
        if (jsonEqual(judged.mine, judged.theirs)) throw new Error(`conflict between equals: ${told}`);
      } else {
        tally.deletions += 1;
        if (judged.changed) throw new Error(`deleted what had changed: ${told}`);
      }
    }
    for (const intent of admin.open()) {
      const row = admin.shows(intent.recordId);
      if (intent.action.verb !== 'update' || row === null) continue;
      if (!jsonEqual(readField(row, intent.action.field), intent.action.value))
        throw new Error(`an open edit is not on screen: ${JSON.stringify({ step, intent })}`);
    }
  }
}
