import { randomBytes } from 'node:crypto';

/** 32 random bytes, hex: the raw key of a database. */
export const newDatabaseKey = (): string => randomBytes(32).toString('hex');
