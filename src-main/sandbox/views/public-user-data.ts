import type { UserRow } from '../database/rows';
import { fromDirectory } from './from-directory';

/** Where the picture of a person is, or what is drawn in its place; each picture has an address of its own. */
export function userImage({ id, has_image: count }: UserRow): string {
  const own = count > 1 ? `${id}/${count}` : id;
  return `https://img.clerk.example/${count > 0 ? `avatars/${own}` : `placeholder/${id}`}`;
}

/** What others see of a user. */
export const publicUserData = {
  /** On a membership (spec: `components/schemas/OrganizationMembershipPublicUserData`). */
  ofMember: (user: UserRow) => ({
    user_id: user.id,
    first_name: user.first_name,
    last_name: user.last_name,
    profile_image_url: userImage(user),
    image_url: userImage(user),
    has_image: user.has_image > 0,
    identifier: user.email ?? user.phone ?? user.username,
    username: user.username,
    banned: user.banned === 1,
    deprovisioned: fromDirectory(user)?.out ?? false,
  }),
  /** On an invitation, of who sent it (spec: `components/schemas/OrganizationInvitationPublicUserData`). */
  ofInviter: (user: UserRow) => ({
    user_id: user.id,
    first_name: user.first_name,
    last_name: user.last_name,
    image_url: userImage(user),
    has_image: user.has_image > 0,
    identifier: user.email ?? user.phone ?? user.username ?? '',
  }),
};
