import type { BlastRadius } from '@shared/contract/plan';
import { t } from '@shared/language/t';

/** `240 people sign in there; 180 of them have no second factor.` */
export function reachText(reach: BlastRadius['policies'][number]): string {
  const { people, demandsSecondFactor, withoutSecondFactor } = reach;
  if (people === null) return t('How many people sign in there could not be counted.');
  const who = t('{people, plural, one {# person signs} other {# people sign}} in there', { people });
  if (!demandsSecondFactor) return `${who}.`;
  if (withoutSecondFactor === null)
    return t('{who}; how many have no second factor was not counted.', { who });
  return t('{who}; {without, plural, one {# of them has} other {# of them have}} no second factor.', {
    who,
    without: withoutSecondFactor,
  });
}

/** The reach of a run's policies, an application each, however many settings of it change. */
export function reachByApplication(policies: BlastRadius['policies']): BlastRadius['policies'] {
  const reaches = new Map<string, BlastRadius['policies'][number]>();
  for (const reach of policies)
    if (reach.demandsSecondFactor || !reaches.has(reach.applicationId))
      reaches.set(reach.applicationId, reach);
  return [...reaches.values()];
}

/** `412 people and 9 organizations are lost with it.` */
export function closedText({ people, organizations }: BlastRadius['closings'][number]): string {
  if (people === null) return t('everybody in it, who could not be counted, and all that is theirs');
  return organizations === null
    ? t('{people, plural, one {# person} other {# people}}, and all that is theirs', { people })
    : t(
        '{people, plural, one {# person} other {# people}} and {organizations, plural, one {# organization} other {# organizations}}, and all that is theirs',
        { people, organizations },
      );
}
