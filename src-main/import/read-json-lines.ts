import type { JsonObject, JsonValue } from '@shared/domain/json';
import { JsonObject as AnObject } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { mostLines, type Table, type TableLine, unreadable } from './table';

const portion = 2_000;

/** One JSON object a line (https://jsonlines.org); those of the first line are the columns. */
export function jsonLines(text: string): Table {
  const lines = text
    .split('\n')
    .flatMap((each, at) => (each.trim() === '' ? [] : [{ text: each, line: at + 1 }]));
  if (lines.length > mostLines)
    throw unreadable(t('it has more than {most, number} lines', { most: mostLines }), t('Split it.'));
  const [first] = lines;
  const head = first && objectIn(first.text);
  if (head === undefined || head === null)
    throw unreadable(
      t('its first line is no JSON object'),
      t('Each line must be one object: { "email": "kim@acme.com" }.'),
    );
  const columns = Object.keys(head);
  const read = ({ text: each, line }: { readonly text: string; readonly line: number }): TableLine => {
    const found = objectIn(each);
    if (found === null) return { line, cells: [], fault: t('It is no JSON object.') };
    const odd = Object.keys(found).find((key) => !columns.includes(key));
    if (odd !== undefined)
      return { line, cells: [], fault: t('It has “{odd}”, which the first line has not.', { odd }) };
    return {
      line,
      cells: columns.map(
        (column): JsonValue => (Object.hasOwn(found, column) ? (found[column] ?? null) : null),
      ),
    };
  };
  async function* portions(): AsyncGenerator<readonly TableLine[]> {
    for (let at = 0; at < lines.length; at += portion) yield lines.slice(at, at + portion).map(read);
  }
  return { format: 'jsonl', columns, notes: [], lines: lines.length, portions };
}

function objectIn(text: string): JsonObject | null {
  try {
    return AnObject.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
