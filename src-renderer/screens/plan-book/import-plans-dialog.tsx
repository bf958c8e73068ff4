import { TextInput } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { TextFileButton } from '@renderer/screens/shared/text-file-button';
import { notifyDone } from '@renderer/state/notify';
import { usePreferences } from '@renderer/state/use-preferences';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { NamedFigures } from '@renderer/ui/list/named-figures';
import { rich } from '@renderer/ui/text/rich';
import type { Failure, Result } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import { type LineOutcome, subscriptionColumns } from '@shared/domain/limits/read-lines';
import { t } from '@shared/language/t';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import classes from './outcome-list.module.css';

/** Lines that are listed of each outcome. */
const listed = 200;

/** Plans and overrides of customers from a CSV file: first what each line would do, then kept; refused lines change nothing. */
export function ImportPlansDialog({ onClose }: { readonly onClose: () => void }) {
  const by = usePreferences(({ signer }) => signer);
  const { run, busy, failure } = useOperation('importSubscriptions');
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const [unread, setUnread] = useState<Failure | null>(null);
  const [look, setLook] = useState<OutputOf<'importSubscriptions'> | null>(null);
  const [why, setWhy] = useState('');
  const open = async (text: Result<string>, name: string): Promise<void> => {
    setLook(null);
    setUnread(text.ok ? null : text.error);
    setFile(text.ok ? { name, text: text.value } : null);
    const looked = text.ok ? await run({ text: text.value }) : null;
    if (looked?.ok) setLook(looked.value);
  };
  const changing = look === null ? 0 : look.summary.changed + look.summary.new;
  const keep = async (): Promise<void> => {
    if (file === null) return;
    const kept = await run({
      text: file.text,
      keep: true,
      by,
      why: why.trim() || t('From {name}', { name: file.name }),
    });
    if (!kept.ok) return;
    notifyDone(
      t('Kept: {count, plural, one {# line} other {# lines}} of {file}', {
        count: kept.value.summary.changed + kept.value.summary.new,
        file: file.name,
      }),
    );
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      wide
      title={t('Plans from a CSV file')}
      verb={
        changing === 0
          ? t('Nothing to keep')
          : t('Keep {changing, plural, one {# line} other {# lines}}', { changing })
      }
      busy={busy}
      disabled={changing === 0}
      failure={unread ?? failure ?? null}
      onClose={onClose}
      onConfirm={() => void keep()}
    >
      <div className={classes.outcomes}>
        <p>
          {rich(
            'A line gives a customer a plan, an override, or both; its columns are <code>{columns}</code>. Applications and plans go by id or by name.',
            { columns: subscriptionColumns.join(', '), code: (words) => <code>{words}</code> },
          )}
        </p>
        <div>
          <TextFileButton
            label={file === null ? t('Choose a file…') : t('Choose another file…')}
            icon={FileSpreadsheet}
            accept=".csv,text/csv"
            busy={busy}
            onText={(text, name) => void open(text, name)}
          />
        </div>
        {look && file && (
          <section aria-label={t('What the lines do')} role="status">
            <p className={classes.sentence}>
              {t(
                '{file}: {fresh, number} new, {changed, number} changed, {same, number} the same, {refused, number} refused.',
                {
                  file: file.name,
                  fresh: look.summary.new,
                  changed: look.summary.changed,
                  same: look.summary.same,
                  refused: look.summary.refused,
                },
              )}
            </p>
            <Lines rows={look.rows} outcome="refused" />
            <Lines rows={look.rows} outcome="changed" />
            <Lines rows={look.rows} outcome="new" />
          </section>
        )}
        {changing > 0 && (
          <TextInput
            label={t('Why')}
            description={t('Stands in the past of each entry')}
            placeholder={file ? t('From {name}', { name: file.name }) : ''}
            maxLength={500}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
      </div>
    </ConfirmDialog>
  );
}

const outcomeWords: Readonly<Record<LineOutcome['outcome'], string>> = {
  refused: t('refused'),
  changed: t('changed'),
  new: t('new'),
  same: t('the same'),
};

function Lines({
  rows,
  outcome,
}: {
  readonly rows: readonly LineOutcome[];
  readonly outcome: LineOutcome['outcome'];
}) {
  const own = rows.filter((row) => row.outcome === outcome);
  const word = outcomeWords[outcome];
  return (
    <>
      <NamedFigures
        rows={own.slice(0, listed).map(({ line, name, why }) => ({
          id: String(line),
          name:
            name === ''
              ? t('Line {line}', { line: String(line) })
              : t('Line {line}: {name}', { line: String(line), name }),
          figures: why === '' ? word : `${word}: ${why}`,
        }))}
      />
      {own.length > listed && (
        <p className={classes.quiet}>
          {t('and {count, plural, one {# line} other {# lines}} more {outcome}', {
            count: own.length - listed,
            outcome: word,
          })}
        </p>
      )}
    </>
  );
}
