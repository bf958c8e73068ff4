import { applyReviewed } from '@renderer/state/review';
import { runOf } from '@renderer/state/run-of';
import { useReview } from '@renderer/state/use-review';
import { useWorkspace } from '@renderer/state/use-session';
import { customersOfRun, wavesOfRun } from '@renderer/state/waves-of-run';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Plan, PlanStep, Resolution } from '@shared/contract/plan';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import { History } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Consequences } from '../consequences/consequences';
import { useBlast } from '../consequences/use-blast';
import { Strip } from '../strip';
import { ApplyDialog } from './apply-dialog';
import { decidedChange } from './decided-change';
import { DifferenceStrip } from './difference-strip';
import { outdated } from './outdated';
import { planDifference } from './plan-difference';
import { ReportStrip } from './report-strip';
import { ReviewList } from './review-list';
import { risksOf } from './risks';
import { RunBar } from './run-bar';
import { RunStrip } from './run-strip';
import { ShownOnce } from './shown-once';
import { useNextConflict } from './use-next-conflict';
import { WavesBar } from './waves-bar';

interface ReviewViewProps {
  readonly plan: Plan;
  /** Open intents, the first of them when there are very many. */
  readonly open: readonly Intent[];
  readonly complete: boolean;
}

/** The plan: what will happen, in which order, to whom; decided, applied and reported here. */
export function ReviewView({ plan, open, complete }: ReviewViewProps) {
  const { phase, scope, previous, decisions, leftOut, restored, failure, waves: choice } = useReview();
  const workspace = useWorkspace();
  const [asking, setAsking] = useState(false);
  const run = useMemo(() => runOf(plan, decisions, leftOut), [plan, decisions, leftOut]);
  const customers = useMemo(() => customersOfRun(plan, run), [plan, run]);
  const inWaves = useMemo(() => wavesOfRun(plan, run, choice), [plan, run, choice]);
  const blast = useBlast(plan, run);
  const sent = useMemo(() => run.sent.map((step) => asDecided(step, run.resolutions)), [run]);
  const risks = useMemo(() => risksOf(sent, blast.radius), [sent, blast.radius]);
  const differences = useMemo(
    () => (previous === null ? null : planDifference(previous, plan)),
    [previous, plan],
  );
  const marks = useMemo(
    () => new Map((differences ?? []).map(({ step, text }) => [step.intentId as string, text])),
    [differences],
  );
  const conflicts = plan.steps.filter(({ verdict }) => verdict === 'conflict');
  const moved = Object.entries(plan.answers).filter(([id, answer]) => answer.moved && !decisions[id]).length;
  const next = useNextConflict(conflicts, run.undecided);
  const old = phase === 'review' ? outdated({ plan, scope, open, complete }) : null;
  const heldBack = plan.steps.length - run.intentIds.length + plan.unread.length;
  const planned = new Set<string>(plan.steps.map(({ intentId }) => intentId));
  const left = open.filter(({ id }) => planned.has(id));
  const production = workspace?.environment === 'production' ? workspace.name : undefined;
  const apply = (): void => {
    if (risks.length > 0 || production !== undefined) setAsking(true);
    else void applyReviewed();
  };
  return (
    <>
      {(phase === 'review' || phase === 'planning') && (
        <RunBar
          plan={plan}
          run={run}
          fault={inWaves?.fault ?? ''}
          planning={phase === 'planning'}
          outdated={old !== null}
          onNextConflict={() => next.go(null)}
          onApply={apply}
        />
      )}
      {phase === 'review' && customers.length > 0 && (
        <WavesBar customers={customers} choice={choice} run={inWaves} />
      )}
      {phase === 'applying' && <RunStrip />}
      {phase === 'done' && <ReportStrip left={left} since={open.length - left.length} held={heldBack} />}
      {phase === 'review' && failure && (
        <Strip>
          <InlineFailure failure={failure} />
        </Strip>
      )}
      {old && (
        <Strip>
          {t(
            'Since this review {staged, plural, one {# change was} other {# changes were}} staged and {withdrawn, number} withdrawn.',
            { staged: old.staged, withdrawn: old.withdrawn },
          )}
        </Strip>
      )}
      {phase === 'review' && restored + moved > 0 && <KeptStrip restored={restored} moved={moved} />}
      {plan.lostSecrets.length > 0 && <ShownOnce secrets={plan.lostSecrets} />}
      {differences && phase === 'review' && <DifferenceStrip plan={plan} differences={differences} />}
      <ScreenLayout inspector={<Consequences blast={blast} run={run} sent={sent} over={phase === 'done'} />}>
        <ReviewList plan={plan} open={open} differences={marks} next={next} />
      </ScreenLayout>
      <ApplyDialog
        run={run}
        waves={inWaves?.waves ?? []}
        sent={sent}
        risks={risks}
        production={production}
        opened={asking}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

/** A step as it will be sent: of a decided conflict, the value that was chosen. */
function asDecided(step: PlanStep, resolutions: Readonly<Record<string, Resolution>>): PlanStep {
  const resolution = resolutions[step.intentId];
  const decided = resolution === undefined ? null : decidedChange(step, resolution);
  return decided === null ? step : { ...step, base: decided.base, mine: decided.mine };
}

interface KeptStripProps {
  /** Answers from before a crash or a restart that still fit their conflict. */
  readonly restored: number;
  /** Answers that fit no more. */
  readonly moved: number;
}

/** Answers that outlived the window they were given in: none is taken up in silence. */
function KeptStrip({ restored, moved }: KeptStripProps) {
  return (
    <Strip icon={<History size={14} aria-hidden />}>
      {restored > 0 &&
        t(
          'Restored: {restored, plural, one {# answer} other {# answers}} that you gave before. Nothing of it is sent until you apply.',
          { restored },
        )}{' '}
      {moved > 0 &&
        t(
          '{moved, plural, one {# answer is} other {# answers are}} void, because the values moved since; marked below.',
          { moved },
        )}
    </Strip>
  );
}
