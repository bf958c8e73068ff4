import type { SqlSession } from './sql-session';

/** An application instance and the key that opens it. */
export type SeededApplication = {
  readonly id: string;
  readonly name: string;
  readonly scenario: string;
  readonly instance: string;
  readonly environment: string;
  readonly secretKey: string;
};

/** Lists every application instance with its newest key: production by name, then development. */
export const listApplications = (db: SqlSession): readonly SeededApplication[] =>
  db.all<SeededApplication>(
    `SELECT a.id, a.name, a.scenario, i.id AS instance, i.environment_type AS environment,
       (SELECT secret FROM secret_keys k WHERE k.instance = i.id
          ORDER BY k.revoked_at IS NOT NULL, k.revoked_at DESC, secret DESC LIMIT 1) AS secretKey
     FROM instances i JOIN applications a ON a.id = i.application_id
     ORDER BY i.environment_type = 'development', a.name, i.id`,
  );

/** The token of the Platform API, which opens all applications. */
export const platformToken = (db: SqlSession): string =>
  db.first<{ token: string }>('SELECT token FROM platform_tokens')?.token ?? '';
