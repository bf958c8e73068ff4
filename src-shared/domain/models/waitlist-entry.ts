import { email, flag, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

/** Somebody who asked to be let in. */
export const waitlistEntry = model({
  ...catalogued,
  name: 'waitlistEntry',
  words: { one: 'waitlist entry', many: 'waitlist entries', create: 'Add' },
  home: { screen: 'sign-up', tab: 'waitlist' },
  shape: 'round',
  spec: backend('WaitlistEntry'),
  scenarios: ['b2c', 'b2b'],
  sort: by('createdAt', 'desc'),
  fields: {
    email: email({ column: 'wide', label: 'Email', wire: 'email_address', create: 'must', search: 1 }),
    /** `pending`, `invited`, `rejected` or `completed`. */
    status: text({
      plain: true,
      words: ['pending', 'invited', 'rejected', 'completed'],
      column: 'narrow',
      label: 'Status',
      wire: 'status',
      facet: true,
      blank: () => 'pending',
    }),
    isLocked: flag({ label: 'Being processed', wire: 'is_locked' }),
    ...times,
  },
  // In this order somebody who was turned down can still be let in.
  acts: {
    reject: {
      label: 'Reject',
      says: 'They are told nothing, and wait no longer.',
      shows: () => ({ status: 'rejected' }),
      fault: ({ status }) => (status === 'pending' ? null : 'Only who still waits can be rejected.'),
      undo: () => 'Whoever was rejected does not wait again; they can be invited.',
    },
    invite: {
      label: 'Invite',
      says: 'They are sent an email with a link to sign up.',
      shows: () => ({ status: 'invited' }),
      fault: ({ status }) =>
        status === 'pending' || status === 'rejected' ? null : 'They were let in already.',
      undo: () => 'The email is sent: revoke the invitation in its own list.',
    },
  },
  said: { notify: flag({ label: 'Send a confirmation', wire: 'notify', create: true }) },
  label: ({ email: address }) => address,
  ignored: { object: 'says what it is', invitation: 'is in its own list' },
});
