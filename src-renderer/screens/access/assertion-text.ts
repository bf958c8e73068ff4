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
  const whom = [
    ...(emailDomainNot === undefined ? [] : [`outside ${emailDomainNot}`]),
    ...(withoutSecondFactor ? ['without a second factor'] : []),
  ].join(' and ');
  return `Nobody${whom === '' ? '' : ` ${whom}`} holds ${holding}${assertion.in === undefined ? '' : t(' in {in}', { in: assertion.in })}.`;
}
