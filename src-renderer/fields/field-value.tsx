import { capitalized } from '@renderer/ui/format/capitalized';
import { RelativeTime, relativeText } from '@renderer/ui/marks/relative-time';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { JsonValue } from '@shared/domain/json';
import type { Kind } from '@shared/domain/kinds/kinds';
import { fieldAt } from '@shared/domain/records/fields-of';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { ReactNode } from 'react';
import { fieldText, kindAt, type Names } from './field-text';
import { isUnlisted } from './unlisted';

/** Kinds whose values are drawn as more than their text. */
const looks: Readonly<Partial<Record<Kind, (value: JsonValue) => ReactNode>>> = {
  time: (value) => <RelativeTime at={Number(value)} />,
};

/** What a cell of a field says, by its kind; a value of few as a word: `email_address` is "Email address". */
export function valueText(entity: EntityName, field: string, value: JsonValue, names?: Names): string {
  if (kindAt(entity, field) === 'time') return relativeText(Number(value));
  if (isUnlisted(entity, field, value)) return String(value);
  const text = fieldText(entity, field, value, names);
  return fieldAt(entity, field)?.facet ? capitalized(text.replaceAll('_', ' ')) : text;
}

interface FieldValueProps {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  readonly field: string;
  readonly names?: Names | undefined;
  /** Whether it may go over several lines. */
  readonly wraps?: boolean;
}

/** A field of a record as tables and inspectors draw it, by its kind; while another value is staged, the service's stands beside. */
export function FieldValue({ entity, record, field, names, wraps = false }: FieldValueProps) {
  const look = looks[kindAt(entity, field) ?? 'text'];
  const draw = (value: JsonValue): ReactNode => {
    if (isUnlisted(entity, field, value)) return <StateMark kind="unverified" word={String(value)} />;
    return look?.(value) ?? valueText(entity, field, value, names);
  };
  const server = record.server[field];
  return (
    <StagedValue
      wraps={wraps}
      value={draw(readField(record, field) ?? null)}
      server={server === undefined ? undefined : draw(server)}
    />
  );
}
