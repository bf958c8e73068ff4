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

/** What a message says of who sends it. */
export interface SampleBrand {
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly domain: string;
  /** A `data:` URI; '' where none may be shown. */
  readonly logo: string;
}

export const plainBrand = { color: '#0b6b7a', domain: 'app.example', logo: '' };

/** What every variable of a template reads as, for one of the people and this brand. */
export function sampleOf(
  variables: readonly string[],
  { name: app, color, domain, logo }: SampleBrand,
  person: (typeof people)[number],
): Sample {
  const name = `${person.first} ${person.last}`;
  const known: Sample = {
    app: { name: app, url: `https://${domain}`, domain_name: domain },
    theme: { primary_color: color },
    user: { first_name: person.first, last_name: person.last, full_name: name },
    inviter: { name: 'Noor Lind' },
    waitlist_entry: { email_address: person.email },
    partials: {
      app_logo:
        logo === ''
          ? `<p style="font-weight:700;font-size:18px">${escaped(app)}</p>`
          : `<img src="${logo}" alt="${escaped(app)}" height="32">`,
      org_logo: '',
      copyright: `© ${new Date().getFullYear()} ${escaped(app)}`,
    },
    current_year: String(new Date().getFullYear()),
    otp_code: '424242',
    magic_link: `https://${domain}/verify?token=sample`,
    action_url: `https://${domain}/accept?ticket=sample`,
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
