import type { UserRow } from '../database/rows';

const image = (user: UserRow): string =>
  `https://img.clerk.example/${user.has_image === 1 ? 'avatars' : 'placeholder'}/${user.id}`;

/** What others see of a user. */
export const publicUserData = {
  /** On a membership (spec: `components/schemas/OrganizationMembershipPublicUserData`). */
  ofMember: (user: UserRow) => ({
    user_id: user.id,
    first_name: user.first_name,
    last_name: user.last_name,
    profile_image_url: image(user),
    image_url: image(user),
    has_image: user.has_image === 1,
    identifier: user.email ?? user.phone ?? user.username,
    username: user.username,
    banned: user.banned === 1,
    deprovisioned: false,
  }),
  /** On an invitation, of who sent it (spec: `components/schemas/OrganizationInvitationPublicUserData`). */
  ofInviter: (user: UserRow) => ({
    user_id: user.id,
    first_name: user.first_name,
    last_name: user.last_name,
    image_url: image(user),
    has_image: user.has_image === 1,
    identifier: user.email ?? user.phone ?? user.username ?? '',
  }),
};
