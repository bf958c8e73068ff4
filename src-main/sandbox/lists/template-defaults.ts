/** A template as the service makes it. Source: the spec's `Template`, and Clerk's documentation, "Email and SMS templates". */
export interface TemplateDefault {
  readonly type: 'email' | 'sms';
  readonly slug: string;
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
  readonly markup: string;
  readonly required: readonly string[];
  readonly available: readonly string[];
}

const everywhere = ['app.name', 'app.url', 'app.domain_name', 'theme.primary_color', 'current_year'];
const request = ['requested_at', 'requested_by', 'requested_from'];

const frame = (inner: string): string =>
  `<html><body style="margin:0;padding:24px;background:#f6f6f7;font-family:sans-serif;color:#1f2328">
<div style="max-width:480px;margin:0 auto;padding:32px;border-radius:8px;background:#ffffff">
{{> app_logo}}
${inner}
</div>
<p style="text-align:center;color:#6e7781;font-size:12px">{{> copyright}}</p>
</body></html>`;

const code = '<p style="font-size:28px;letter-spacing:4px"><b>{{otp_code}}</b></p>';
const button = (variable: string, label: string): string =>
  `<p><a href="{{${variable}}}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:{{theme.primary_color}};color:#ffffff;text-decoration:none">${label}</a></p>`;

const email = (
  slug: string,
  name: string,
  subject: string,
  inner: string,
  [required, more = []]: readonly [readonly string[], (readonly string[])?],
): TemplateDefault => ({
  ...{ type: 'email', slug, name, subject, required },
  body: frame(inner),
  markup: `<re-html><re-body><re-main>${inner}</re-main></re-body></re-html>`,
  available: [...new Set([...everywhere, ...required, ...more])],
});

const sms = (slug: string, name: string, body: string, required: readonly string[]): TemplateDefault => ({
  ...{ type: 'sms', slug, name, subject: null, body, markup: '', required },
  available: [...new Set(['app.name', 'app.domain_name', ...required])],
});

export const templateDefaults: readonly TemplateDefault[] = [
  email(
    'verification_code',
    'Verification code',
    '{{otp_code}} is your {{app.name}} verification code',
    `<h1>Verification code</h1><p>Enter this code where you asked for it:</p>${code}<p>Nobody at {{app.name}} asks you for it.</p>`,
    [['otp_code'], request],
  ),
  email(
    'reset_password_code',
    'Reset password code',
    '{{otp_code}} is your {{app.name}} reset password code',
    `<h1>Reset your password</h1>${code}<p>It was asked for {{#if requested_from}}from {{requested_from}} {{/if}}at {{requested_at}}.</p>`,
    [['otp_code'], request],
  ),
  email(
    'magic_link_sign_in',
    'Sign in link',
    'Sign in to {{app.name}}',
    `<h1>Sign in to {{app.name}}</h1>${button('magic_link', 'Sign in')}<p>The link works for {{ttl_minutes}} minutes.</p>`,
    [['magic_link'], ['ttl_minutes', ...request]],
  ),
  email(
    'invitation',
    'Invitation',
    '{{#if inviter.name}}{{inviter.name}} invites you{{else}}You are invited{{/if}} to {{app.name}}',
    `<h1>Your invitation</h1><p>{{#if inviter.name}}{{inviter.name}} has{{else}}You have been{{/if}} invited to {{app.name}}.</p>${button('action_url', 'Accept')}`,
    [['action_url'], ['inviter.name', 'user.first_name']],
  ),
  email(
    'password_changed',
    'Password changed',
    'Your {{app.name}} password has been changed',
    '<h1>Password changed</h1><p>Hello {{greeting_name}}, the password of {{primary_email_address}} was changed.</p>',
    [[], ['greeting_name', 'primary_email_address']],
  ),
  email(
    'waitlist_confirmation',
    'Waitlist confirmation',
    'You are on the {{app.name}} waitlist',
    '<h1>Thank you</h1><p>We write to {{waitlist_entry.email_address}} as soon as there is a place.</p>',
    [[], ['waitlist_entry.email_address']],
  ),
  sms('verification_code', 'Verification code', '{{otp_code}} is your verification code for {{app.name}}.', [
    'otp_code',
  ]),
  sms(
    'reset_password_code',
    'Reset password code',
    '{{otp_code}} is your {{app.name}} reset password code.',
    ['otp_code'],
  ),
  sms('invitation', 'Invitation', 'You are invited to {{app.name}}: {{action_url}}', ['action_url']),
  sms('password_changed', 'Password changed', 'Your {{app.name}} password was changed.', []),
];

export const templateDefault = (type: string, slug: string): TemplateDefault | undefined =>
  templateDefaults.find((one) => one.type === type && one.slug === slug);
