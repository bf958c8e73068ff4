import { Button } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { isOfflineByChoice, useStatus } from '@renderer/state/status-context';
import { formatCount } from '@renderer/ui/format/format-count';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { ServiceReport } from '@shared/contract/maintenance';
import { useState } from 'react';
import classes from './maintenance.module.css';
import { Verdict, type VerdictWords } from './verdict';

/** So far may clocks differ before times on screen mislead, ms. */
const mostOffMs = 120_000;

function wordsOf({ failure, clockOffMs, requestsPer10s }: ServiceReport): VerdictWords {
  if (failure !== null) return { sound: false, text: failure.message, next: failure.next };
  const off = Math.abs(Math.round((clockOffMs ?? 0) / 1_000));
  if (off * 1_000 > mostOffMs)
    return {
      sound: false,
      text: `The clock of this machine is ${formatCount(off)} s ${(clockOffMs ?? 0) > 0 ? 'behind' : 'before'} the service.`,
      next: 'Set it: ages and expiries are told by it.',
    };
  const clock = clockOffMs === null ? 'it told no time' : `its clock is within ${off} s of this one`;
  return {
    sound: true,
    text: `It answers, takes the key, and is the instance that was copied; ${clock}. ${formatCount(requestsPer10s)} requests in 10 s are kept to.`,
    next: '',
  };
}

/** Asks the service whether it is there, whether the key holds, whose instance it is and what time it has. */
export function ServiceCheck() {
  const { run, busy, failure } = useOperation('checkService');
  const [report, setReport] = useState<ServiceReport | null>(null);
  const offline = isOfflineByChoice(useStatus());
  const check = async (): Promise<void> => {
    setReport(null);
    const result = await run({});
    if (result.ok) setReport(result.value);
  };
  return (
    <div className={classes.part}>
      <Button
        variant="default"
        className={classes.button}
        loading={busy}
        disabled={offline}
        title={offline ? 'You work offline' : undefined}
        onClick={() => void check()}
      >
        Check the service
      </Button>
      <div role="status">{report && <Verdict {...wordsOf(report)} />}</div>
      {failure && <InlineFailure failure={failure} />}
    </div>
  );
}
