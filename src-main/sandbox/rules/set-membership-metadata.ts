import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { bothMetadata, type MetadataPatch } from './both-metadata';
import { changeMembership, type MembershipKey } from './change-membership';

/** Merges the metadata of a membership; what is left out stays. */
export const setMembershipMetadata = (
  scope: Scope,
  key: MembershipKey,
  patch: MetadataPatch,
): Outcome<object> => changeMembership(scope, key, (before) => bothMetadata(before, patch, 'merge'));
