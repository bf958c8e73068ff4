import { ScreenTabs } from '@renderer/screens/kit/screen-tabs';
import { t } from '@shared/language/t';
import { Ban, DoorOpen, Hourglass, Link2, MailPlus } from 'lucide-react';
import { type Listed, ListedTab } from './listed-tab';
import { RestrictionsTab } from './restrictions-tab';

const kinds = { identifierType: ['email_address', 'phone_number', 'web3_wallet'] };

/** The lists that decide who may sign up, a tab each. */
const lists = {
  invitations: {
    title: t('Invitations'),
    entity: 'instanceInvitation',
    icon: MailPlus,
    values: { status: ['pending', 'accepted', 'expired'] },
    teach: t(
      'Invite people by email: whoever follows the link may sign up, also where sign-up is restricted.',
    ),
    removal: t('The link stops working; inviting again sends a new email.'),
  },
  waitlist: {
    title: t('Waitlist'),
    entity: 'waitlistEntry',
    icon: Hourglass,
    values: { status: ['pending', 'invited', 'rejected', 'completed'] },
    teach: t('Who asks to be let in appears here; add somebody by email to put them on the list.'),
    removal: t('They lose their place; whoever is added again waits at the end.'),
  },
  allowlist: {
    title: t('Allowlist'),
    entity: 'allowlistIdentifier',
    icon: DoorOpen,
    values: kinds,
    teach: t(
      'Allow addresses, whole domains (*@acme.com) or phone numbers: where the allowlist is on, nobody else may sign up.',
    ),
    removal: t('They may not sign up any more where the allowlist is on. Who has signed up stays.'),
  },
  blocklist: {
    title: t('Blocklist'),
    entity: 'blocklistIdentifier',
    icon: Ban,
    values: kinds,
    teach: t(
      'Block addresses, whole domains (*@spam.example) or phone numbers: they can neither sign up nor sign in.',
    ),
    removal: t('They may sign up and in again.'),
    shuts: true,
  },
  redirects: {
    title: t('Redirect URLs'),
    entity: 'redirectUrl',
    icon: Link2,
    values: {},
    teach: t('Add the addresses that people may be sent to after they signed in, of native apps above all.'),
    removal: t('Nobody is sent there any more: apps that ask for it are refused.'),
  },
} as const satisfies Readonly<Record<string, Listed & { readonly title: string }>>;

/** Who may sign up, and how they get in; beside the lists, whether they hold. */
export function SignUpScreen() {
  return (
    <ScreenTabs
      screen="sign-up"
      label={t('Parts of sign-up')}
      tabs={[
        ...Object.entries<Listed & { readonly title: string }>(lists).map(([id, { title, ...listed }]) => ({
          id,
          title,
          panel: <ListedTab {...listed} />,
        })),
        { id: 'restrictions', title: t('Restrictions'), panel: <RestrictionsTab /> },
      ]}
    />
  );
}
