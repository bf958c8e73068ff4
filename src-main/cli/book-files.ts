import { resolve } from 'node:path';
import type { Engine } from '@main/engine/engine';
import { writeNewFile } from '@main/workspace/named-file';
import type { BookImport } from '@shared/contract/books';
import { failure, type Result, success } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import type { BookName } from '@shared/domain/books/books';
import { readTextFile } from './read-json-file';

export interface SignedOptions {
  readonly signed?: string;
  readonly by: string;
}

/** Writes books as one signed file, which must not exist yet. */
export async function signBooks(
  engine: Engine,
  books: BookName[],
  { signed: file = '', by }: SignedOptions,
): Promise<Result<{ readonly file: string }>> {
  if (by.trim() === '')
    return failure('invalid-input', 'It is signed by nobody. Nothing was written.', 'Say who: --by Ada.');
  const made = await engine.call('exportBooks', { books, signer: by });
  if (!made.ok) return made;
  const written = await writeNewFile(resolve(file), made.value.text);
  return written.ok ? success({ file }) : written;
}

export interface TakeOptions {
  readonly keep?: boolean;
  readonly replace?: boolean;
  readonly by: string;
}

/** A colleague's file of books against those here. */
export async function takeBooks(
  engine: Engine,
  file: string,
  { keep = false, replace = false, by }: TakeOptions,
): Promise<Result<BookImport>> {
  const text = await readTextFile(file, 'kept');
  return text.ok ? engine.call('importBooks', { text: text.value, keep, replace, by }) : text;
}

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly by: string;
  readonly why: string;
}

/** Plans and overrides of customers from a CSV file. */
export async function importPlans(
  engine: Engine,
  file: string,
  { dryRun = false, by, why }: ImportOptions,
): Promise<Result<OutputOf<'importSubscriptions'>>> {
  const text = await readTextFile(file, 'kept');
  return text.ok ? engine.call('importSubscriptions', { text: text.value, keep: !dryRun, by, why }) : text;
}
