import { refuse } from '../kit/refuse';

/** The refusals of the Platform API, by name. Statuses: `platform-beta.yml`; codes are not documented there. */
export const platformRefusals = {
  tokenInvalid: () => {
    const text = 'The provided Platform API access token is invalid.';
    return refuse(401, 'authentication_invalid', text, text);
  },
  applicationNotFound: (id: string) =>
    refuse(404, 'resource_not_found', 'not found', `No application was found with id ${id}.`),
  instanceNotFound: (name: string) =>
    refuse(404, 'resource_not_found', 'not found', `The application has no instance ${name}.`),
  domainNotFound: (name: string) =>
    refuse(404, 'resource_not_found', 'not found', `The application has no domain ${name}.`),
  domainTaken: (name: string) =>
    refuse(409, 'domain_already_exists', 'already exists', `The domain ${name} is already in use.`, 'name'),
  domainElsewhere: (name: string) =>
    refuse(422, 'domain_already_exists', 'already exists', `The domain ${name} is already in use.`, 'name'),
  primaryStays: (name: string) =>
    refuse(422, 'primary_domain_not_deletable', 'not deletable', `${name} is the primary domain. It stays.`),
  recordNotFound: (id: string) =>
    refuse(404, 'resource_not_found', 'not found', `There is nothing with the id ${id}.`),
  notPending: (status: 400 | 409, what: string) =>
    refuse(status, 'not_pending', 'not pending', `The ${what} is not pending, or is another one's.`),
  transferPending: () =>
    refuse(409, 'transfer_pending', 'already pending', 'The application has a pending transfer already.'),
  noClone: (id: string) =>
    refuse(
      422,
      'instance_not_found',
      'not found',
      `The application has no instance ${id}.`,
      'clone_instance_id',
    ),
  productionExists: () =>
    refuse(
      422,
      'production_instance_exists',
      'already exists',
      'The application has a production instance already.',
    ),
  checkRunning: () =>
    refuse(409, 'dns_check_in_progress', 'check in progress', 'A check ran a moment ago. Try again shortly.'),
  noProduction: () =>
    refuse(
      422,
      'production_instance_missing',
      'no production instance',
      'Domains belong to a production instance; the application has none.',
    ),
  versionMoved: (version: string) =>
    refuse(
      409,
      'config_version_mismatch',
      'config version mismatch',
      `The config has changed since; its version is ${version}.`,
    ),
  keysMissing: (keys: readonly string[]) =>
    refuse(
      400,
      'config_keys_missing',
      'keys missing',
      `All keys must be included; missing: ${keys.join(', ')}.`,
    ),
  clearing: (paths: readonly string[]) =>
    refuse(
      400,
      'config_clear_not_allowed',
      'clearing not allowed',
      `Clearing ${paths.join(', ')} needs destructive=true.`,
    ),
  notPaid: (key: string) =>
    refuse(402, 'feature_not_in_plan', 'not in plan', `Changing ${key} needs a paid plan.`, key),
} as const;
