import type { Assertion } from '@shared/domain/access/assertion';
import { t } from '@shared/language/t';

/** An assertion as a sentence. */
export function assertionText(assertion: Assertion): string {
  const { holding } = assertion;
  if ('every' in assertion)
    return t('Every organization has at least {atLeast, number} who hold {holding}.', {
      atLeast: assertion.atLeast,
      holding,
    });
  const { emailDomainNot, withoutSecondFactor } = assertion.nobody;
  const conditions = [...(emailDomainNot ? ['domain'] : []), ...(withoutSecondFactor ? ['factor'] : [])];
  return t(
    'Nobody{whom, select, domain { outside {domain}} factor { without a second factor} both { outside {domain} and without a second factor} other {}} holds {holding}{where, select, one { in {place}} other {}}.',
    {
      whom: conditions.length > 1 ? 'both' : (conditions[0] ?? 'all'),
      domain: emailDomainNot ?? '',
      holding,
      where: assertion.in === undefined ? 'all' : 'one',
      place: assertion.in ?? '',
    },
  );
}
