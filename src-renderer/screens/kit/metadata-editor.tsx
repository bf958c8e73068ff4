import { Button, TextInput } from '@mantine/core';
import { useDrafts } from '@renderer/drafts/use-drafts';
import { fieldLabel, parseField } from '@renderer/fields/field-input';
import { RecordField } from '@renderer/screens/shared/record-field';
import { useEditLack } from '@renderer/state/read-only';
import { stageField } from '@renderer/state/stage-field';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { inside } from '@renderer/ui/format/inside';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import { takenAt } from '@shared/domain/capabilities';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import { isObject, type JsonObject, type JsonValue } from '@shared/domain/json';
import type { AnyField } from '@shared/domain/kinds/field';
import { metadataField } from '@shared/domain/metadata-field';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { MetadataDialog } from './metadata-dialog';
import classes from './metadata-editor.module.css';

interface MetadataEditorProps {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  /** `publicMetadata`, `privateMetadata`, … */
  readonly field: string;
  readonly openIntents: readonly Intent[];
}

/** Metadata value by value, each at its path: edited in place, emptied to take it out, with a line to add one. */
export function MetadataEditor(props: MetadataEditorProps) {
  const { entity, record, field, openIntents } = props;
  const held = readField(record, field);
  const [whole, setWhole] = useState(false);
  const leaves = isObject(held) ? leavesOf(held) : [];
  const lack = useEditLack([takenAt(entity, field)]);
  return (
    <div className={classes.editor}>
      {leaves.length === 0 && <p className={classes.none}>{t('None.')}</p>}
      {leaves.map(({ keys, value }) => {
        const label = keys.join(' › ');
        // A key with a dot in it cannot be told from two keys in a path.
        if (keys.some((key) => key.includes('.') || key === ''))
          return (
            <FieldRow key={label} label={label}>
              {JSON.stringify(value)}
            </FieldRow>
          );
        const path = [field, ...keys].join('.');
        return (
          <RecordField
            key={path}
            entity={entity}
            record={record}
            field={path}
            label={label}
            openIntents={openIntents}
          />
        );
      })}
      {lack === null ? (
        <>
          <AddValue {...props} />
          <span className={classes.whole}>
            <LinkButton onClick={() => setWhole(true)}>
              {t('Edit {what} as JSON…', { what: inside(fieldLabel(entity, field)) })}
            </LinkButton>
          </span>
        </>
      ) : (
        <p className={classes.none}>{lack}</p>
      )}
      {whole && (
        <MetadataDialog
          entity={entity}
          record={record}
          field={field}
          label={fieldLabel(entity, field)}
          held={isObject(held) ? held : {}}
          onClose={() => setWhole(false)}
        />
      )}
    </div>
  );
}

/** All metadata of a record that can be edited, as sections of its inspector. */
export function MetadataSections(props: Omit<MetadataEditorProps, 'field'>) {
  return Object.entries<AnyField>(modelOf(props.entity).fields)
    .filter(([, { kind, edit }]) => kind === 'json' && edit)
    .map(([field, { label }]) => (
      <InspectorSection key={field} title={label}>
        <MetadataEditor {...props} field={field} />
      </InspectorSection>
    ));
}

const typedHere = ['path', 'value'] as const;

const noPath = (path: string): Failure => ({
  code: 'invalid-input',
  message: t('"{path}" is no path.', { path }),
  next: t('Type keys with dots between: {example}', { example: 'contract.end' }),
});

const taken = (path: string): Failure => ({
  code: 'invalid-input',
  message: t('{path} is there already.', { path }),
  next: t('Change it where it stands.'),
});

/** A value at a new path. What is typed survives a crash. */
function AddValue({ entity, record, field }: MetadataEditorProps) {
  const typed = useDrafts(`${useWorkspaceId()}/${entity}/${record.id}/${field}/new`, typedHere);
  const [rejected, setRejected] = useState<Failure | null>(null);
  const what = inside(fieldLabel(entity, field));
  const { path = '', value = '' } = typed.values;
  const submit = async (): Promise<void> => {
    const whole = `${field}.${path.trim()}`;
    const known = metadataField(entity, whole);
    if (known === undefined) return setRejected(noPath(path));
    if (readField(record, whole) !== undefined) return setRejected(taken(path));
    const parsed = parseField(entity, whole, value);
    if (!parsed.ok) return setRejected(parsed.error);
    const title = `${labelOf(entity, record, '')}: ${known.label} ${value.trim()}`;
    const refused = await stageField({
      entity,
      id: record.id,
      field: whole,
      base: null,
      value: parsed.value,
      title,
    });
    setRejected(refused);
    if (refused === null) typed.discard(typedHere);
  };
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        aria-label={t('Path in {what}', { what })}
        placeholder="contract.end"
        spellCheck={false}
        value={path}
        onChange={(event) => typed.change('path', event.currentTarget.value, null)}
      />
      <TextInput
        aria-label={t('Value in {what}', { what })}
        placeholder={t('text, 12, true, ["a"]')}
        spellCheck={false}
        value={value}
        onChange={(event) => typed.change('value', event.currentTarget.value, null)}
      />
      <Button
        type="submit"
        aria-label={t('Add to {what}', { what })}
        variant="default"
        disabled={path.trim() === '' || value.trim() === ''}
        leftSection={<Plus size={13} aria-hidden />}
      >
        {t('Add')}
      </Button>
      {rejected && <InlineFailure failure={rejected} />}
    </form>
  );
}

interface Leaf {
  readonly keys: readonly string[];
  readonly value: JsonValue;
}

/** Every value that holds no further keys, in the order of the paths. */
function leavesOf(metadata: JsonObject, above: readonly string[] = []): readonly Leaf[] {
  return Object.keys(metadata)
    .sort()
    .flatMap((key): readonly Leaf[] => {
      const value = metadata[key] ?? null;
      const keys = [...above, key];
      return isObject(value) && Object.keys(value).length > 0 ? leavesOf(value, keys) : [{ keys, value }];
    });
}
