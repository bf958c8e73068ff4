import { z } from 'zod';

export const flag = (title: string, initial: boolean) => z.boolean().default(initial).meta({ title });

/** Providers that people sign in with, as Clerk's command line names them. */
const providers = {
  google: 'Google',
  microsoft: 'Microsoft',
  apple: 'Apple',
  github: 'GitHub',
  gitlab: 'GitLab',
  linkedin_oidc: 'LinkedIn',
  facebook: 'Facebook',
  slack: 'Slack',
  atlassian: 'Atlassian',
  bitbucket: 'Bitbucket',
  box: 'Box',
  coinbase: 'Coinbase',
  discord: 'Discord',
  dropbox: 'Dropbox',
  hubspot: 'HubSpot',
  huggingface: 'Hugging Face',
  line: 'LINE',
  linear: 'Linear',
  notion: 'Notion',
  spotify: 'Spotify',
  tiktok: 'TikTok',
  twitch: 'Twitch',
  vercel: 'Vercel',
  x: 'X',
  xero: 'Xero',
} as const;

type Provider = keyof typeof providers;

const text = (title: string) => z.string().max(256).nullable().default(null).meta({ title });

const connection = (title: string) =>
  z
    .strictObject({
      enabled: flag('Enabled', false),
      client_id: text('Client ID'),
      client_secret: z
        .string()
        .max(512)
        .nullable()
        .default(null)
        .meta({ title: 'Client secret', description: 'Read back masked.', writeOnly: true }),
      scopes: z.array(z.string().min(1).max(128)).max(20).default([]).meta({ title: 'Further scopes' }),
      // Apple signs with a key of a team; the others leave these two out.
      ...(title === providers.apple && { team_id: text('Team ID'), key_id: text('Key ID') }),
    })
    .prefault({})
    .meta({ title });

/** The config's key of each provider's connection. */
export const connectionSettings = Object.fromEntries(
  Object.entries(providers).map(([name, title]) => [`connection_oauth_${name}`, connection(title)]),
) as { readonly [P in Provider as `connection_oauth_${P}`]: ReturnType<typeof connection> };
