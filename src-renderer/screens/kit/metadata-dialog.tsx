import { Textarea } from '@mantine/core';
import { LinkButton } from '@renderer/ui/controls/link-button';
import type { Failure } from '@shared/contract/failure';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { type JsonObject, type JsonValue, jsonEqual } from '@shared/domain/json';
import { metadataDifference, metadataFault, noMetadata } from '@shared/domain/metadata-difference';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './metadata-editor.module.css';
import { StageDialog } from './stage-dialog';
import { useStaging } from './use-staging';

interface MetadataDialogProps {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  readonly field: string;
  /** `Public metadata`. */
  readonly label: string;
  readonly held: JsonObject;
  readonly onClose: () => void;
}

/** Metadata as a whole, as JSON: staged value by value, what differs from what stood there when typing began. */
export function MetadataDialog({ entity, record, field, label, held, onClose }: MetadataDialogProps) {
  // Never written down: it holds all of it, also what is private, and the drafts of the window are not encrypted.
  const [typed, setTyped] = useState<{ readonly text: string; readonly began: JsonObject } | null>(null);
  const staging = useStaging();
  const text = typed?.text ?? JSON.stringify(held, null, 2);
  const submit = async (): Promise<void> => {
    const wanted = readObject(text);
    if (typeof wanted === 'string') return staging.fail(wrong(wanted, t('Correct it, then stage it.')));
    const began = typed?.began ?? held;
    const changes = metadataDifference(began, wanted, field);
    const fault = metadataFault(changes);
    if (fault !== null)
      return staging.fail(wrong(fault, t('Leave it as it was, or change it in the dashboard.')));
    // What was staged from here a moment ago is no news.
    const moved = changes.find(({ path, value }) => {
      const now = at(held, field, path);
      return !jsonEqual(at(began, field, path), now) && !jsonEqual(now, value);
    });
    if (moved !== undefined)
      return staging.fail(
        wrong(
          t('{path} has changed since you began.', { path: moved.path }),
          t('Copy what you typed, then begin anew.'),
        ),
      );
    if (changes.length === 0)
      return staging.fail(wrong(t('Nothing differs.'), t('Change a value, or cancel.')));
    const outcome = await staging.stage({
      drafts: changes.map(({ path, value }) => ({
        entity,
        recordId: record.id,
        action: { verb: 'update', field: path, value },
      })),
      names: changes.map(({ path }) => path),
      done: (count) =>
        t('Staged. {count, plural, one {# value} other {# values}} of {name}', {
          count,
          name: labelOf(entity, record, ''),
        }),
    });
    if (outcome && outcome.rejected.length === 0) onClose();
  };
  return (
    <StageDialog
      opened
      wide
      title={t('{label} of {name}', { label, name: labelOf(entity, record, '') })}
      verb={t('Stage what differs')}
      staging={staging}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea
        label={label}
        description={t('Keys that are left out are taken out; what a colleague adds meanwhile stays.')}
        data-autofocus
        autosize
        minRows={8}
        maxRows={20}
        spellCheck={false}
        classNames={{ input: classes.json ?? '' }}
        value={text}
        onChange={(event) => setTyped({ text: event.currentTarget.value, began: typed?.began ?? held })}
      />
      {typed !== null && (
        <LinkButton onClick={() => setTyped(null)}>{t('Begin anew with what stands there now')}</LinkButton>
      )}
    </StageDialog>
  );
}

const wrong = (message: string, next: string): Failure => ({ code: 'invalid-input', message, next });

const at = (metadata: JsonObject, field: string, path: string): JsonValue =>
  readField({ [field]: metadata }, path) ?? null;

/** The object that a text holds, or why it holds none. */
function readObject(text: string): JsonObject | string {
  try {
    const value = JSON.parse(text) as JsonValue;
    return noMetadata(value) ?? (value as JsonObject);
  } catch (error) {
    return t('It is no JSON: {why}', { why: error instanceof Error ? error.message : String(error) });
  }
}
