import { t } from '../language/t';
import type { CommandData } from './command-data';

/** What is done to all rows of a table that are selected. */
export const chosenTable = {
  'change-role': {
    title: t('Change role…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Change role of {what}…', { what }),
    needs: ['organizations'],
  },
  'remove-members': {
    title: t('Remove members…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Remove {what}…', { what }),
    needs: ['organizations'],
  },
  'change-seats': {
    title: t('Change seats…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Change seats of {what}…', { what }),
    needs: ['organizations'],
  },
  'sign-out-people': {
    title: t('Sign out…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Sign out {what}…', { what }),
  },
  'reset-factors': {
    title: t('Reset second factors…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Reset second factors of {what}…', { what }),
  },
  'ban-people': { title: t('Ban…'), at: 'table', row: 'rows', chosen: (what) => t('Ban {what}…', { what }) },
  'unban-people': {
    title: t('Lift the ban…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Lift the ban of {what}…', { what }),
  },
  'offboard-people': {
    title: t('Offboard…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Offboard {what}…', { what }),
  },
  'delete-people': {
    title: t('Delete…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Delete {what}…', { what }),
  },
  'revoke-invitations': {
    title: t('Revoke invitations…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Revoke {what}…', { what }),
    needs: ['organizations'],
  },
  'delete-entries': {
    title: t('Take off the list…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Take {what} off the list…', { what }),
  },
  'delete-records': {
    title: t('Delete…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Delete {what}…', { what }),
  },
  'give-plan': {
    title: t('Give a plan…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Give {what} a plan…', { what }),
  },
  'count-usage': {
    title: t('Count what is used…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Count what {what} use…', { what }),
  },
  'copy-pools': {
    title: t('Copy their people…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Copy the people of {what}…', { what }),
  },
  'set-policy': {
    title: t('Set a policy…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Set a policy of {what}…', { what }),
  },
  'bring-to-baseline': {
    title: t('Bring to baseline…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Bring {what} to baseline…', { what }),
  },
  'change-templates': {
    title: t('Change for these…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Change the template of {what}…', { what }),
  },
  'revert-templates': {
    title: t('Revert to the service’s wording…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Revert the template of {what}…', { what }),
  },
  'read-templates': {
    title: t('Read templates…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Read the templates of {what}…', { what }),
  },
  'compare-templates': {
    title: t('Compare two…'),
    at: 'table',
    row: 'rows',
    chosen: (what) => t('Compare the templates of {what}…', { what }),
  },
} as const satisfies Readonly<Record<string, CommandData>>;
