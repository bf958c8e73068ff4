import { Button, Loader, NativeSelect } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { callDoctor, type DoctorAim, useOverlays } from '@renderer/state/use-overlays';
import { useSession, useWorkspace } from '@renderer/state/use-session';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { Dialog } from '@renderer/ui/layout/dialog';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { DoctorCheck } from '@shared/contract/doctor';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { type FormEvent, useEffect, useState } from 'react';
import { CheckList } from './check-list';
import classes from './doctor.module.css';
import { ReportView, type SavedReport } from './report-view';
import { useExamination } from './use-examination';

/** What can be wrong, and what to do: over any screen, and where no workspace opens. The menu calls it there as well. */
export function DoctorDialog() {
  const { doctor, setDoctor } = useOverlays();
  useEffect(() => shell.on('command', ({ id }) => (id === 'doctor' ? callDoctor() : undefined)), []);
  return (
    <Dialog opened={doctor !== null} onClose={() => setDoctor(null)} title={t('Doctor')} size={680}>
      {doctor && <Examining aim={doctor} />}
    </Dialog>
  );
}

const machine = 'machine';

function Examining({ aim }: { readonly aim: DoctorAim }) {
  const workspaces = useSession((session) => session.workspaces);
  const open = useWorkspace();
  const [id, setId] = useState<WorkspaceId | null>(aim.id);
  const [passphrase, setPassphrase] = useState('');
  const { checks, busy, run, done, failure, begin, clear } = useExamination();
  const saving = useSending();
  const [report, setReport] = useState<SavedReport | null>(null);
  const [cameBack, setCameBack] = useState(false);
  const chosen = workspaces.find((each) => each.id === id) ?? null;
  const asks = chosen?.protection === 'passphrase' && open?.id !== chosen.id;

  const choose = (next: WorkspaceId | null): void => {
    setId(next);
    setPassphrase('');
    clear();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once for what was chosen; again only when asked
  useEffect(() => {
    if (!asks) void begin(id);
  }, [id, asks]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void begin(id, asks ? passphrase : undefined);
  };
  const saveReport = async (): Promise<void> => {
    const saved = await saving.send(() => shell.call('saveReport', { run }));
    if (saved.ok && saved.value.path !== null) setReport({ ...saved.value, path: saved.value.path });
  };
  const goBack = (): void => {
    setReport(null);
    setCameBack(true);
  };
  if (report !== null) return <ReportView {...report} onBack={goBack} />;
  return (
    <form className={classes.part} onSubmit={submit}>
      <NativeSelect
        label={t('Look at')}
        value={id ?? machine}
        onChange={({ currentTarget: { value } }) =>
          choose(workspaces.find((each) => each.id === value)?.id ?? null)
        }
        data={[
          { value: machine, label: t('This machine') },
          ...workspaces.map(({ id: value, name }) => ({ value, label: name })),
        ]}
      />
      {asks && (
        <SecretInput
          label={t('Passphrase of {name}', { name: chosen.name })}
          what={t('the passphrase')}
          value={passphrase}
          onChange={setPassphrase}
        />
      )}
      <CheckList checks={checks} />
      <p role="status" className={classes.running}>
        {busy && <Loader size={14} aria-hidden />}
        {busy ? t('Looking…') : done ? summaryOf(checks) : ''}
      </p>
      {failure && <InlineFailure failure={failure} />}
      {saving.failure && <InlineFailure failure={saving.failure} />}
      <div className={classes.foot}>
        <Button type="submit" variant="default" disabled={busy}>
          {done ? t('Look again') : t('Look')}
        </Button>
        {run !== '' && (
          <Button variant="default" disabled={busy || saving.busy} autoFocus={cameBack} onClick={saveReport}>
            {t('Save a report…')}
          </Button>
        )}
      </div>
    </form>
  );
}

function summaryOf(checks: readonly DoctorCheck[]): string {
  const wrong = checks.filter(({ state }) => state === 'wrong').length;
  const left = checks.filter(({ state }) => state === 'untried').length;
  if (wrong === 0)
    return left === 0
      ? t('Nothing wrong was found.')
      : t('Nothing wrong was found; {left, number} not tried.', { left });
  const all = checks.length;
  return left === 0
    ? t('{wrong, number} of {all, number} {wrong, plural, one {is wrong} other {are wrong}}.', { wrong, all })
    : t(
        '{wrong, number} of {all, number} {wrong, plural, one {is wrong} other {are wrong}}; {left, number} not tried.',
        { wrong, all, left },
      );
}
