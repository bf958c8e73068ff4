import { blankRecord } from '@shared/domain/blank-record';
import { limitNames } from '@shared/domain/books/customer-plan';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { type AnyField, isChoice } from '@shared/domain/kinds/field';
import type { Kind } from '@shared/domain/kinds/kinds';
import type { Beside } from '@shared/domain/kinds/model';
import { type CustomerRow, LimitRow } from '@shared/domain/limits/customer';
import { fieldAt } from '@shared/domain/records/fields-of';

/** One value of a row: where it stands (`name`, `server.name`, `beside.admins`), what it is, and another one. */
export interface Place {
  readonly at: string;
  readonly held: JsonValue | undefined;
  readonly other: JsonValue;
}

export const now = Date.UTC(2026, 10, 2, 9);
const day = 86_400_000;

/** Two values of each kind that are told from each other wherever they are shown. */
const two: Readonly<Partial<Record<Kind, readonly [JsonValue, JsonValue]>>> = {
  time: [now - 3 * day, now - 900 * day],
  count: [11, 12],
  number: [13, 14],
  seats: [21, 22],
  limit: [31, 32],
  ratio: [2, 3],
  flag: [false, true],
  color: ['#111111', '#eeeeee'],
  role: ['org:member', 'org:admin'],
  setKey: ['org:member', 'org:admin'],
  list: [['a'], ['b']],
  permissions: [['a'], ['b']],
  roles: [['org:member'], ['org:admin']],
  groupRoles: [[], [{ group: 'staff', role: 'org:admin' }]],
  roleMap: [{}, { 'org:member': 'org:admin' }],
  json: [{ a: 1 }, { a: 2 }],
  config: [{}, { other: {} }],
};

function valuesOf(field: AnyField): readonly [JsonValue, JsonValue] {
  const [one, another] = isChoice(field) ? field.options.filter((option) => option !== '') : [];
  if (one !== undefined && another !== undefined) return [one, another];
  return (field.kind !== 'group' && two[field.kind]) || ['one thing', 'another thing'];
}

const partsOf = (path: string, field: AnyField): readonly Place[] => {
  if (field.kind === 'group')
    return Object.entries(field.parts).flatMap(([part, inner]) => partsOf(`${path}.${part}`, inner));
  const [held, other] = valuesOf(field);
  const place = { at: path, held, other };
  return field.edit ? [place, { at: `server.${path}`, held: undefined, other }] : [place];
};

/** What pages show beside a row is not there by itself: nothing of it may stand in for a value of the row. */
function besidePlaces(name: string, beside: Beside): readonly Place[] {
  const at = `beside.${name}`;
  if ('agreed' in beside)
    return [
      { at: `${at}.planName`, held: 'Free', other: 'Pro' },
      ...limitNames.map((_, nth) => ({ at: `${at}.limits.${nth}.used`, held: 11, other: 12 })),
    ];
  if ('count' in beside) return [{ at, held: undefined, other: 41 }];
  if ('since' in beside) return [{ at, held: undefined, other: now - 5 * day }];
  const field = fieldAt(('one' in beside ? beside.one : beside.newest) as EntityName, beside.of);
  return [{ at, held: undefined, other: field === undefined ? {} : valuesOf(field)[1] }];
}

/** Settings that columns show, of which no model tells. */
const settings: readonly Place[] = [
  ...[
    'auth_access_control.sign_up_mode',
    'auth_multi_factor.required_for_sign_up',
    'auth_password.min_length',
    'organization_settings.max_allowed_memberships',
  ].map((path) => ({ at: `config.${path}`, held: 5, other: 6 })),
  ...['primary_color', 'background_color', 'text_color'].map((key) => ({
    at: `config.branding.${key}`,
    held: key === 'background_color' ? '#111111' : '#aaaaaa',
    other: '#eeeeee',
  })),
  { at: 'config.connection_oauth_google.enabled', held: true, other: false },
];

/** Every value that a row of an entity can show. */
export function placesOf(entity: EntityName): readonly Place[] {
  const { fields, computed, beside = {} } = modelOf(entity);
  return [
    ...Object.entries({ ...fields, ...computed?.fields }).flatMap(([name, field]) => partsOf(name, field)),
    ...Object.entries(beside).flatMap(([name, one]) => besidePlaces(name, one)),
    ...(entity === 'application'
      ? settings.flatMap((one) => [one, { ...one, at: `server.${one.at}`, held: undefined }])
      : []),
  ];
}

const customer: CustomerRow = {
  ...{ id: 'app_1', name: 'Acme', plan: 'plan_1', planName: '', countedAt: now, level: 'free', pushes: [] },
  limits: limitNames.map((limit) =>
    LimitRow.parse({
      ...{ limit, value: 20, source: 'plan', says: 'Pro', used: 0, atLeast: 0 },
      ...{ beyond: null, level: 'free', next: null, expired: [] },
    }),
  ),
};

function put(into: JsonObject, [head = '', ...rest]: readonly string[], value: JsonValue): void {
  const target = into as Record<string, JsonValue>;
  if (rest.length === 0) target[head] = value;
  else {
    target[head] ??= {};
    put(target[head] as JsonObject, rest, value);
  }
}

/** A row in which every field has a value, `changed` another one. */
export function rowOf(entity: EntityName, places: readonly Place[], changed?: Place) {
  const row = structuredClone({
    record: {
      ...blankRecord(entity, RecordId.parse('rec_1'), now),
      ...{ state: 'synced', staged: null, server: {}, sync: { hash: '', sweep: 1, fetchedAt: now } },
    },
    extras: entity === 'application' ? { customer } : {},
  });
  for (const place of places) {
    const value = place === changed ? place.other : place.held;
    if (value === undefined) continue;
    const [head, ...rest] = place.at.split('.');
    if (head === 'beside') put(row.extras as JsonObject, rest, value);
    else if (head === 'server') put(row.record.server, [rest.join('.')], value);
    else put(row.record as unknown as JsonObject, place.at.split('.'), value);
  }
  return row;
}
