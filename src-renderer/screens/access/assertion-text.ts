import type { Assertion } from '@shared/domain/access/assertion';

/** An assertion as a sentence. */
export function assertionText(assertion: Assertion): string {
  const { holding } = assertion;
  if ('every' in assertion)
    return `Every organization has at least ${assertion.atLeast} who hold ${holding}.`;
  const { emailDomainNot, withoutSecondFactor } = assertion.nobody;
  const whom = [
    ...(emailDomainNot === undefined ? [] : [`outside ${emailDomainNot}`]),
    ...(withoutSecondFactor ? ['without a second factor'] : []),
  ].join(' and ');
  return `Nobody${whom === '' ? '' : ` ${whom}`} holds ${holding}${assertion.in === undefined ? '' : ` in ${assertion.in}`}.`;
}
