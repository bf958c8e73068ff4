import { t } from '../../language/t';
import { email, flag, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

/** Somebody who asked to be let in. */
export const waitlistEntry = model({
  ...catalogued,
  name: 'waitlistEntry',
  words: { one: t('waitlist entry'), many: t('waitlist entries'), create: t('Add') },
  home: { screen: 'sign-up', tab: 'waitlist' },
  shape: 'round',
  spec: backend('WaitlistEntry'),
  scenarios: ['b2c', 'b2b'],
  sort: by('createdAt', 'desc'),
  fields: {
    email: email({ column: 'wide', label: t('Email'), wire: 'email_address', create: 'must', search: 1 }),
    /** `pending`, `invited`, `rejected` or `completed`. */
    status: text({
      plain: true,
      words: ['pending', 'invited', 'rejected', 'completed'],
      says: {
        pending: t('pending'),
        invited: t('invited'),
        rejected: t('rejected'),
        completed: t('completed'),
      },
      column: 'narrow',
      label: t('Status'),
      wire: 'status',
      facet: true,
      blank: () => 'pending',
    }),
    isLocked: flag({ label: t('Being processed'), wire: 'is_locked' }),
    ...times,
  },
  // In this order somebody who was turned down can still be let in.
  acts: {
    reject: {
      label: t('Reject'),
      says: t('They are told nothing, and wait no longer.'),
      shows: () => ({ status: 'rejected' }),
      fault: ({ status }) => (status === 'pending' ? null : t('Only who still waits can be rejected.')),
      undo: () => t('Whoever was rejected does not wait again; they can be invited.'),
    },
    invite: {
      label: t('Invite'),
      says: t('They are sent an email with a link to sign up.'),
      shows: () => ({ status: 'invited' }),
      fault: ({ status }) =>
        status === 'pending' || status === 'rejected' ? null : t('They were let in already.'),
      undo: () => t('The email is sent: revoke the invitation in its own list.'),
    },
  },
  said: {
    notify: flag({ label: t('Send a confirmation'), wire: 'notify', create: true, blank: () => true }),
  },
  label: ({ email: address }) => address,
  ignored: { object: 'says what it is', invitation: 'is in its own list' },
});
