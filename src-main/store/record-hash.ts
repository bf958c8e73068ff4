import { hash } from 'node:crypto';
import type { RemoteRecord } from '@shared/domain/records/record-map';

/**
 * Hash of a record as the service holds it: equal hashes mean an unchanged record. Records are built field by field, so
 * their JSON is canonical up to the order of keys inside metadata; where only that differs, the hashes do too, and whoever
 * compares must look at the values before it speaks of a change.
 */
export function recordHash(record: RemoteRecord): string {
  return hash('sha1', JSON.stringify(record), 'base64');
}
