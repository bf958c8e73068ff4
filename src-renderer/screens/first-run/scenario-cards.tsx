import { createSandbox } from '@renderer/state/workspaces';
import { InlineFailure } from '@renderer/ui/inline-failure';
import type { Failure } from '@shared/contract/failure';
import { Building2, Network, UserRound } from 'lucide-react';
import { useState } from 'react';
import { ScenarioCard } from './scenario-card';
import classes from './scenario-cards.module.css';

type World = 'northwind' | 'lumen';

/** Three ways in which users and organizations relate, each with a seeded world to try it in. */
export function ScenarioCards() {
  const [busy, setBusy] = useState<World | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async (world: World): Promise<void> => {
    setBusy(world);
    setFailure(null);
    const result = await createSandbox(world);
    setBusy(null);
    if (!result.ok) setFailure(result.error);
  };
  return (
    <section aria-label="Try a sandbox world">
      <h2 className={classes.heading}>Try the sandbox</h2>
      <p className={classes.text}>
        A seeded identity service that runs inside Tenantry. Nothing leaves this machine, and nothing real can
        break.
      </p>
      <div className={classes.cards}>
        <ScenarioCard
          icon={UserRound}
          scenario="B2C"
          world="Lumen"
          text="One pool of people, no organizations: accounts, sign-ins, locks and bans."
          figures="A consumer app’s user pool"
          busy={busy === 'lumen'}
          disabled={busy !== null}
          onOpen={() => void open('lumen')}
        />
        <ScenarioCard
          icon={Building2}
          scenario="B2B"
          world="Northwind"
          text="Customer organizations that share one pool of people: members, roles, seats, branding."
          figures="200 organizations · 5,000 people · 9,000 memberships"
          busy={busy === 'northwind'}
          disabled={busy !== null}
          onOpen={() => void open('northwind')}
        />
        <ScenarioCard
          icon={Network}
          scenario="Platforms"
          world="Campus"
          text="Many isolated applications, each with its own people, policies, limits and branding."
          figures="Not in this version: it needs a fleet of applications, which comes next"
        />
      </div>
      {failure && <InlineFailure failure={failure} />}
    </section>
  );
}
