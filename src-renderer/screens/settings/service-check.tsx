import { useOperation } from '@renderer/bridge/use-operation';
import { isOfflineByChoice, useStatus } from '@renderer/state/status-context';
import { formatCount } from '@renderer/ui/format/format-count';
import { mostClockOffMs, type ServiceReport } from '@shared/contract/maintenance';
import { CheckPart, type VerdictWords } from './check-part';

function wordsOf({ failure, clockOffMs, requestsPer10s }: ServiceReport): VerdictWords {
  if (failure !== null) return { sound: false, text: failure.message, next: failure.next };
  const off = Math.abs(Math.round((clockOffMs ?? 0) / 1_000));
  if (off * 1_000 > mostClockOffMs)
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
  const offline = isOfflineByChoice(useStatus());
  const { run, busy, failure } = useOperation('checkService');
  return (
    <CheckPart
      label="Check the service"
      disabled={offline}
      title={offline ? 'You work offline' : undefined}
      busy={busy}
      failure={failure}
      look={async () => {
        const report = await run({});
        return report.ok ? wordsOf(report.value) : null;
      }}
    />
  );
}
