import { TextInput } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { TextFileButton } from '@renderer/screens/shared/text-file-button';
import { notifyDone } from '@renderer/state/notify';
import { usePreferences } from '@renderer/state/use-preferences';
import { formatCount } from '@renderer/ui/format/format-count';
import { plural } from '@renderer/ui/format/plural';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { NamedFigures } from '@renderer/ui/list/named-figures';
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
      `Kept. ${plural(kept.value.summary.changed + kept.value.summary.new, 'line')} of ${file.name}`,
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
          A line gives a customer a plan, an override, or both; its columns are{' '}
          <code>{subscriptionColumns.join(', ')}</code>. Applications and plans go by id or by name.
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
              {file.name}: {formatCount(look.summary.new)} new, {formatCount(look.summary.changed)} changed,{' '}
              {formatCount(look.summary.same)} the same, {formatCount(look.summary.refused)} refused.
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

function Lines({
  rows,
  outcome,
}: {
  readonly rows: readonly LineOutcome[];
  readonly outcome: LineOutcome['outcome'];
}) {
  const own = rows.filter((row) => row.outcome === outcome);
  return (
    <>
      <NamedFigures
        rows={own.slice(0, listed).map(({ line, name, why }) => ({
          id: String(line),
          name: `Line ${line}${name === '' ? '' : `: ${name}`}`,
          figures: why === '' ? outcome : `${outcome}: ${why}`,
        }))}
      />
      {own.length > listed && (
        <p className={classes.quiet}>
          and {plural(own.length - listed, 'line')} more {outcome}
        </p>
      )}
    </>
  );
}
