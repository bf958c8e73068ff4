import { SegmentedControl } from '@mantine/core';
import { setParams } from '@renderer/state/use-route';
import { HeaderSlot } from '@renderer/ui/layout/header-slot';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { t } from '@shared/language/t';
import { type AccessParams, accessTabs, useAccessParams } from './access-params';
import { AccessQuestion } from './access-question';
import classes from './access-screen.module.css';
import { AssertionsView } from './assertions-view';
import { DifferenceView } from './difference-view';
import { WhatView } from './what-view';
import { WhoView } from './who-view';
import { WhyView } from './why-view';

/** Who can do what, and why: now, once everything is reconciled, or at a past moment. */
export function AccessScreen() {
  const params = useAccessParams();
  return (
    <ScreenLayout>
      <HeaderSlot place="actions">
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          aria-label={t('Question about access')}
          data={[...accessTabs]}
          value={params.tab}
          onChange={(tab) => setParams({ tab: tab === 'why' ? '' : tab })}
        />
      </HeaderSlot>
      <AccessQuestion params={params} />
      <ScrollBody label={t('Answer')}>
        <div className={classes.answer}>
          <View params={params} />
        </div>
      </ScrollBody>
    </ScreenLayout>
  );
}

function View({ params }: { readonly params: AccessParams }) {
  if (params.tab === 'what') return <WhatView params={params} />;
  if (params.tab === 'who') return <WhoView params={params} />;
  if (params.tab === 'assertions') return <AssertionsView params={params} />;
  if (params.tab === 'difference') return <DifferenceView params={params} />;
  return <WhyView params={params} />;
}
