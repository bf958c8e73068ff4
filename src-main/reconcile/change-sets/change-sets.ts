import type { ChangeSetSummary, InverseReport } from '@shared/contract/change-sets';
import type { Result } from '@shared/contract/failure';
import type { Withdrawn } from '@shared/contract/undo';
import type { ChangeSet } from '@shared/domain/change-set';
import type { ChangeSetId, IntentId } from '@shared/domain/ids';

/** Groups of intents, side by side. Expected failures: `not-found`, `busy`. */
export interface ChangeSets {
  list(): Promise<readonly ChangeSetSummary[]>;
  create(asked: {
    readonly title: string;
    readonly ticket: string;
    readonly intentIds?: readonly IntentId[] | undefined;
  }): Promise<Result<ChangeSet>>;
  rename(asked: {
    readonly id: ChangeSetId;
    readonly title?: string | undefined;
    readonly ticket?: string | undefined;
  }): Promise<Result<ChangeSet>>;
  assign(changeSetId: ChangeSetId, intentIds: readonly IntentId[]): Promise<Result<{ moved: number }>>;
  join(from: ChangeSetId, into: ChangeSetId): Promise<Result<{ moved: number }>>;
  withdraw(id: ChangeSetId): Promise<Result<Withdrawn>>;
  stageInverse(id: ChangeSetId): Promise<Result<InverseReport>>;
}
