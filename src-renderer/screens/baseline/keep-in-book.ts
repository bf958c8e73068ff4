import { engine } from '@renderer/bridge/engine';
import { notifyDone } from '@renderer/state/notify';
import type { InputOf } from '@shared/contract/operations';
import type { Failure } from '@shared/domain/failure';

/** Writes entries of a book and says so; the failure where they do not fit. */
export async function keepInBook(asked: InputOf<'writeBook'>, done: string): Promise<Failure | null> {
  const kept = await engine.call('writeBook', asked);
  if (!kept.ok) return kept.error;
  notifyDone(done);
  return null;
}

/** An id for a new entry that says what it is: `golden-3f2a`. */
export function entryId(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${words.slice(0, 60) || 'entry'}-${crypto.randomUUID().slice(0, 4)}`;
}
