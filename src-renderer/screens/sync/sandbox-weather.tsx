import { Button, SegmentedControl } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { notifyFailure } from '@renderer/state/notify';
import { Panel } from '@renderer/ui/layout/panel';
import type { SandboxSwitch } from '@shared/contract/workspace-calls';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './sandbox-weather.module.css';

const latencies = [
  { value: '0', label: t('At once') },
  { value: '300', label: t('0.3 s') },
  { value: '2000', label: t('2 s') },
];

/** Bad weather for the embedded sandbox, to see how Tenantry behaves in it. */
export function SandboxWeather() {
  const [down, setDown] = useState(false);
  const [latency, setLatency] = useState('0');
  const turn = async (to: SandboxSwitch): Promise<boolean> => {
    const result = await shell.call('sandboxSwitch', to);
    if (!result.ok) notifyFailure(result.error);
    return result.ok;
  };
  return (
    <Panel title={t('Sandbox weather')} note={t('this workspace’s own service, to try bad days')}>
      <div className={classes.weather}>
        <Button
          variant="default"
          onClick={() =>
            void turn({ kind: down ? 'up' : 'down' }).then((done) => {
              if (done) setDown(!down);
            })
          }
        >
          {down ? t('Bring the service up') : t('Take the service down')}
        </Button>
        <span id="sandbox-latency" className={classes.label}>
          {t('Answers after')}
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby="sandbox-latency"
          data={latencies}
          value={latency}
          onChange={(value) =>
            void turn({ kind: 'latency', ms: Number(value) }).then((done) => {
              if (done) setLatency(value);
            })
          }
        />
      </div>
    </Panel>
  );
}
