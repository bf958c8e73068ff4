import type { PushPort } from '@main/identity/identity-port';
import { planHash } from '@main/reconcile/plan/plan-hash';
import { plannedIntents, readFacts } from '@main/reconcile/plan/read-facts';
import { createStaging } from '@main/reconcile/staging/create-staging';
import { openStore } from '@main/store/open-store';
import { makePlan } from '@shared/domain/reconcile/make-plan';
import { drafts } from '../../reconcile/drafts';
import { type Figure, figure } from '../support/figure';
import { timed } from '../support/timed';
import { memberId, memberships } from './large-store';

const intents = 10_000;
const perGroup = 2_000;

/** Planning over the large store: reading the facts and deciding, once the targets have been re-read from the service. */
export async function planLarge(directory: string, key: string): Promise<readonly Figure[]> {
  const store = await openStore({ directory, key, now: Date.now });
  let ids = 0;
  const staging = createStaging({ store, now: Date.now, newId: () => `b${String(++ids).padStart(9, '0')}` });
  const stride = Math.floor(memberships / intents);
  const asked = Array.from({ length: intents }, (_, index) =>
    drafts.role(memberId(index * stride + 7), 'org:viewer'),
  );
  const stageMs = await timed(async () => {
    for (let start = 0; start < asked.length; start += perGroup)
      await staging.stage(asked.slice(start, start + perGroup));
  });
  const context = { store, now: Date.now, port: {} as PushPort, sleep: async () => undefined };
  let steps = 0;
  let moved = 0;
  let readMs = 0;
  const planMs = await timed(async () => {
    const open = await plannedIntents(context, undefined);
    const start = performance.now();
    const facts = await readFacts(context, open, { unread: new Map(), retryRefused: false });
    readMs = performance.now() - start;
    const plan = makePlan(facts, () => '', 1_000);
    planHash(facts);
    steps = plan.steps.length;
    moved = plan.blast.access.reduce((sum, { people, more = 0 }) => sum + people.length + more, 0);
  });
  await store.close();
  return [
    figure('planning 10,000 intents over 300,000 memberships', planMs, 'ms', {
      most: 2_000,
      beside: { 'reading the facts': readMs, steps, 'people who gain or lose a permission': moved },
    }),
    figure('staging 10,000 role edits in 5 groups', stageMs, 'ms'),
  ];
}
