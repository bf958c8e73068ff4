import { Button, SegmentedControl } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { Panel } from '@renderer/ui/layout/panel';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { SandboxSwitch, SandboxWeather } from '@shared/contract/workspace-calls';
import { t } from '@shared/language/t';
import { useCallback, useEffect, useState } from 'react';
import classes from './sandbox-weather.module.css';

const latencies = [
  { value: '0', label: t('At once') },
  { value: '300', label: t('0.3 s') },
  { value: '2000', label: t('2 s') },
];

/** Bad weather for the embedded sandbox, to see how Tenantry behaves in it. It shows how the service says that it stands. */
export function SandboxWeatherPanel() {
  const [weather, setWeather] = useState<SandboxWeather | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const turn = useCallback(async (to: SandboxSwitch): Promise<void> => {
    const result = await shell.call('sandboxSwitch', to);
    if (result.ok) setWeather(result.value);
    setFailed(result.ok ? null : result.error);
  }, []);
  useEffect(() => void turn({ kind: 'look' }), [turn]);
  const unknown = weather === null;
  return (
    <Panel title={t('Sandbox weather')} note={t('this workspace’s own service, to try bad days')}>
      <div className={classes.weather}>
        <Button
          variant="default"
          disabled={unknown}
          onClick={() => void turn({ kind: weather?.down ? 'up' : 'down' })}
        >
          {weather?.down ? t('Bring the service up') : t('Take the service down')}
        </Button>
        <span id="sandbox-latency" className={classes.label}>
          {t('Answers after')}
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby="sandbox-latency"
          data={latencies}
          disabled={unknown}
          value={String(weather?.latencyMs ?? '')}
          onChange={(value) => void turn({ kind: 'latency', ms: Number(value) })}
        />
      </div>
      {failed && <InlineFailure failure={failed} />}
    </Panel>
  );
}
