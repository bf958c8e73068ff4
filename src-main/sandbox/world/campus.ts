import { systemPermissions } from './system-permissions';
import type { ApplicationSpec, PermissionSpec, PlatformSpec, RoleSpec, WorldSpec } from './world-spec';

/** Universities of the platform: name, domain, colour, plan. */
const universities: readonly (readonly [string, string, string, PlatformSpec['plan']])[] = [
  ['Ashford University', 'learn.ashford.example', '#7a1f2b', 'enterprise'],
  ['Bergen Institute of Technology', 'campus.bit.example', '#0b5cad', 'growth'],
  ['Brightwater College', 'online.brightwater.example', '#007a78', 'starter'],
  ['Calder Business School', 'study.calder.example', '#1c2d5a', 'growth'],
  ['Castlemaine University', 'portal.castlemaine.example', '#5b2a86', 'enterprise'],
  ['Delft Academy of Design', 'studio.dad.example', '#d9480f', 'starter'],
  ['Eastvale Community College', 'my.eastvale.example', '#2b8a3e', 'starter'],
  ['Fairmont School of Nursing', 'learn.fairmont.example', '#0c8599', 'growth'],
  ['Glenrock Polytechnic', 'campus.glenrock.example', '#495057', 'growth'],
  ['Halden University', 'studier.halden.example', '#a61e4d', 'enterprise'],
  ['Inverness Conservatoire', 'music.inverness.example', '#862e9c', 'starter'],
  ['Jura School of Mines', 'cours.jura.example', '#5c3d2e', 'starter'],
  ['Kingsbridge University', 'learn.kingsbridge.example', '#003f88', 'enterprise'],
  ['Lakeland State College', 'online.lakeland.example', '#1971c2', 'growth'],
  ['Marlow Law School', 'study.marlow.example', '#343a40', 'growth'],
  ['Northfield Agricultural College', 'campus.northfield.example', '#5c940d', 'starter'],
  ['Oakhaven University', 'my.oakhaven.example', '#2f6f4f', 'growth'],
  ['Pemberton Medical School', 'learn.pemberton.example', '#c92a2a', 'enterprise'],
  ['Quarry Hill College of Art', 'studio.quarryhill.example', '#e8590c', 'starter'],
  ['Rosslyn Open University', 'open.rosslyn.example', '#364fc7', 'enterprise'],
  ['Sundby Teacher Training College', 'skole.sundby.example', '#e67700', 'starter'],
  ['Thornbury University', 'portal.thornbury.example', '#087f5b', 'growth'],
  ['Upland Institute', 'learn.upland.example', '#6741d9', 'starter'],
  ['Westmark University of Applied Sciences', 'campus.westmark.example', '#1864ab', 'growth'],
];

/** Those that write to their people in German. */
const german: readonly string[] = [
  'Sundby Teacher Training College',
  'Upland Institute',
  'Westmark University of Applied Sciences',
];

/** Users and seats of new departments by subscription; 0 seats means unlimited. */
const plans: Readonly<Record<PlatformSpec['plan'], { readonly users: number; readonly seats: number }>> = {
  starter: { users: 120, seats: 25 },
  growth: { users: 400, seats: 100 },
  enterprise: { users: 900, seats: 0 },
};

const coursePermissions: readonly PermissionSpec[] = [
  { key: 'org:courses:read', name: 'Read courses', description: 'See courses and their material.' },
  { key: 'org:courses:manage', name: 'Manage courses', description: 'Create, edit and close courses.' },
  { key: 'org:grades:read', name: 'Read grades', description: 'See the grades of a course.' },
  { key: 'org:grades:manage', name: 'Manage grades', description: 'Enter and correct grades.' },
  { key: 'org:enrolments:manage', name: 'Manage enrolments', description: 'Enrol and remove students.' },
];

const permissions = [...systemPermissions, ...coursePermissions];

const roles: readonly RoleSpec[] = [
  {
    key: 'org:admin',
    name: 'Dean',
    description: 'Runs the department.',
    permissions: permissions.map(({ key }) => key),
    share: 0,
  },
  {
    key: 'org:professor',
    name: 'Professor',
    description: 'Teaches and grades.',
    permissions: ['org:sys_memberships:read', 'org:courses:read', 'org:courses:manage', 'org:grades:manage'],
    share: 0.12,
  },
  {
    key: 'org:student',
    name: 'Student',
    description: 'Takes courses.',
    permissions: ['org:sys_memberships:read', 'org:courses:read'],
    share: 0.88,
  },
];

/** Where further universities are; with each of the kinds, one by one, they have names enough for any fleet. */
const towns =
  'Alder Birch Cedar Dover Elm Firth Grange Hazel Ivy Juniper Keswick Laurel Maple Nairn Orchard Poplar'
    .split(' ')
    .flatMap((first) =>
      ['bridge', 'field', 'ford', 'haven', 'mouth', 'stead', 'wick', 'wood'].map((end) => first + end),
    );
const kinds = [
  'University',
  'College',
  'Institute',
  'Academy',
  'Polytechnic',
  'Business School',
  'Law School',
  'School of Art',
];

/** The university at a place of the list, whose first ones are by hand. */
const founded = (index: number): (typeof universities)[number] => {
  const [like] = [universities[index % universities.length]];
  if (like === undefined) throw new Error('there is no university');
  if (index < universities.length) return like;
  const further = index - universities.length;
  const [town = '', kind = ''] = [
    towns[further % towns.length],
    kinds[Math.floor(further / towns.length) % kinds.length],
  ];
  const again = Math.floor(further / (towns.length * kinds.length));
  const name = `${town} ${kind}${again === 0 ? '' : ` ${again + 1}`}`;
  const [, , color, plan] = like;
  return [name, `learn.${name.toLowerCase().replaceAll(' ', '-')}.example`, color, plan];
};

const university = (
  [name, domain, color, plan]: (typeof universities)[number],
  scale: number,
): ApplicationSpec => {
  const users = Math.max(10, Math.round(plans[plan].users * scale));
  return {
    key: domain,
    name,
    scenario: 'platforms',
    environmentType: 'production',
    organizationsEnabled: true,
    counts: {
      organizations: Math.max(2, Math.round(users / 40)),
      users,
      memberships: Math.round(users * 1.2),
      invitations: Math.round(users / 20),
      personalAccounts: Math.round(users / 20),
    },
    permissions,
    roles,
    creatorRole: 'org:admin',
    domainsDefaultRole: 'org:student',
    defaultSeats: plans[plan].seats,
    platform: { domain, color, plan, shownAs: name, ...(german.includes(name) && { language: 'de' }) },
  };
};

/**
 * Campus: a learning platform with 24 universities, or as many as are asked for, each an application with its own user pool, domain, branding,
 * policies and limits by subscription; about 10,000 users in all at scale 1.
 */
export const campus: WorldSpec = {
  name: 'campus',
  applications: (scale, count = universities.length) =>
    Array.from({ length: count }, (_, index) => university(founded(index), scale)),
};
