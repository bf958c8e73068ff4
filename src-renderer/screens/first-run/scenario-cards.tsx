import { createSandbox } from '@renderer/state/workspaces';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { Scenario } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { Building2, Network, UserRound } from 'lucide-react';
import { useState } from 'react';
import { ScenarioCard } from './scenario-card';
import classes from './scenario-cards.module.css';

const cards = [
  {
    scenario: 'b2c',
    icon: UserRound,
    world: 'Lumen',
    text: t('One pool of people, no organizations: accounts, sign-ins, locks and bans.'),
    figures: t('A consumer app’s user pool'),
  },
  {
    scenario: 'b2b',
    icon: Building2,
    world: 'Northwind',
    text: t('Customer organizations that share one pool of people: members, roles, seats, branding.'),
    figures: t('200 organizations · 5,000 people · 9,000 memberships'),
  },
  {
    scenario: 'platforms',
    icon: Network,
    world: 'Campus',
    text: t('Many isolated applications, each with its own people, policies, limits and branding.'),
    figures: t('24 applications · policies, branding and domains of each'),
  },
] as const;

/** Three ways in which users and organizations relate, each with a seeded world to try it in. */
export function ScenarioCards() {
  const [busy, setBusy] = useState<Scenario | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async (scenario: Scenario): Promise<void> => {
    setBusy(scenario);
    setFailure(null);
    const result = await createSandbox(scenario);
    setBusy(null);
    if (!result.ok) setFailure(result.error);
  };
  return (
    <section aria-label={t('Try a sandbox world')}>
      <h2 className={classes.heading}>{t('Try the sandbox')}</h2>
      <p className={classes.text}>
        {t(
          'A seeded identity service that runs inside Tenantry. Nothing leaves this machine, and nothing real can break.',
        )}
      </p>
      <div className={classes.cards}>
        {cards.map(({ scenario, ...card }) => (
          <ScenarioCard
            key={scenario}
            {...card}
            scenario={scenario}
            busy={busy === scenario}
            disabled={busy !== null}
            onOpen={() => void open(scenario)}
          />
        ))}
      </div>
      {failure && <InlineFailure failure={failure} />}
    </section>
  );
}
