import { Checkbox, TextInput } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { notifyDone } from '@renderer/state/notify';
import { undoing } from '@renderer/state/undo';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { FleetRow } from '@shared/contract/fleet';
import type { OutputOf } from '@shared/contract/operations';
import { configField } from '@shared/domain/config-field';
import type { Failure } from '@shared/domain/failure';
import { noVerdicts } from '@shared/domain/fleet/verdict';
import type { ChangeSetId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './baseline-dialog.module.css';
import { broughtFailures } from './baseline-values';

interface BringDialogProps {
  readonly rows: readonly FleetRow[];
  readonly paths: readonly string[];
  /** The setting that the matrix is narrowed to; '' for all. */
  readonly path: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Brings settings of the chosen applications to their baselines: staged as one undo group, in a change set named after the reason. */
export function BringDialog({ rows, paths, path, onClose, onDone }: BringDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>(path === '' ? paths : [path]);
  const [reason, setReason] = useState('');
  /** Of the last try: another one goes into the same. */
  const [made, setMade] = useState<{ readonly title: string; readonly id: ChangeSetId }>();
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const asked = {
    applicationIds: rows.map(({ id }) => id),
    paths: chosen.length === paths.length ? [] : [...chosen],
  };
  const foreseen = useFittingAnswer('bringToBaseline', { ...asked, preview: true }, '');
  const drift = chosen.length === 0 ? 0 : foreseen.fits ? foreseen.value?.wanted : undefined;
  const { accepted, unlicensed, differs, expired } = foreseen.value?.left ?? noVerdicts();
  const staged = differs + expired;

  // Of some settings only it is not known here whose they are.
  const all = chosen.length === paths.length ? rows : [];
  const names = all.filter(({ counts }) => counts.differs + counts.expired > 0).map(({ name }) => name);

  const bring = async (): Promise<void> => {
    setBusy(true);
    const failed = await stageAll();
    setBusy(false);
    setFailures(failed);
    if (failed.length > 0) return;
    onDone();
    onClose();
  };
  const stageAll = async (): Promise<readonly Failure[]> => {
    const title = reason.trim();
    let set = title === made?.title ? made : undefined;
    if (title !== '' && set === undefined) {
      const created = await engine.call('createChangeSet', { title });
      if (!created.ok) return [created.error];
      set = { title, id: created.value.id };
      setMade(set);
    }
    const brought = await engine.call('bringToBaseline', { ...asked, ...(set && { changeSetId: set.id }) });
    if (!brought.ok) return [brought.error];
    tellBrought(brought.value);
    return broughtFailures(brought.value, new Map(rows.map(({ id, name }) => [id, name])));
  };
  return (
    <ConfirmDialog
      opened
      title={t('Bring {count, plural, one {# application} other {# applications}} to the baseline', {
        count: rows.length,
      })}
      verb={
        drift === undefined
          ? t('Counting…')
          : drift === 0
            ? t('Nothing to stage')
            : t('Stage {drift, plural, one {# change} other {# changes}}', { drift })
      }
      busy={busy}
      disabled={!drift}
      affected={names}
      onClose={onClose}
      onConfirm={() => void bring()}
    >
      <div className={classes.form}>
        <p>
          {drift === undefined
            ? t('… of theirs differ.')
            : t('{drift, plural, one {# setting of theirs differs} other {# settings of theirs differ}}.', {
                drift,
              })}{' '}
          {t('Nothing is sent before you reconcile.')}{' '}
          {accepted > 0 &&
            t(
              '{accepted, plural, one {# accepted deviation} other {# accepted deviations}} stays as it is.',
              { accepted },
            )}{' '}
          {staged > 0 &&
            t(
              '{staged, plural, one {# setting} other {# settings}} with another value staged already is left alone, too: bring it one by one, or withdraw what is staged.',
              { staged },
            )}{' '}
          {unlicensed > 0 &&
            t(
              '{unlicensed, plural, one {# setting} other {# settings}} not in a customer’s plan is left alone.',
              { unlicensed },
            )}
        </p>
        {path === '' && paths.length > 1 && (
          <Checkbox.Group label={t('Settings')} value={[...chosen]} onChange={setChosen}>
            <div className={classes.choices}>
              {paths.map((each) => (
                <Checkbox key={each} value={each} label={configField(each)?.label ?? each} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <TextInput
          label={t('Reason')}
          description={t('Becomes the title of a change set of its own; without one they join the usual set')}
          placeholder={t('Passwords by the new policy')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {failures.map((failure) => (
          <InlineFailure key={failure.message} failure={failure} />
        ))}
      </div>
    </ConfirmDialog>
  );
}

/** Says what was staged. */
function tellBrought({ staged, rejected, left }: OutputOf<'bringToBaseline'>): void {
  const alone = left.accepted + left.unlicensed + left.differs + left.expired;
  const rest =
    alone === 0 ? [] : [t('{alone, plural, one {# setting} other {# settings}} left alone', { alone })];
  if (staged.length > 0)
    notifyDone(
      [
        t('Staged. {count, plural, one {# setting} other {# settings}} to the baseline', {
          count: staged.length,
        }),
        ...rest,
      ].join('; '),
      undoing(staged[0]?.gesture),
    );
  else if (rejected.length === 0) notifyDone([t('Nothing is left to stage'), ...rest].join('; '));
}
