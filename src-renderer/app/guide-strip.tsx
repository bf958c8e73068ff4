import { ActionIcon, Button } from '@mantine/core';
import { loadRows } from '@renderer/bridge/load-rows';
import { guideFacts, nextStep } from '@renderer/state/guide';
import { leaveReview, startReview } from '@renderer/state/review';
import { useStatus } from '@renderer/state/status-context';
import { undo } from '@renderer/state/undo';
import { type GuideStep, usePreferences } from '@renderer/state/use-preferences';
import { useReview } from '@renderer/state/use-review';
import { go, select, useRoute } from '@renderer/state/use-route';
import { type ScreenName, screenTable } from '@shared/contract/screens';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import type { Scenario } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { Compass, X } from 'lucide-react';
import { useEffect } from 'react';
import { FrameStrip } from './frame-strip';

interface Sample {
  readonly screen: ScreenName;
  /** Those rows alone on which the change works. */
  readonly params: Readonly<Record<string, string>>;
  readonly where: { readonly field: string; readonly op: 'eq'; readonly value: string }[];
  readonly button: string;
  readonly text: string;
}

/** A first change that every world of the sandbox can take. */
const samples: Readonly<Record<Scenario, Sample>> = {
  b2c: {
    screen: 'people',
    params: {},
    where: [],
    button: t('Go to a person'),
    text: t('Stage a change: give somebody another first name beside the table.'),
  },
  b2b: {
    screen: 'memberships',
    params: { role: 'org:member' },
    where: [{ field: 'role', op: 'eq', value: 'org:member' }],
    button: t('Go to a member'),
    text: t('Stage a change: give a member another role beside the table.'),
  },
  platforms: {
    screen: 'applications',
    params: { policy: 'auth_multi_factor' },
    where: [],
    button: t('Go to an application'),
    text: t('Stage a change: set another policy of an application beside the table.'),
  },
};

/** The line that leads a newcomer through a sample change on the real screens; in the way of nothing, closed for good by its cross. */
export function GuideStrip({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const { guide, setGuide } = usePreferences();
  const phase = useReview((review) => review.phase);
  const facts = guideFacts(useStatus(), phase);
  const here = guide?.workspaceId === workspace.id ? guide : null;
  const step = here && facts ? nextStep(here.step, facts) : here?.step;
  useEffect(() => {
    if (here && step !== undefined && step !== here.step) setGuide({ ...here, step });
  }, [here, step, setGuide]);
  if (here === null || step === undefined) return null;
  const sample = samples[workspace.scenario];
  return (
    <FrameStrip
      tone="scope"
      notOnPaper
      icon={<Compass size={14} aria-hidden />}
      action={
        <>
          <StepButton step={step} sample={sample} />
          <ActionIcon aria-label={t('Close the guide')} onClick={() => setGuide(null)}>
            <X size={14} aria-hidden />
          </ActionIcon>
        </>
      }
    >
      {texts[step](sample)}
    </FrameStrip>
  );
}

const texts: Readonly<Record<GuideStep, (sample: Sample) => string>> = {
  stage: ({ text }) => t('1 of 3. {text} It stays on this machine; nothing is sent.', { text }),
  look: () => t('2 of 3. It is staged: the new value stands beside the old one. See what would be sent.'),
  decide: () =>
    t('3 of 3. This is the plan, by what the service says now. Take the change back, or apply it.'),
  done: () =>
    t('That is all there is to it, for one change or for thousands. History tells what was applied.'),
};

function StepButton({ step, sample }: { readonly step: GuideStep; readonly sample: Sample }) {
  const { setGuide } = usePreferences();
  switch (step) {
    case 'stage':
      return <Button onClick={() => void goToSample(sample)}>{sample.button}</Button>;
    case 'look':
      return (
        <Button
          onClick={() => {
            go('changes');
            void startReview();
          }}
        >
          {t('See the plan')}
        </Button>
      );
    case 'decide':
      return (
        <Button variant="default" onClick={() => void undo().then(leaveReview)}>
          {t('Take it back')}
        </Button>
      );
    default:
      return <Button onClick={() => setGuide(null)}>{t('Done')}</Button>;
  }
}

/** Goes to the screen, and opens the first record there that the change works on, if one is copied yet. */
async function goToSample({ screen, params, where }: Sample): Promise<void> {
  go(screen, { params });
  const listed = screenTable.find(({ name }) => name === screen)?.shows[0];
  if (listed === undefined) return;
  const [row] = await loadRows(listed, { where }, 0, 1);
  const { route } = useRoute.getState();
  if (row !== undefined && route.screen === screen && route.id === null) select(row.record.id);
}
