import type { ReviewPhase } from '@renderer/state/use-review';
import type { MarkKind } from '@renderer/ui/marks/mark-kind';
import type { Decision, PlanStep } from '@shared/contract/plan';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';

export interface StepStatus {
  /** Null: nothing to worry about, so no colour either. */
  readonly kind: MarkKind | null;
  readonly word: string;
  /** A sentence; '' when the word says it all. */
  readonly reason: string;
}

interface StepFacts {
  readonly step: PlanStep;
  readonly phase: ReviewPhase;
  readonly decision: Decision | undefined;
  readonly leftOut: boolean;
  /** It goes as conflicts are decided, though the plan by itself says that it does not. */
  readonly opened: boolean;
  /** The intent as it stands now; undefined while on its way. */
  readonly intent: Intent | undefined;
}

/** How a step stands: what the plan says of it before the run, what became of it afterwards. Pure. */
export function stepStatus(facts: StepFacts): StepStatus {
  const { phase, intent } = facts;
  if (phase !== 'applying' && phase !== 'done') return plannedStatus(facts);
  const { step } = facts;
  const said = saidBy(intent);
  switch (intent?.state) {
    case 'sending':
      return { kind: 'unverified', word: t('Being sent'), reason: '' };
    case 'applied':
      return intent.outcome?.code === 'already-so'
        ? { kind: 'applied', word: t('Already so'), reason: '' }
        : { kind: 'applied', word: t('Applied'), reason: said };
    case 'refused':
      return { kind: 'refused', word: t('Refused'), reason: said === '' ? step.reason : said };
    case 'unknown':
      return {
        kind: 'unknown',
        word: t('Unknown'),
        reason: t('It was sent, but the answer was lost. It is looked up before anything is sent again.'),
      };
    case 'conflict':
      return { kind: 'conflict', word: t('Conflict'), reason: t('It was changed on the service meanwhile.') };
    case 'withdrawn':
      return { kind: null, word: t('Theirs kept'), reason: '' };
    case 'superseded':
      return { kind: 'applied', word: t('Applied'), reason: '' };
    default:
      return phase === 'applying' && goes(facts)
        ? { kind: null, word: t('Waiting'), reason: '' }
        : { kind: 'staged', word: t('Not sent'), reason: step.reason };
  }
}

/** The service's own words, with the status they came under and the trace to quote to its support. */
function saidBy(intent: Intent | undefined): string {
  if (!intent?.outcome || intent.outcome.message === '') return '';
  const { message, status, requestId } = intent.outcome;
  const facts = [
    status > 0 ? String(status) : '',
    requestId === '' ? '' : t('trace {requestId}', { requestId }),
  ];
  const told = facts.filter((fact) => fact !== '').join(', ');
  return told === '' || intent.state !== 'refused' ? message : `${message} (${told})`;
}

function goes({ step: { verdict }, decision, leftOut, opened }: StepFacts): boolean {
  if (verdict === 'blocked') return opened;
  if (verdict === 'conflict') return decision !== undefined && decision.choose !== 'later';
  return verdict !== 'refused' && !leftOut;
}

function plannedStatus({ step, decision, leftOut, opened, intent }: StepFacts): StepStatus {
  const { verdict, reason } = step;
  if (intent?.state === 'withdrawn') return { kind: null, word: t('Withdrawn'), reason: '' };
  if (intent?.state === 'superseded') return { kind: null, word: t('Changed since'), reason: '' };
  switch (verdict) {
    case 'clean':
      return { kind: null, word: leftOut ? t('Left out') : t('Clean'), reason };
    case 'merged':
      return { kind: null, word: leftOut ? t('Left out') : t('Merged'), reason };
    case 'no-op':
      return { kind: 'applied', word: t('Already so'), reason };
    case 'conflict':
      return decision === undefined
        ? { kind: 'conflict', word: t('Conflict'), reason: '' }
        : { kind: null, word: decided[decision.choose], reason: '' };
    case 'refused':
      return { kind: 'refused', word: t('Refused'), reason };
    case 'blocked':
      if (opened) return { kind: null, word: t('Goes too'), reason: t('Its conflict is decided for mine.') };
      return { kind: 'unverified', word: t('Blocked'), reason };
  }
}

const decided: Readonly<Record<Decision['choose'], string>> = {
  mine: t('Mine'),
  theirs: t('Theirs'),
  other: t('Third value'),
  later: t('Left for now'),
};
