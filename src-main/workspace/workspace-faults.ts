import { failure, type Result } from '@shared/contract/failure';
import { numberFormatInUse } from '@shared/language/speak';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import { versionOf } from './workspace-file';

/** More than any `workspace.json` is; bytes. */
export const mostBytes = 1_000_000;

const putBack = t('Put workspace.json back from a backup: it holds the wrapped key of the database.');

function damaged(why: string, next = putBack): Result<never> {
  return failure('database-damaged', t('{why} The database beside it was not touched.', { why }), next);
}

/** That a text is no JSON at all. */
export function notJson(text: string, directory: string): Result<never> {
  return damaged(
    text.trim() === ''
      ? t('workspace.json in {directory} is empty.', { directory })
      : t('workspace.json in {directory} is cut off, or no JSON.', { directory }),
  );
}

export function tooLarge(bytes: number, directory: string): Result<never> {
  const size = `${numberFormatInUse().format(Math.round(bytes / 100_000) / 10)} MB`;
  return damaged(t('workspace.json in {directory} has {size}: it is another file.', { directory, size }));
}

/** What of a `workspace.json` cannot be: the first field that is missing or holds something else, and what is possible there. */
export function misfit(content: unknown, error: z.ZodError, directory: string): Result<never> {
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return damaged(t('workspace.json in {directory} is no description of a workspace.', { directory }));
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const field = path.join('.');
  // What is sealed is shown to nobody, and typed by nobody.
  if (issue === undefined || path[0] === 'vault')
    return damaged(
      t('The sealed key in workspace.json of {directory} cannot be read ({field}).', { directory, field }),
    );
  const held = valueAt(content, path);
  const found =
    held === undefined
      ? t('{field} is missing in workspace.json of {directory}.', { field, directory })
      : t('{field} in workspace.json of {directory} is {value}, which cannot be.', {
          field,
          directory,
          value: shown(held),
        });
  return damaged(found, wayOn(issue, content));
}

function wayOn(issue: z.core.$ZodIssue, content: object): string {
  const possible = possibleIn(issue, content);
  if (possible === '') return t('Correct that field, or put workspace.json back from a backup.');
  return issue.path[0] === 'service'
    ? t('Possible is {possible}, or no such field. Correct it, or put workspace.json back from a backup.', {
        possible,
      })
    : t('Possible is {possible}. Correct that field, or put workspace.json back from a backup.', {
        possible,
      });
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    content,
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** What may stand there, where that is a list; '' where it is not. */
function possibleIn(issue: z.core.$ZodIssue, content: object): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  return issue.path[0] === 'version' ? String(versionOf(content)) : '';
}
