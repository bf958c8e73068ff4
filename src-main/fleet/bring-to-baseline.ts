import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { fleetOperations } from '@shared/contract/fleet';
import type { StageReport } from '@shared/contract/stage-report';
import { around } from '@shared/domain/field-path';
import { bringDrafts } from '@shared/domain/fleet/bring-drafts';
import type { Judged } from '@shared/domain/fleet/judge-application';
import { noVerdicts, type VerdictCounts } from '@shared/domain/fleet/verdict';
import type { ChangeSetId, RecordId } from '@shared/domain/ids';
import { type Intent, type IntentDraft, openStates } from '@shared/domain/intent';
import { jsonEqual } from '@shared/domain/json';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import type { JudgedBy, Measured } from './measure';
import type { MeasuredBy } from './measured-by';

export type BringReport = z.infer<(typeof fleetOperations)['bringToBaseline']['output']>;
export type BringRequest = z.output<(typeof fleetOperations)['bringToBaseline']['input']>;
export type StageDrafts = (drafts: readonly IntentDraft[], changeSetId?: ChangeSetId) => Promise<StageReport>;

interface Parts {
  readonly store: Pick<Store, 'intents'>;
  readonly stage: StageDrafts;
  readonly judgedBy: JudgedBy;
}

/** Stages what brings these applications to their baselines, in one undo group, or only says what that would be. */
export async function bringToBaseline(
  all: Measured,
  { applicationIds, paths, oneByOne, changeSetId, preview, alone }: BringRequest,
  { judge, leftOut }: MeasuredBy,
  { store, stage, judgedBy }: Parts,
): Promise<Result<BringReport>> {
  const chosen = applicationIds === 'all' ? all.applications.map(({ id }) => id) : applicationIds;
  const judged = await judgedBy(
    judge,
    chosen.filter((id) => !leftOut.has(id)),
  );
  const open = await store.intents({ states: openStates });
  const already = open.filter((intent) => asksFor(intent, judged, leftOut)).length;
  if (alone && already < open.length)
    return failure(
      'invalid-input',
      t('Something else is staged already, and would be sent with it. Nothing was staged or sent.'),
      t('Apply or withdraw that first.'),
    );
  const left = noVerdicts();
  const drafts = [...judged].flatMap(([id, everything]) => {
    const meant = everything.filter(
      ({ path }) => !leftOut.has(path) && (paths.length === 0 || paths.includes(path)),
    );
    const brought = bringDrafts(id, meant, oneByOne);
    countLeft(left, meant, brought);
    return brought;
  });
  const nothing = preview || drafts.length === 0;
  const report = nothing ? { staged: [], rejected: [] } : await stage(drafts, changeSetId);
  const rejectedOf = report.rejected.flatMap(({ index }) => drafts[index]?.recordId ?? []);
  return success({ ...report, wanted: drafts.length, already, left, rejectedOf });
}

/** Adds the settings that stay as they are though they are other. */
function countLeft(left: VerdictCounts, meant: readonly Judged[], brought: readonly IntentDraft[]): void {
  const moved = new Set(brought.map(({ action }) => (action.verb === 'update' ? action.field : '')));
  const goes = (path: string): boolean => [path, ...around(path)].some((each) => moved.has(each));
  for (const { path, verdict, staged } of meant)
    if (!goes(path) && verdict !== 'same' && staged?.verdict !== 'same') left[verdict] += 1;
}

/** Whether an intent asks for just what a setting should be: left over from another time. */
function asksFor(
  { recordId, action }: Intent,
  judged: ReadonlyMap<RecordId, readonly Judged[]>,
  leftOut: ReadonlySet<string>,
): boolean {
  if (action.verb !== 'update' || leftOut.has(action.field)) return false;
  const should = judged.get(recordId)?.find(({ path }) => path === action.field);
  if (should === undefined) return false;
  return jsonEqual(should.value, action.value) || jsonEqual(should.but, action.value);
}
