import { Textarea } from '@mantine/core';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { variableName } from '@shared/domain/books/baseline';
import type { EntryOf } from '@shared/domain/books/books';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './baseline-dialog.module.css';

interface VariablesDialogProps {
  readonly known: readonly EntryOf<'applicationVariables'>[];
  readonly onClose: () => void;
}

/** The values of variables for one customer: a line each. What was typed for another one before is kept with it. */
export function VariablesDialog({ known, onClose }: VariablesDialogProps) {
  const [id, setId] = useState<string | null>(null);
  /** By application: choosing another one takes nothing away. */
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const { busy, failures, keep } = useKeep();
  const held = known.find((entry) => entry.id === id)?.value.values ?? {};
  const text =
    typed[id ?? ''] ??
    Object.entries(held)
      .map(([name, value]) => `${name} = ${value}`)
      .join('\n');
  const typedOf = Object.entries(typed).map(([of, lines]) => ({ of, pairs: pairsIn(lines) }));
  const wrong = typedOf
    .flatMap(({ of, pairs }) => pairs.map((pair) => ({ ...pair, of })))
    .find(({ name, value }) => !variableName.test(name) || value === '');
  const submit = async (): Promise<void> => {
    const put = typedOf.map(({ of, pairs }) => ({
      id: of,
      value: { values: Object.fromEntries(pairs.map(({ name, value }) => [name, value])) },
    }));
    if (await keep({ book: 'applicationVariables', put }, t('Variables kept'))) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('Variables of a customer')}
      verb={t('Keep the variables')}
      busy={busy}
      disabled={typedOf.length === 0 || wrong !== undefined}
      failure={failures[0] ?? null}
      onClose={onClose}
      onConfirm={() => void submit()}
    >
      <div className={classes.form}>
        <RecordSelect entity="application" label={t('Application')} known value={id} onChange={setId} />
        <Textarea
          label={t('Variables')}
          description={t('A line each: support = help@acme.example. A baseline says {placeholder}.', {
            placeholder: '{{support}}',
          })}
          autosize
          minRows={4}
          disabled={id === null}
          value={text}
          error={
            wrong &&
            (wrong.of === id
              ? t('{line}: a name of letters and digits, =, and its value', { line: wrong.line.trim() })
              : t('Of another application: {line}: a name of letters and digits, =, and its value', {
                  line: wrong.line.trim(),
                }))
          }
          onChange={(event) => setTyped({ ...typed, [id ?? '']: event.currentTarget.value })}
        />
      </div>
    </ConfirmDialog>
  );
}

/** The lines of a text as names and values. */
const pairsIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf('=');
      return { line, name: line.slice(0, Math.max(0, at)).trim(), value: line.slice(at + 1).trim() };
    });
