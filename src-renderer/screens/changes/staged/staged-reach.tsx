import { Button } from '@mantine/core';
import { changeOf } from '@renderer/fields/change';
import type { Intent } from '@shared/domain/intent';
import { metPolicies } from '@shared/domain/met-policies';
import { t } from '@shared/language/t';
import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { PoliciesMet, useHasPools } from '../policies-met';
import { Strip } from '../strip';
import classes from './staged-reach.module.css';

interface StagedReachProps {
  readonly intents: readonly Intent[];
}

/** Offline too: whom the staged policies meet, counted in the copies of the pools once somebody asks. */
export function StagedReach({ intents }: StagedReachProps) {
  const [asked, setAsked] = useState(false);
  const policies = useMemo(() => metPolicies(intents.map(changeOf)), [intents]);
  const hasPools = useHasPools();
  if (policies.length === 0 || !hasPools) return null;
  if (!asked)
    return (
      <Strip
        icon={<Users size={13} aria-hidden />}
        action={
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('Count them')}
          </Button>
        }
      >
        {t(
          '{count, plural, one {# policy meets} other {# policies meet}} people who are here already. The copies of the pools tell how many.',
          { count: policies.length },
        )}
      </Strip>
    );
  return (
    <section
      className={classes.counts}
      aria-label={t('Whom the staged policies meet')}
      tabIndex={-1}
      ref={takeFocus}
    >
      <PoliciesMet policies={policies} />
    </section>
  );
}

/** The button that was pressed is gone: the focus goes to what came for it. */
function takeFocus(section: HTMLElement | null): void {
  section?.focus();
}
