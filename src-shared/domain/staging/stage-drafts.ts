import { assertNever } from '../../assert-never';
import { modelOf } from '../entity';
import type { Failure } from '../failure';
import type { RecordId } from '../ids';
import type { IntentDraft } from '../intent';
import type { JsonValue } from '../json';
import { type Batch, organizationFor } from '../rules/batch';
import { customerFaults } from '../rules/customer-limits';
import { poolFaults } from '../rules/pool-limits';
import type { StagingWorld } from '../rules/staging-world';
import { freedBy, slugFaults } from '../rules/take-slug';
import type { Proposal, Validation } from '../rules/validation';
import { limitFaults } from './limit-faults';
import { validateCreate } from './validate-create';
import { validateDelete } from './validate-delete';
import { validatePerform } from './validate-perform';
import { validateUpdate } from './validate-update';

export interface StagingVerdict {
  /** In the order of the drafts. */
  readonly accepted: readonly {
    readonly index: number;
    readonly draft: IntentDraft;
    readonly proposal: Proposal;
  }[];
  readonly rejected: readonly { readonly index: number; readonly failure: Failure }[];
}

/**
 * Validates the drafts of one undo group against the visible rows and against each other. Pure. A rejected draft changes nothing;
 * one that is already as it asks is in neither list.
 */
export function stageDrafts(
  world: StagingWorld,
  drafts: readonly IntentDraft[],
  newRecordId: () => RecordId,
): StagingVerdict {
  const walk = stagingOf(world, drafts, newRecordId);
  for (let step = walk.next(); ; step = walk.next()) if (step.done) return step.value;
}

/** Drafts that are validated between two pauses. */
const stretch = 500;

/** The same with pauses, for whoever lets others have their turn in them. */
export function* stagingOf(
  world: StagingWorld,
  drafts: readonly IntentDraft[],
  newRecordId: () => RecordId,
): Generator<void, StagingVerdict> {
  const batch: Batch = {
    world,
    organizations: new Map(),
    named: new Set(),
    edited: new Set(),
    acted: new Map(),
    folded: new Map(),
    seated: new Set(),
    slugs: new Set(),
    freed: freedBy(drafts),
    newRecordId,
  };
  const accepted: { index: number; draft: IntentDraft; proposal: Proposal }[] = [];
  const rejected: { index: number; failure: Failure }[] = [];
  let done = 0;
  for (const { draft, index } of organizationsFirst(drafts)) {
    done += 1;
    if (done % stretch === 0) yield;
    const validation = validate(batch, draft);
    if (validation.kind === 'accept') accepted.push({ index, draft, proposal: validation.proposal });
    if (validation.kind === 'reject') rejected.push({ index, failure: validation.failure });
  }
  accepted.sort((a, b) => a.index - b.index);
  const known = (id: string) => {
    const facts = organizationFor(batch, id);
    return 'unusable' in facts ? null : facts;
  };
  const faults = new Map([
    ...limitFaults(world, known, accepted),
    ...slugFaults(world, accepted),
    ...customerFaults(world, accepted),
    ...poolFaults(world, known, accepted),
  ]);
  // The first refused one of each intent: what is folded behind it holds it too, and is tried anew without it.
  const spoilt = new Map(
    accepted
      .flatMap(({ index, proposal: { folds } }) =>
        folds !== undefined && faults.has(index) ? [[folds, index] as const] : [],
      )
      .toReversed(),
  );
  const out = new Set([...spoilt.values(), ...stoodOn(accepted, faults)]);
  if (out.size > 0) {
    const kept = drafts.flatMap((draft, index) => (out.has(index) ? [] : [{ draft, index }]));
    const again = yield* stagingOf(
      world,
      kept.map(({ draft }) => draft),
      newRecordId,
    );
    const placed = <T extends { readonly index: number }>(each: T): T => ({
      ...each,
      index: kept[each.index]?.index ?? each.index,
    });
    const refused = [...faults].flatMap(([index, failure]) => (out.has(index) ? [{ index, failure }] : []));
    return {
      accepted: again.accepted.map(placed),
      rejected: [...again.rejected.map(placed), ...refused].sort((a, b) => a.index - b.index),
    };
  }
  for (const [index, failure] of faults) rejected.push({ index, failure });
  return {
    accepted: lastFolds(accepted.filter(({ index }) => !faults.has(index))),
    rejected: rejected.sort((a, b) => a.index - b.index),
  };
}

/** Creations that are refused although others of the batch stand on them: these are tried anew without them. */
function stoodOn(
  accepted: StagingVerdict['accepted'],
  faults: ReadonlyMap<number, Failure>,
): readonly number[] {
  const refused = new Map<JsonValue, number>();
  for (const { index, proposal } of accepted)
    for (const { recordId, action } of faults.has(index) ? proposal.opened : [])
      if (action.verb === 'create' && proposal.folds === undefined) refused.set(recordId, index);
  if (refused.size === 0) return [];
  const named = ({ recordId, action }: IntentDraft): readonly JsonValue[] => [
    recordId ?? '',
    ...('values' in action ? Object.values(action.values ?? {}).flat() : []),
    ...('value' in action ? [action.value].flat() : []),
  ];
  return accepted.flatMap(({ index, draft }) =>
    faults.has(index) ? [] : named(draft).flatMap((id) => refused.get(id) ?? []),
  );
}

/** Of drafts that are folded into one intent the last opens it anew: it holds what the others ask, and closes what they do. */
function lastFolds(accepted: StagingVerdict['accepted']): StagingVerdict['accepted'] {
  const last = new Map(accepted.map(({ index, proposal }) => [proposal.folds, index]));
  return accepted.map((each) => {
    const { index, proposal } = each;
    if (proposal.folds === undefined || last.get(proposal.folds) === index) return each;
    return { ...each, proposal: { ...proposal, opened: [], closed: [] } };
  });
}

/** Others of the batch may refer to the organizations that it creates, in whatever order they come. */
function organizationsFirst(drafts: readonly IntentDraft[]): { draft: IntentDraft; index: number }[] {
  const rank = ({ entity, action }: IntentDraft): number =>
    modelOf(entity).scope && action.verb === 'create' ? 0 : 1;
  return drafts
    .map((draft, index) => ({ draft, index }))
    .sort((a, b) => rank(a.draft) - rank(b.draft) || a.index - b.index);
}

function validate(batch: Batch, draft: IntentDraft): Validation {
  const lack = batch.world.lacking?.get(draft);
  if (lack !== undefined) return { kind: 'reject', failure: lack };
  const { entity, recordId, action } = draft;
  switch (action.verb) {
    case 'create':
      return validateCreate(batch, entity, recordId ?? batch.newRecordId(), action.values);
    case 'update':
      return validateUpdate(batch, {
        entity,
        recordId,
        path: action.field,
        value: action.value,
        seen: action.base,
      });
    case 'delete':
      return validateDelete(batch, entity, recordId);
    case 'perform':
      return validatePerform(batch, { entity, recordId, ...action });
    default:
      return assertNever(action);
  }
}
