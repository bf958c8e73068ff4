import { serverValue } from '@renderer/state/server-value';
import { readField } from '@shared/domain/field-path';
import type { IntentDraft } from '@shared/domain/intent';
import { type JsonValue, jsonEqual } from '@shared/domain/json';
import { nothingKnown } from '@shared/domain/kinds/kind';
import type { Branding, Organization } from '@shared/domain/records/record-map';
import { valueFault } from '@shared/domain/rules/value-fault';
import { brandingFields } from './branding-fields';

type Typed = Readonly<Record<string, string>>;

/** Neither roles nor permissions are among the fields of a branding. */
/** A field as the form shows it: typed, else as the record has it. */
export function shownValue(record: Organization, typed: Typed, path: string): string {
  return typed[path] ?? String(readField(record, path) ?? '');
}

/** The branding that the preview is drawn with. */
export function shownBranding(record: Organization, typed: Typed): Branding {
  const parts = Object.keys(record.branding).map((part) => [
    part,
    shownValue(record, typed, `branding.${part}`),
  ]);
  return Object.fromEntries(parts) as Branding;
}

/** Paths of the fields that were typed in and now differ from the record. */
export function changedPaths(record: Organization, typed: Typed): readonly string[] {
  return Object.keys(typed).filter((path) => clean(typed[path]) !== String(readField(record, path) ?? ''));
}

/** What is wrong with typed values, by path: `must be a colour such as #1f6feb, or empty`. */
export function faultsOf(typed: Typed): Readonly<Record<string, string>> {
  const faults = brandingFields.flatMap((field) => {
    const value = typed[field.path];
    const fault = value === undefined ? null : valueFault(field, clean(value), nothingKnown);
    return fault === null ? [] : [[field.path, `${field.label} ${fault}.`] as const];
  });
  return Object.fromEntries(faults);
}

/** One draft for each changed field. Its base is what the service held when typing began, or holds now. */
export function brandingDrafts(
  record: Organization,
  typed: Typed,
  bases: Readonly<Record<string, JsonValue>>,
): readonly IntentDraft[] {
  return changedPaths(record, typed).map((field) => ({
    entity: 'organization',
    recordId: record.id,
    action: {
      verb: 'update',
      field,
      value: clean(typed[field]),
      base: bases[field] ?? serverValue(record, field),
    },
  }));
}

/** Typed fields whose value on the service has changed since typing began. */
export function movedPaths(
  record: Organization,
  bases: Readonly<Record<string, JsonValue>>,
): readonly string[] {
  return Object.keys(bases).filter((path) => !jsonEqual(bases[path], serverValue(record, path)));
}

const clean = (value: string | undefined): string => (value ?? '').trim();
