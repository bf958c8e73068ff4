import { Button } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { faultOf } from '@renderer/screens/shared/fault-of';
import { callDoctor } from '@renderer/state/use-overlays';
import { closeWorkspace, openWorkspace } from '@renderer/state/workspaces';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { capitalized } from '@renderer/ui/format/capitalized';
import { countOf } from '@renderer/ui/format/count-of';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { IntegrityReport } from '@shared/contract/maintenance';
import type { ChosenBackup } from '@shared/contract/workspace-info';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { useEffect, useState } from 'react';
import classes from './damaged-screen.module.css';
import { RescueStep } from './rescue-step';
import { RestoreForm } from './restore-form';

interface DamagedScreenProps {
  readonly id: WorkspaceId;
  readonly name: string;
  /** A plain SQLite file, or one that is no database, lies in its place. */
  readonly plain: boolean;
}

/** A database is damaged: what is wrong, and what can be done, in the order in which it loses least. Nothing is done before it is chosen. */
export function DamagedScreen({ id, name, plain }: DamagedScreenProps) {
  const looking = useSending();
  const [report, setReport] = useState<IntegrityReport | null>(null);
  const [backup, setBackup] = useState<ChosenBackup | null>(null);
  const look = async (): Promise<void> => {
    setReport(null);
    const looked = await looking.send(() => shell.call('lookAtDamage', {}));
    if (looked.ok) setReport(looked.value);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when it is shown; again only when asked
  useEffect(() => void look(), [id]);
  if (backup) return <RestoreForm backup={backup} onBack={() => setBackup(null)} />;
  const sound = report !== null && report.verdict !== 'damaged';
  return (
    <main className={classes.screen}>
      <div className={classes.column}>
        <h1 className={classes.title}>
          {plain
            ? t('Another file lies in the place of the database of {name}', { name })
            : t('The database of {name} is damaged', { name })}
        </h1>
        <p className={classes.lead}>
          {t(
            'Nothing was changed, and nothing is done before you choose. The service and what is on it are not touched by any of this.',
          )}
        </p>
        <p role="status" className={classes.found}>
          {looking.busy ? t('Reading every page and record…') : report && foundIn(report)}
        </p>
        {looking.failure && <InlineFailure failure={looking.failure} />}
        <ol className={classes.steps}>
          <RescueStep
            title={t('Look again')}
            text={
              plain
                ? t('Put the right file back, if you have it: what is sound opens as always.')
                : t(
                    'A disk, a cable or a network folder may have read wrongly. What is sound opens as always.',
                  )
            }
          >
            {sound ? (
              <Button onClick={() => void openWorkspace(id)}>{t('Open {name}', { name })}</Button>
            ) : (
              <Button variant="default" loading={looking.busy} onClick={look}>
                {t('Look again')}
              </Button>
            )}
          </RescueStep>
          <KeepEdits />
          <Restore id={id} name={name} plain={plain} onChosen={setBackup} />
          <Salvage report={report} plain={plain} disabled={report === null || sound} />
        </ol>
        <p className={classes.foot}>
          <LinkButton onClick={() => void closeWorkspace()}>{t('Choose another workspace')}</LinkButton>
          <LinkButton onClick={callDoctor}>{t('Ask the doctor')}</LinkButton>
        </p>
      </div>
    </main>
  );
}

function foundIn(report: IntegrityReport): string {
  if (report.plain)
    return t(
      'tenantry.db is no encrypted database: a plain SQLite file, another program’s file, or one that was cut off or overwritten. It was not touched.',
    );
  if (report.verdict !== 'damaged') return t('It reads well now: every page and record was read.');
  const { damagedPages, pages, lostCommits } = report;
  if (pages === 0) return t('The database file is gone or empty.');
  const fault = `${capitalized(faultOf(damagedPages, pages))}.`;
  return lostCommits === 0
    ? fault
    : `${fault} ${t('The last {lostCommits, plural, one {# write} other {# writes}} to it are missing.', { lostCommits })}`;
}

function KeepEdits() {
  const { busy, failure, send } = useSending();
  const [said, setSaid] = useState('');
  const save = async (): Promise<void> => {
    const result = await send(() => shell.call('saveStagedEdits', {}));
    if (!result.ok || result.value.saved === null) return;
    const { path, edits, unsure, unreadableLines: unread } = result.value.saved;
    const left =
      unsure > 0 &&
      t(
        '{unsure, plural, one {# change may have reached the service and is} other {# changes may have reached the service and are}} not in it, so that nothing is sent twice.',
        { unsure },
      );
    const lost =
      unread > 0 &&
      t(
        '{unread, plural, one {# line} other {# lines}} of the journal of staged changes cannot be read, and may have held more.',
        { unread },
      );
    const done = t('Saved {edits, plural, one {# change} other {# changes}} to {path}.', { edits, path });
    setSaid([done, left, lost].filter(Boolean).join(' '));
  };
  return (
    <RescueStep
      title={t('Keep what is staged, as a file')}
      text={t(
        'In plain text, readable by you alone: passwords that you typed are in it. “stage” of the command line takes it.',
      )}
      said={said}
      failure={failure}
    >
      <Button variant="default" loading={busy} onClick={save}>
        {t('Save staged changes…')}
      </Button>
    </RescueStep>
  );
}

function Restore({
  id,
  name,
  plain,
  onChosen,
}: DamagedScreenProps & { onChosen: (backup: ChosenBackup) => void }) {
  const { busy, failure, send } = useSending();
  const choose = async (): Promise<void> => {
    const chosen = await send(() => shell.call('chooseBackup', { instead: id }));
    if (chosen.ok && chosen.value.backup) onChosen(chosen.value.backup);
  };
  return (
    <RescueStep
      title={t('Restore a backup')}
      text={
        plain
          ? t(
              '{name} as it was that day, with what was staged then. The folder as it is now is moved aside and kept, once all of the backup was read.',
              { name },
            )
          : t(
              '{name} as it was that day, with what was staged then. The damaged folder is moved aside and kept, once all of the backup was read.',
              { name },
            )
      }
      failure={failure}
    >
      <Button variant="default" loading={busy} onClick={choose}>
        {t('Choose a backup…')}
      </Button>
    </RescueStep>
  );
}

interface SalvageProps extends Pick<DamagedScreenProps, 'plain'> {
  readonly report: IntegrityReport | null;
  readonly disabled: boolean;
}

function Salvage({ report, plain, disabled }: SalvageProps) {
  const { busy, failure, send } = useSending();
  return (
    <RescueStep
      title={t('Save what can be read')}
      text={
        plain
          ? t(
              'Into a new database; the other file is kept beside it. All that the service holds is copied anew.',
            )
          : t(
              'Into a new database; the damaged one is kept beside it. All that the service holds is copied anew.',
            )
      }
      said={disabled || report === null ? '' : keptOf(report)}
      failure={failure}
    >
      <Button
        variant="default"
        disabled={disabled}
        loading={busy}
        onClick={() => void send(() => shell.call('salvage', {}))}
      >
        {t('Save what can be read')}
      </Button>
    </RescueStep>
  );
}

/** What nobody but this workspace knows: how much of it can be read, and how much is lost. */
function keptOf({ collections, journal }: IntegrityReport): string {
  const of = (name: string) => collections.find((each) => each.name === name) ?? { readable: 0, lost: null };
  const history = of('history');
  const sets = of('changeSets');
  const unread = journal.unreadableLines;
  const lost = [
    ...(unread > 0
      ? [t('{unread, plural, one {# line} other {# lines}} of the journal of staged changes', { unread })]
      : []),
    ...lostOf(sets.lost, { one: t('change set'), many: t('change sets') }),
    ...lostOf(history.lost, { one: t('entry of the history'), many: t('entries of the history') }),
  ];
  const kept = t(
    'Can be read: {openIntents, plural, one {# staged change} other {# staged changes}}, {sets, plural, one {# change set} other {# change sets}}, {entries, plural, one {# entry} other {# entries}} of the history.',
    { openIntents: journal.openIntents, sets: sets.readable, entries: history.readable },
  );
  return `${kept} ${lost.length === 0 ? t('Of these, nothing is lost.') : t('Lost: {lost}.', { lost: lost.join(', ') })}`;
}

function lostOf(lost: number | null, words: Parameters<typeof countOf>[1]): readonly string[] {
  if (lost === null) return [t('{many} (nobody can tell how many)', { many: words.many })];
  return lost === 0 ? [] : [countOf(lost, words)];
}
