import { Button, Checkbox } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { useFirstFile } from '@renderer/screens/shared/use-first-file';
import { notifyFailure } from '@renderer/state/notify';
import { saveFile } from '@renderer/state/text-file';
import { Dialog } from '@renderer/ui/layout/dialog';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { success } from '@shared/contract/failure';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { guessColumns } from '@shared/domain/import/guess-columns';
import type { ImportOutcome } from '@shared/domain/import/import-row';
import { keysOf } from '@shared/domain/import/named-by';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { ColumnChoices } from './column-choices';
import { FileDrop } from './file-drop';
import { ImportBar } from './import-bar';
import classes from './import-dialog.module.css';
import { ImportRows } from './import-rows';
import { ImportSummary } from './import-summary';
import { useImport } from './use-import';

interface ImportDialogProps {
  readonly entity: EntityName;
  /** Opened at once. */
  readonly first?: File | undefined;
  readonly onClose: () => void;
}

/** A file of records: which column is which, what each line would do, then all of it staged but the refused lines. */
export function ImportDialog({ entity, first, onClose }: ImportDialogProps) {
  const { opened, preview, choices, busy, failure, open, choose, stage } = useImport(entity);
  const [name, setName] = useState('');
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const { one, many } = entityWords[entity];
  const names = opened?.columns.map((column) => column.name) ?? [];
  const guesses = guessColumns(entity, names);
  const guessed = names.map((column) => ({ name: column, path: guesses.get(column) ?? null }));
  const chosen = guessed.map((column) => ({ ...column, path: choices.columns[column.name] ?? column.path }));
  const shown = outcome !== null && preview?.summary[outcome] === 0 ? null : outcome;
  const refused = preview?.summary.refused ?? 0;
  const chooseFile = (file: File): void => {
    setName(file.name);
    setOutcome(null);
    void open(file);
  };
  useFirstFile(first, chooseFile);
  const submit = async (): Promise<void> => {
    if (await stage()) onClose();
  };
  const saveRefused = async (): Promise<void> => {
    if (preview === null) return;
    const lines = await engine.call('refusedLines', { preview: preview.preview });
    const fileName = `${t('{name} refused', { name: name.replace(/\.\w+$/, '').slice(0, 80) })}.csv`;
    const failed = await saveFile(lines.ok ? success({ fileName, text: lines.value.text }) : lines);
    if (failed !== null) notifyFailure(failed);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('Import {many}', { many })}
      size={opened === null ? 620 : 1_000}
    >
      <div className={classes.import}>
        <FileDrop
          name={name}
          notes={opened?.notes ?? []}
          busy={busy && opened === null}
          onFile={chooseFile}
        />
        {opened === null && (
          <p className={classes.hint}>
            {/^[aeiou]/.test(one)
              ? t(
                  'A line names an {one} by {names}. What Export… wrote comes back as the same; nothing is staged before you have seen what each line does.',
                  { one, names: namesOf(entity) },
                )
              : t(
                  'A line names a {one} by {names}. What Export… wrote comes back as the same; nothing is staged before you have seen what each line does.',
                  { one, names: namesOf(entity) },
                )}
          </p>
        )}
        {busy && <ImportBar onStop={() => void open(null)} />}
        {failure && <InlineFailure failure={failure} />}
        {opened && (
          <details
            key={opened.file}
            className={classes.details}
            open={guessed.some(({ path }) => path === null)}
          >
            <summary>{t('Columns')}</summary>
            <ColumnChoices
              entity={entity}
              opened={opened}
              columns={preview?.columns ?? chosen}
              onChoose={(column, path) => choose({ columns: { ...choices.columns, [column]: path } })}
            />
            <div className={classes.options}>
              <Checkbox
                label={t('Empty cells take values out')}
                checked={choices.emptyClears}
                onChange={(event) => choose({ emptyClears: event.currentTarget.checked })}
              />
              <Checkbox
                label={t('Only {many} that are there: make none', { many })}
                checked={choices.onlyExisting}
                onChange={(event) => choose({ onlyExisting: event.currentTarget.checked })}
              />
            </div>
          </details>
        )}
        {preview && (
          <>
            <ImportSummary preview={preview} outcome={shown} onOutcome={setOutcome} />
            <div className={classes.rows}>
              <ImportRows entity={entity} preview={preview.preview} outcome={shown} stale={busy} />
            </div>
          </>
        )}
        <div className={classes.actions}>
          {refused > 0 && (
            <Button variant="subtle" onClick={() => void saveRefused()}>
              {t('Save {count, plural, one {# refused line} other {# refused lines}}…', { count: refused })}
            </Button>
          )}
          <span className={classes.gap} />
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button
            loading={busy && preview !== null}
            disabled={preview === null || preview.changes === 0}
            onClick={() => void submit()}
          >
            {preview === null
              ? t('Stage changes')
              : preview.changes > 0
                ? t('Stage {count, plural, one {# change} other {# changes}}', { count: preview.changes })
                : t('Nothing to stage')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const both = (first: string, second: string): string => t('{first} and {second}', { first, second });

/** `id, email, username or phone` */
function namesOf(entity: EntityName): string {
  const ways = ['id', ...keysOf(entity).map((fields) => fields.reduce(both))];
  const last = ways.pop() ?? '';
  return ways.length === 0 ? last : t('{first} or {second}', { first: ways.join(', '), second: last });
}
