import { Button } from '@mantine/core';
import { DoctorDialog } from '@renderer/screens/doctor/doctor-dialog';
import { DropZone } from '@renderer/screens/drop/drop-zone';
import { DamagedScreen } from '@renderer/screens/first-run/damaged-screen';
import { FirstRunScreen } from '@renderer/screens/first-run/first-run-screen';
import { putOnClipboard } from '@renderer/state/copy-text';
import { callDoctor } from '@renderer/state/use-overlays';
import { usePreferences } from '@renderer/state/use-preferences';
import { useSession, useWorkspace } from '@renderer/state/use-session';
import { closeWorkspace, openWorkspace } from '@renderer/state/workspaces';
import { PutOnClipboard } from '@renderer/ui/controls/copy-id';
import { FailureState } from '@renderer/ui/layout/failure-state';
import { WholeText } from '@renderer/ui/marks/whole-text';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './app.module.css';
import { Frame } from './frame';
import { Opening } from './opening';

/** Decides what the window shows: the choice of a workspace, its opening, its failure, or the frame over it. */
export function App() {
  return (
    <PutOnClipboard.Provider value={putOnClipboard}>
      <View />
      <DoctorDialog />
      <DropZone />
      <WholeText />
    </PutOnClipboard.Provider>
  );
}

function View() {
  const { loaded, engine, wasReady } = useSession();
  const workspace = useWorkspace();
  const lastId = usePreferences(({ lastWorkspaceId }) => lastWorkspaceId);
  // Whoever is led to another workspace leaves what they had begun on the first page; whoever is led nowhere any more does not.
  const [led, setLed] = useState({ to: lastId, times: 0 });
  if (led.to !== lastId) setLed({ to: lastId, times: led.times + (lastId === null ? 0 : 1) });
  if (!loaded) return <div className={classes.blank} aria-busy />;
  if (engine.kind === 'none') return <FirstRunScreen key={led.times} />;
  if (engine.kind === 'failed' && ['database-damaged', 'not-encrypted'].includes(engine.failure.code))
    return (
      <DamagedScreen
        id={engine.workspaceId}
        name={workspace?.name ?? t('this workspace')}
        plain={engine.failure.code === 'not-encrypted'}
      />
    );
  if (engine.kind === 'failed') {
    return (
      <main className={classes.blank}>
        <FailureState
          title={t('{name} could not be opened', { name: workspace?.name ?? t('This workspace') })}
          failure={engine.failure}
          actions={
            <>
              <Button onClick={() => void openWorkspace(engine.workspaceId)}>{t('Open it again')}</Button>
              <Button variant="default" onClick={() => void closeWorkspace()}>
                {t('Choose another workspace')}
              </Button>
              <Button variant="default" onClick={callDoctor}>
                {t('Ask the doctor')}
              </Button>
            </>
          }
        />
      </main>
    );
  }
  if (workspace === null || (engine.kind === 'starting' && !wasReady)) {
    return <Opening name={workspace?.name ?? t('workspace')} />;
  }
  return <Frame key={workspace.id} workspace={workspace} restarting={engine.kind === 'starting'} />;
}
