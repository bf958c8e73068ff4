import type { Engine } from '@main/engine/engine';
import type { CheckName, DoctorCheck } from '@shared/contract/doctor';
import type { FailureCode } from '@shared/contract/failure';
import { mostClockOffMs, type ServiceReport } from '@shared/contract/maintenance';
import type { EngineStatus } from '@shared/contract/status';
import { NetworkTrouble } from '@shared/domain/network-trouble';
import { betweenWords } from '@shared/domain/reconcile/left-between';
import { t } from '@shared/language/t';
import { check, failed, fine, type Tell, untried, wrong } from './checks';

const limitMs = 60_000;

/** Failures of the way to the service: what came back, if anything, was not the service's word. */
const onTheWay: ReadonlySet<FailureCode> = new Set([...NetworkTrouble.options, 'offline', 'timeout']);

function asked(
  { failure, clockOffMs, version, requestsPer10s, requestsLeft }: ServiceReport,
  way: string,
): readonly DoctorCheck[] {
  if (failure !== null && onTheWay.has(failure.code)) return [failed('network', failure)];
  const reached = fine('network', t('the service answers{way}', { way }));
  if (failure !== null) return [reached, failed('service', failure)];
  return [
    reached,
    fine(
      'service',
      [t('it takes the key, and is the instance that was copied'), version].filter(Boolean).join('; '),
    ),
    clock(clockOffMs),
    fine(
      'limits',
      t(
        '{requestsLeft, number} of {requestsPer10s, number} requests in 10 s are left; what others send with this key is not counted',
        { requestsLeft, requestsPer10s },
      ),
    ),
  ];
}

function clock(offMs: number | null): DoctorCheck {
  if (offMs === null) return untried('clock', t('not compared: the service told no time'), '');
  const seconds = Math.abs(Math.round(offMs / 1_000));
  if (Math.abs(offMs) <= mostClockOffMs)
    return fine('clock', t('within {seconds, number} s of the service', { seconds }));
  return wrong(
    'clock',
    null,
    offMs > 0
      ? t('{seconds, number} s behind the service', { seconds })
      : t('{seconds, number} s before the service', { seconds }),
    t('Set the clock of this machine: ages and expiries are told by it.'),
  );
}

const isByChoice = ({ freshness }: EngineStatus): boolean =>
  freshness.kind === 'offline' && freshness.by === 'choice';

function complete(asOf: number): DoctorCheck {
  return asOf === 0
    ? untried('copy', t('nothing was copied to its end yet'), t('Sync once.'))
    : fine('copy', t('all lists copied, complete as of {at, date, medium} {at, time, short}', { at: asOf }));
}

function copied({ collections, freshness, throttled, between }: EngineStatus): readonly DoctorCheck[] {
  const left = collections.filter(({ failure }) => failure !== null);
  return [
    left.length === 0
      ? complete(freshness.asOf)
      : wrong(
          'copy',
          left[0]?.failure?.code ?? 'incomplete',
          t('not copied: {lists}', {
            lists: left.map(({ entity, failure }) => `${entity} (${failure?.message ?? ''})`).join('; '),
          }),
          left[0]?.failure?.next ?? '',
        ),
    ...throttled.map(({ endpoint, until }) =>
      wrong(
        'limits',
        'rate-limited',
        t('{endpoint} is held until {at, date, medium} {at, time, short}', { endpoint, at: until }),
        t('Wait until then.'),
      ),
    ),
    ...between.map((left) => {
      const { message, next } = betweenWords(left);
      return wrong('copy', null, message, next);
    }),
  ];
}

const ofService: readonly CheckName[] = ['network', 'service', 'clock'];

export interface ServiceExamination {
  /** How the service is reached, behind "the service answers": `, with HTTPS_PROXY set`. */
  readonly way: string;
  /** A read-only copy, which has no service. */
  readonly snapshot: boolean;
}

/**
 * How the service answers an open workspace, and what its copy lacks. A snapshot, and one that is offline by choice, ask nobody.
 * Returns where the engine stands; null where it does not say.
 */
export async function examineService(
  engine: Pick<Engine, 'call'>,
  tell: Tell,
  { way, snapshot }: ServiceExamination,
): Promise<EngineStatus | null> {
  const status = await engine.call('status', {});
  if (!status.ok) {
    tell(failed('engine', status.error));
    return null;
  }
  const ask = async (): Promise<readonly DoctorCheck[]> => {
    const report = await engine.call('checkService', {});
    return report.ok ? asked(report.value, way) : [failed('service', report.error)];
  };
  if (snapshot)
    for (const name of ofService) tell(untried(name, t('not asked: a snapshot has no service'), ''));
  else if (isByChoice(status.value))
    for (const name of ofService) tell(untried(name, t('not asked: you work offline by choice'), goOnline));
  else await check('network', limitMs, ask, tell);
  for (const each of copied(status.value)) tell(each);
  return status.value;
}

const goOnline = t('Go online to have it asked.');
