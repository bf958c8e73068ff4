import { t } from '../../language/t';
import { isEmail } from '../kinds/texts';
import { addressFault } from '../kinds/web-address';
import { marked } from './marked';
import type { Rules } from './rules';
import { reject } from './validation';

/** What may stand on either list. Source: spec, `POST /allowlist_identifiers`; phone numbers: E.164. */
const forms: readonly RegExp[] = [/^\*@[^\s@]+\.[^\s@]+$/, /^\+[1-9]\d{6,14}$/, /^0x[0-9a-f]{40}$/];

/** What is wrong with an identifier of the allowlist or blocklist, as a sentence; null when nothing is. */
export function identifierFault(value: string): string | null {
  return isEmail(value) || forms.some((form) => form.test(value))
    ? null
    : t('"{value}" is no address, no domain (*@acme.com), no phone number and no wallet.', { value });
}

const emailFault = (value: string): string | null =>
  isEmail(value) ? null : t('"{value}" is not an email address.', { value });

const linkFault = (value: string): string | null => {
  const fault = addressFault(value, { app: true, login: true, fragment: true });
  return fault && t('"{value}" {fault}.', { value, fault });
};

const statusOf = (record: object): string => ('status' in record ? String(record.status) : '');

const list = { phase: 1, mark: 'identifier', fault: identifierFault, again: [], caveat: '' } as const;

export const allowlistIdentifier: Rules = marked('allowlistIdentifier', list);
export const blocklistIdentifier: Rules = marked('blocklistIdentifier', list);

export const redirectUrl: Rules = marked('redirectUrl', {
  phase: 1,
  mark: 'url',
  exact: true,
  fault: linkFault,
  again: [],
  caveat: '',
});

/** Source: spec, `POST /invitations`, `POST /invitations/{invitation_id}/revoke`. */
export const instanceInvitation: Rules = marked('instanceInvitation', {
  phase: 9,
  mark: 'email',
  fault: emailFault,
  takes: (record) => statusOf(record) === 'pending',
  remove: {
    refuse: (record) =>
      statusOf(record) === 'accepted'
        ? reject(
            'invalid-input',
            t('An accepted invitation cannot be revoked.'),
            t('Ban or delete the person instead.'),
          )
        : null,
  },
  again: ['publicMetadata'],
  caveat: t('The link that was sent stops working: inviting again sends a new email.'),
  lasting: t('An email is sent: the invitation in it can be revoked, the email cannot.'),
});

/** Source: spec, `POST` and `DELETE /waitlist_entries`. */
export const waitlistEntry: Rules = marked('waitlistEntry', {
  phase: 1,
  mark: 'email',
  fault: emailFault,
  remove: {
    refuse: (record) =>
      statusOf(record) === 'pending'
        ? null
        : reject(
            'invalid-input',
            t('Only who still waits can be taken off the waitlist.'),
            t('Choose another one.'),
          ),
  },
  again: [],
  caveat: t('Put back, the person waits at the end of the list.'),
});
