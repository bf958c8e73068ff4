import { useOperation } from '@renderer/bridge/use-operation';
import { isOfflineByChoice, useStatus } from '@renderer/state/status-context';
import { mostClockOffMs, type ServiceReport } from '@shared/contract/maintenance';
import { t } from '@shared/language/t';
import { CheckPart, type VerdictWords } from './check-part';

function wordsOf({ failure, clockOffMs, requestsPer10s }: ServiceReport): VerdictWords {
  if (failure !== null) return { sound: false, text: failure.message, next: failure.next };
  const off = Math.abs(Math.round((clockOffMs ?? 0) / 1_000));
  if (off * 1_000 > mostClockOffMs)
    return {
      sound: false,
      text:
        (clockOffMs ?? 0) > 0
          ? t('The clock of this machine is {off, number} s behind the service.', { off })
          : t('The clock of this machine is {off, number} s before the service.', { off }),
      next: t('Set it: ages and expiries are told by it.'),
    };
  const clock =
    clockOffMs === null
      ? t('it told no time')
      : t('its clock is within {off, number} s of this one', { off });
  return {
    sound: true,
    text: t(
      'It answers, takes the key, and is the instance that was copied; {clock}. {requestsPer10s, number} requests in 10 s are kept to.',
      { clock, requestsPer10s },
    ),
    next: '',
  };
}

/** Asks the service whether it is there, whether the key holds, whose instance it is and what time it has. */
export function ServiceCheck() {
  const offline = isOfflineByChoice(useStatus());
  const { run, busy, failure } = useOperation('checkService');
  return (
    <CheckPart
      label={t('Check the service')}
      disabled={offline}
      title={offline ? t('You work offline') : undefined}
      busy={busy}
      failure={failure}
      look={async () => {
        const report = await run({});
        return report.ok ? wordsOf(report.value) : null;
      }}
    />
  );
}
