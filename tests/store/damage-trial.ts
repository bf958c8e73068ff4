import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '@main/store/open-store';
import { recoverStore } from '@main/store/recover-store';
import { inspectDamage } from '@main/store/sqlite-storage/inspect-damage';
import { StoreError } from '@main/store/sqlite-storage/store-error';
import type { Store } from '@main/store/store';
import { sweepOrder } from '@shared/domain/entity';
import { openStates } from '@shared/domain/intent';
import { sampleHistory, sampleIntent, sampleRecord } from './sample-records';
import { type Random, seeded } from './sqlite-storage/random-queries';

const key = 'a1'.repeat(32);

/** A store's files in one state, and all that was acknowledged in it. */
interface FilesAndContent {
  readonly files: string;
  readonly content: string;
  readonly openIntents: string;
}

/** Two states to damage: closed in order, and as a killed process leaves it, with a log. */
export type DamageBase = readonly FilesAndContent[];

/** How a damaged store behaved; only `silent` and `edits lost` are failures. */
export interface DamageOutcome {
  readonly kind: 'refused' | 'told by the verdict' | 'silent' | 'edits lost';
  /** What was done to which file, to do it again. */
  readonly what: string;
}

const open = (directory: string): Promise<Store> => openStore({ directory, key, now: () => 5_000 });

async function contentOf(store: Store): Promise<string> {
  const lists = await Promise.all(sweepOrder.map((entity) => store.list(entity, [])));
  return JSON.stringify([lists, await store.intents(), await store.history({ limit: 10_000 })]);
}

async function openIntentsOf(store: Store): Promise<string> {
  return JSON.stringify(await store.intents({ states: openStates }));
}

async function fill(store: Store, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 50) {
    const numbers = Array.from({ length: Math.min(50, to - start) }, (_, index) => start + index);
    await store.write({
      put: numbers.map((index) => ({
        entity: 'organization' as const,
        record: sampleRecord('organization', `org_${index}`, {
          name: `Acme ${index}`,
          slug: `acme-${index}`,
        }),
      })),
      intents: [sampleIntent(start + 1), sampleIntent(start + 2, { state: 'withdrawn' })],
      history: [sampleHistory(`org_${start}`)],
    });
  }
}

/** Makes both states under `directory`. */
export async function makeDamageBase(directory: string): Promise<DamageBase> {
  const work = join(directory, 'work');
  const keep = async (state: string, store: Store): Promise<FilesAndContent> => {
    const kept = { content: await contentOf(store), openIntents: await openIntentsOf(store) };
    if (state === 'closed') await store.close();
    await cp(work, join(directory, state), { recursive: true });
    return { files: join(directory, state), ...kept };
  };
  const store = await open(work);
  await fill(store, 0, 300);
  const closed = await keep('closed', store);
  const again = await open(work);
  await fill(again, 300, 500);
  const killed = await keep('killed', again);
  await again.close();
  return [closed, killed];
}

/** Flips a bit, cuts the end off, or tears the end (garbage in place of what was written last). */
function damaged(bytes: Buffer, random: Random): { readonly bytes: Buffer; readonly what: string } {
  const at = Math.floor(random() * bytes.length);
  const kind = random();
  if (kind < 0.5) {
    const bit = Math.floor(random() * 8);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
    return { bytes, what: `bit ${bit} of byte ${at} flipped` };
  }
  if (kind < 0.75) return { bytes: bytes.subarray(0, at), what: `cut to ${at} bytes` };
  return {
    bytes: Buffer.concat([bytes.subarray(0, at), Buffer.alloc(bytes.length - at, 0xa7)]),
    what: `torn at ${at}`,
  };
}

/** Whether reading everything shows exactly what was acknowledged; `refused` when the store says it is damaged. */
async function readBack(directory: string, expected: string): Promise<'equal' | 'different' | 'refused'> {
  let store: Store | undefined;
  try {
    store = await open(directory);
    return (await contentOf(store)) === expected ? 'equal' : 'different';
  } catch (error) {
    if (error instanceof StoreError && error.code === 'damaged') return 'refused';
    throw error;
  } finally {
    await store?.close().catch(() => undefined);
  }
}

/** What is staged in the database that is made of a refused one. */
async function edits(directory: string): Promise<string> {
  await recoverStore({ directory, key, name: 'tenantry' }, 0);
  const store = await open(directory);
  try {
    return await openIntentsOf(store);
  } finally {
    await store.close();
  }
}

/** Damages a copy of one of the states as `seed` says, and reads it back. */
export async function damageTrial(base: DamageBase, directory: string, seed: number): Promise<DamageOutcome> {
  const random = seeded(seed);
  const state = base[seed % base.length];
  if (state === undefined) throw new Error('no state to damage');
  const trial = join(directory, `trial${seed}`);
  await mkdir(trial, { recursive: true });
  try {
    await cp(state.files, trial, { recursive: true });
    const log = join(trial, 'tenantry.db-wal');
    const path = join(trial, 'tenantry.db');
    const target = existsSync(log) && random() < 0.7 ? log : path;
    const { bytes, what } = damaged(await readFile(target), random);
    await writeFile(target, bytes);
    const done = `seed ${seed}: ${target === log ? 'log' : 'file'} ${what}`;
    const verdict = await inspectDamage(path, key);
    const read = await readBack(trial, state.content);
    if (read === 'different') return { kind: 'silent', what: done };
    if (read === 'equal') return { kind: verdict.sound ? 'silent' : 'told by the verdict', what: done };
    return { kind: (await edits(trial)) === state.openIntents ? 'refused' : 'edits lost', what: done };
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}
