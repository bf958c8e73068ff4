import { escaped, type Sample } from './fill-template';

/** People that a preview is filled with: short and long names, another script. */
export const people = [
  { first: 'Ada', last: 'Berg', email: 'ada@mail.example' },
  {
    first: 'Maximiliane-Theodora',
    last: 'von Hohenlohe-Bartenstein',
    email: 'maximiliane-theodora.von.hohenlohe@correspondence.example',
  },
  { first: '美咲', last: '佐藤', email: 'misaki.sato@yubin.example' },
] as const;

/** What every variable of a template reads as, for one of the people and this brand. */
export function sampleOf(variables: readonly string[], app: string, person: (typeof people)[number]): Sample {
  const name = `${person.first} ${person.last}`;
  const known: Sample = {
    app: { name: app, url: 'https://app.example', domain_name: 'app.example' },
    theme: { primary_color: '#0b6b7a' },
    user: { first_name: person.first, last_name: person.last, full_name: name },
    inviter: { name: 'Noor Lind' },
    waitlist_entry: { email_address: person.email },
    partials: {
      app_logo: `<p style="font-weight:700;font-size:18px">${escaped(app)}</p>`,
      org_logo: '',
      copyright: `© ${new Date().getFullYear()} ${escaped(app)}`,
    },
    current_year: String(new Date().getFullYear()),
    otp_code: '424242',
    magic_link: 'https://app.example/verify?token=sample',
    action_url: 'https://app.example/accept?ticket=sample',
    ttl_minutes: '10',
    requested_at: '26 November 2026, 09:41',
    requested_by: 'Firefox on Linux',
    requested_from: 'Zürich, Switzerland',
    greeting_name: person.first,
    primary_email_address: person.email,
  };
  // One that is not known here reads as its own name.
  const others = variables.filter((variable) => !Object.hasOwn(known, variable.split('.')[0] ?? ''));
  return { ...Object.fromEntries(others.map((variable) => [variable, `[${variable}]`])), ...known };
}
