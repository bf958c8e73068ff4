import { Button } from '@mantine/core';
import { type ModelTab, ModelTabs } from '@renderer/screens/kit/model-tabs';
import { go } from '@renderer/state/use-route';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { CreditCard, Receipt } from 'lucide-react';

const lists = {
  plans: {
    title: t('Plans'),
    entity: 'plan',
    icon: CreditCard,
    facts: ['isDefault', 'publiclyVisible'],
    values: { payer: ['org', 'user'] },
    teach: t('Plans are made and priced in the dashboard of the identity service; here they are read.'),
  },
  subscriptions: {
    title: t('Subscriptions'),
    entity: 'subscriptionItem',
    icon: Receipt,
    without: ['planId', 'organizationId', 'userId'],
    more: (record) => <PayerLink record={record as StoredRecord<'subscriptionItem'>} />,
    facts: ['isFreeTrial'],
    values: { status: ['active', 'past_due', 'upcoming', 'ended'], period: ['month', 'annual'] },
    teach: t('Who has which plan appears here as soon as somebody subscribes to one.'),
  },
} as const satisfies Readonly<Record<string, ModelTab>>;

/** What is sold, and who has it: read only, as the service sells it. */
export function PlansScreen() {
  return <ModelTabs screen="plans" label={t('Parts of plans')} lists={lists} />;
}

/** The way to who pays. */
function PayerLink({
  record: { organizationId, userId },
}: {
  readonly record: StoredRecord<'subscriptionItem'>;
}) {
  if (organizationId === '' && userId === '') return null;
  const open = (): void =>
    organizationId === ''
      ? go('people', { id: userId })
      : go('organization', { id: organizationId, params: { tab: 'limits' } });
  return (
    <Button variant="default" onClick={open}>
      {organizationId === '' ? t('Open the person') : t('Open the organization')}
    </Button>
  );
}
