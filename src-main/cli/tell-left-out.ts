import type { EngineStatus } from '@shared/contract/status';
import { entityWords } from '@shared/domain/entity';

/** Says on stderr what a sweep that counts as done has left out: lists that are refused, records that cannot be read. */
export function tellLeftOut({ collections }: EngineStatus): void {
  for (const { entity, failure, unread, unreadCount } of collections) {
    const { one, many } = entityWords[entity];
    if (failure !== null) process.stderr.write(`Without ${many}: ${failure.message} ${failure.next}\n`);
    if (unreadCount === 0) continue;
    const named = unread.map(({ id, path }) => (path === '' ? id : `${id} (${path})`)).join(', ');
    const rest = unreadCount > unread.length ? ` and ${unreadCount - unread.length} more` : '';
    process.stderr.write(
      `${unreadCount} ${unreadCount === 1 ? one : many} cannot be read, and stay as they were: ${named}${rest}.\n`,
    );
  }
}
