import { Button, SegmentedControl } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { notifyFailure } from '@renderer/state/notify';
import { Panel } from '@renderer/ui/layout/panel';
import type { SandboxSwitch } from '@shared/contract/shell';
import { useState } from 'react';
import classes from './sandbox-weather.module.css';

const latencies = [
  { value: '0', label: 'At once' },
  { value: '300', label: '0.3 s' },
  { value: '2000', label: '2 s' },
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
    <Panel title="Sandbox weather" note="this workspace’s own service, to try bad days">
      <div className={classes.weather}>
        <Button
          variant="default"
          onClick={() =>
            void turn({ kind: down ? 'up' : 'down' }).then((done) => {
              if (done) setDown(!down);
            })
          }
        >
          {down ? 'Bring the service up' : 'Take the service down'}
        </Button>
        <span id="sandbox-latency" className={classes.label}>
          Answers after
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
