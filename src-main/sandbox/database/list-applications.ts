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
    `SELECT a.id, a.name, a.scenario, i.id AS instance, i.environment_type AS environment, k.secret AS secretKey
     FROM instances i JOIN applications a ON a.id = i.application_id JOIN secret_keys k ON k.instance = i.id
     ORDER BY i.environment_type = 'development', a.name, i.id`,
  );

/** The token of the Platform API, which opens all applications. */
export const platformToken = (db: SqlSession): string =>
  db.first<{ token: string }>('SELECT token FROM platform_tokens')?.token ?? '';
