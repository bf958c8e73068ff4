import { t } from '../../language/t';
import type { EntityName } from '../entity';
import { failure, type Result, success } from '../failure';
import type { JsonValue } from '../json';
import { comparedField, comparedFields, misfit } from '../query-field';
import { besideOf } from '../records/beside';
import { fieldAt } from '../records/fields-of';
import { type Condition, type Filter, type FilterOp, grouped, groupOf } from './condition';
import { conditionFault } from './condition-fault';
import { signs } from './filter-text';
import { lastMoment, readFilterValue } from './filter-value';
import { TextReader, Unread, wordOps } from './text-reader';

const opOf = Object.fromEntries(Object.entries(signs).map(([op, sign]) => [sign, op])) as Readonly<
  Record<string, FilterOp>
>;

/**
 * Reads conditions: `role=org:admin and not (lastSignInAt in last 90d or publicMetadata.tier absent)`. Grammar: docs/cli.md. An unquoted value
 * goes on to the end, to a bracket that closes, or to `and` or `or` with a condition behind it.
 */
export function parseFilter(entity: EntityName, text: string): Result<readonly Condition[]> {
  const reader = new TextReader(text);
  try {
    if (reader.ended()) return success([]);
    const read = parseAny(entity, reader, 0);
    if (!reader.ended())
      throw new Unread(
        `${reader.rest()} is left over`,
        'Join conditions by and or or; quote texts that hold such words.',
      );
    const where = 'all' in read ? read.all : [read];
    const fault = conditionFault(entity, where);
    return fault === null ? success(where) : refused(text, fault, t('Correct the condition.'));
  } catch (error) {
    if (error instanceof Unread) return refused(text, error.message, error.next);
    throw error;
  }
}

const refused = (text: string, message: string, next: string): Result<never> =>
  failure('invalid-input', `${JSON.stringify(text)}: ${message}.`, next);

function parseAny(entity: EntityName, reader: TextReader, depth: number): Condition {
  const parts = [parseAll(entity, reader, depth)];
  while (reader.word('or')) parts.push(parseAll(entity, reader, depth));
  return grouped(
    'any',
    parts.flatMap((part) => ('any' in part && parts.length > 1 ? part.any : [part])),
  );
}

function parseAll(entity: EntityName, reader: TextReader, depth: number): Condition {
  const parts = [parseOne(entity, reader, depth)];
  while (reader.word('and')) parts.push(parseOne(entity, reader, depth));
  return grouped(
    'all',
    parts.flatMap((part) => ('all' in part && parts.length > 1 ? part.all : [part])),
  );
}

function parseOne(entity: EntityName, reader: TextReader, depth: number): Condition {
  if (depth > 20) throw new Unread('conditions stand in each other too deep', 'Take brackets away.');
  if (reader.word('not')) {
    const denied = parseOne(entity, reader, depth + 1);
    return groupOf(denied)?.by === 'any' ? { none: groupOf(denied)?.of ?? [] } : { none: [denied] };
  }
  if (!reader.sign('(')) return parseFilterOn(entity, reader, depth);
  const inner = parseAny(entity, reader, depth + 1);
  if (!reader.sign(')'))
    throw new Unread(`a bracket is not closed before ${reader.rest() || 'the end'}`, 'Close it with ).');
  return inner;
}

/** What a value means: a day all of it, anything else itself. */
interface Period {
  readonly first: JsonValue;
  readonly last: JsonValue;
}

function parseFilterOn(entity: EntityName, reader: TextReader, depth: number): Condition {
  const path = reader.path();
  const field = comparedField(entity, path);
  const beside = besideOf(entity)[path];
  if (field === null && beside !== undefined && 'one' in beside)
    throw new Unread(
      `${JSON.stringify(path)} stands beside rows of ${entity}, as ${beside.of} of ${beside.one}, and is no field of them`,
      `Ask for ${beside.one}: list ${beside.one} --where ${beside.of}=…; a row of ${entity} is compared by ${comparedFields(entity).join(', ')}.`,
    );
  if (field === null)
    throw new Unread(
      `${path === '' ? 'there' : JSON.stringify(path)} is no field of ${entity}, as in field=value`,
      `Its fields are: ${comparedFields(entity).join(', ')}.`,
    );
  const period = (bounds: 'end' | 'list' | 'word'): Period => {
    const { text, quoted } = reader.value(bounds, depth > 0);
    if (text === '' && !quoted && bounds !== 'end')
      throw new Unread(
        `${path} lacks a value before ${reader.rest() || 'the end'}`,
        'Give one; the empty text is "".',
      );
    const read = readFilterValue(field, text, quoted);
    const wrong = misfit(field, read ?? null);
    if (read !== undefined && wrong === null) {
      const isTold = field.kind === 'number' && typeof read === 'number';
      return { first: read, last: isTold ? lastMoment(text, read) : read };
    }
    if (fieldAt(entity, path)?.kind === 'time')
      throw new Unread(
        `${path} takes a time`,
        'Write a day (2026-10-01), a month (2026-10), a moment (2026-10-01T08:30Z) or ms; of what never was: is empty.',
      );
    throw new Unread(
      `${path} ${wrong ?? 'takes another value'}`,
      field.kind === 'number' ? 'Give a number.' : 'Correct the value.',
    );
  };
  const within = ({ first, last }: Period): Filter =>
    first === last
      ? { field: path, op: 'eq', value: first }
      : { field: path, op: 'between', value: [first, last] };
  const op = reader.operator();
  switch (op) {
    case 'exists':
    case 'absent':
    case 'is not empty':
    case 'is empty':
      return { field: path, op: 'set', value: op === 'exists' || op === 'is not empty' };
    case 'in last':
    case 'not in last':
    case 'in next':
      return {
        field: path,
        op: op === 'in last' ? 'last' : op === 'in next' ? 'next' : 'notLast',
        value: reader.span(),
      };
    case 'in':
    case 'not in': {
      if (!reader.sign('('))
        throw new Unread(`${path} ${op} takes a list`, `Write ${path} ${op} (one, other).`);
      const list: Period[] = [];
      // Nothing in it: nothing is one of these.
      let closed = reader.sign(')');
      while (!closed) {
        list.push(period('list'));
        closed = reader.sign(')');
        if (!closed && !reader.sign(',')) throw new Unread('a list is not closed', 'Close it with ).');
      }
      if (list.some(({ first, last }) => first !== last))
        return op === 'in' ? grouped('any', list.map(within)) : { none: list.map(within) };
      return { field: path, op: op === 'in' ? 'in' : 'nin', value: list.map(({ first }) => first) };
    }
    case 'between': {
      const from = period('word').first;
      if (!reader.word('and'))
        throw new Unread(`${path} between takes two values`, `Write ${path} between 1 and 9.`);
      return { field: path, op: 'between', value: [from, period('word').last] };
    }
    case 'contains':
      return { field: path, op: 'contains', value: String(reader.value('end', depth > 0).text) };
    case null:
      throw new Unread(
        `${JSON.stringify(path)} is compared with nothing`,
        `Behind a field stands one of ${[...Object.values(signs), ...wordOps].join(', ')}.`,
      );
    default: {
      const asked = opOf[op] ?? 'eq';
      const told = period('end');
      if (told.first !== told.last && asked === 'eq') return within(told);
      if (told.first !== told.last && asked === 'ne') return { none: [within(told)] };
      return { field: path, op: asked, value: asked === 'gt' || asked === 'lte' ? told.last : told.first };
    }
  }
}
