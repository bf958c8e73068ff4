import { newIntents } from '@main/reconcile/staging/new-intents';
import { changedFields } from '@shared/domain/changed-fields';
import { type ChangeSetId, RecordId } from '@shared/domain/ids';
import { type Intent, type IntentDraft, isOpen } from '@shared/domain/intent';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { project } from '@shared/domain/project';
import { classify } from '@shared/domain/reconcile/classify';
import { settle } from '@shared/domain/reconcile/settle';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { recordKey, type StagingWorld } from '@shared/domain/rules/staging-world';
import { stageDrafts } from '@shared/domain/staging/stage-drafts';
import type { Field, HistoryStep } from './history-step';
import type { ModelService } from './model-service';

type Organization = RemoteRecord<'organization'>;

/** A write or a conflict, with what it was decided on: what the properties judge. */
export type Judged =
  | {
      readonly kind: 'write';
      readonly seen: JsonValue;
      readonly over: JsonValue;
      readonly wanted: JsonValue;
      readonly held: JsonValue;
    }
  | {
      readonly kind: 'conflict';
      readonly base: JsonValue;
      readonly theirs: JsonValue;
      readonly mine: JsonValue;
    }
  | { readonly kind: 'delete'; readonly changed: boolean };

/** One admin's copy and intents, moved by the engine's own pure functions; store and HTTP are left out. */
export function modelAdmin(service: ModelService) {
  const rows = new Map<RecordId, Organization>();
  let intents: Intent[] = [];
  let seq = 1;
  const judged: Judged[] = [];
  const openOf = (id: RecordId): Intent[] =>
    intents.filter((intent) => isOpen(intent) && intent.recordId === id);
  const put = (next: Intent): void => {
    intents = intents.map((intent) => (intent.id === next.id ? next : intent));
  };
  const look = (id: RecordId): Organization | null => {
    const held = service.read(id);
    if (held === null) rows.delete(id);
    else rows.set(id, held);
    return held;
  };
  for (const id of ['org_0', 'org_1']) look(RecordId.parse(id));

  function stage(id: RecordId, action: IntentDraft['action']): void {
    const remote = rows.get(id) ?? null;
    const row = project('organization', remote, openOf(id), { hash: '', sweep: 1, fetchedAt: 1 });
    if (row === null) return;
    const key = recordKey('organization', id);
    const none = { members: 0, pending: 0 };
    const world: StagingWorld = {
      now: service.now(),
      roles: new Map(),
      settings: new Map(),
      permissionKeys: new Set(),
      records: new Map([[key, row]]),
      intents: new Map([[key, openOf(id)]]),
      dependents: new Map(),
      members: new Set(),
      invited: new Set(),
      slugs: new Map(),
      roleSets: new Map(),
      setUses: new Map(),
      taken: new Set(),
      inside: new Map(),
      organizationSettings: null,
      roleUses: new Map(),
      seats: new Map([[id, none]]),
      admins: new Map(),
      customers: new Map(),
    };
    const draft = { entity: 'organization', recordId: id, action } as const;
    const { accepted } = stageDrafts(world, [draft], () => id);
    for (const { proposal } of accepted) {
      for (const { intent, to } of proposal.closed) put({ ...intent, state: to });
      const numbering = {
        firstSeq: seq,
        at: seq,
        gesture: '',
        changeSetId: '' as ChangeSetId,
        newId: () => 'x',
      };
      const opened = newIntents(proposal.opened, numbering);
      seq += opened.length;
      intents = [...intents, ...opened];
    }
  }

  function send(intent: Intent, before: Organization, lost: boolean): void {
    const { action, recordId } = intent;
    if (action.verb === 'delete') {
      const held = service.read(recordId);
      judged.push({ kind: 'delete', changed: changedFields('organization', action.base, held).length > 0 });
      service.delete(recordId);
      put({ ...intent, state: 'applied' });
      rows.delete(recordId);
      return;
    }
    if (action.verb !== 'update') return;
    const written = service.write(recordId, action.field, action.value);
    if (written === null) return;
    const { value: wanted, base: seen } = action;
    judged.push({ kind: 'write', seen, over: written.before, wanted, held: written.after });
    const answer = look(recordId);
    const requestId = '';
    const result = lost
      ? ({
          ok: false,
          failure: {
            kind: 'offline',
            status: 0,
            code: '',
            message: '',
            requestId,
            retryAfterMs: 0,
            mayHaveTakenEffect: true,
          },
        } as const)
      : ({ ok: true, value: answer, requestId } as const);
    const { kind } = settle(intent, before, result, 1);
    // Unknown: the look-up reads the service and finds what was asked for.
    if (kind !== (lost ? 'unknown' : 'applied')) throw new Error(`settled as ${kind}`);
    put({ ...intent, state: 'applied' });
    const { updatedAt } = answer ?? before;
    for (const other of openOf(recordId))
      if (other.seenUpdatedAt === before.updatedAt) put({ ...other, seenUpdatedAt: updatedAt });
  }

  function reconcile(choose: 'none' | 'mine' | 'theirs', lost: boolean): void {
    for (const intent of intents.filter(isOpen)) {
      const server = look(intent.recordId);
      const { verdict, theirs } = classify(intent, server);
      const { action } = intent;
      if (verdict === 'no-op') put({ ...intent, state: 'applied' });
      else if (verdict === 'refused' || server === null) put({ ...intent, state: 'refused' });
      else if (verdict === 'conflict') {
        if (action.verb === 'update')
          judged.push({ kind: 'conflict', base: action.base, theirs, mine: action.value });
        if (choose === 'theirs') put({ ...intent, state: 'withdrawn' });
        else if (choose === 'none')
          put({ ...intent, state: 'conflict', theirs: { value: theirs, seenAt: 1 } });
        else send({ ...intent, action: rebased(action, theirs, server) }, server, lost);
      } else send(intent, server, lost);
    }
  }

  return {
    judged: judged as readonly Judged[],
    open: (): readonly Intent[] => intents.filter(isOpen),
    shows: (id: RecordId) =>
      project('organization', rows.get(id) ?? null, openOf(id), { hash: '', sweep: 1, fetchedAt: 1 }),
    step: (step: HistoryStep): void => {
      const id = RecordId.parse(`org_${step.organization}`);
      if (step.kind === 'sync') look(id);
      else if (step.kind === 'edit')
        stage(id, { verb: 'update', field: step.field as Field, value: step.value });
      else if (step.kind === 'delete') stage(id, { verb: 'delete' });
      else if (step.kind === 'withdraw')
        for (const intent of openOf(id)) put({ ...intent, state: 'withdrawn' });
      else if (step.kind === 'reconcile') reconcile(step.choose, step.lost);
    },
  };
}

function rebased(action: Intent['action'], theirs: JsonValue, server: Organization): Intent['action'] {
  if (action.verb === 'update') return { ...action, base: theirs };
  return action.verb === 'delete' ? { ...action, base: { ...server } as JsonObject } : action;
}
