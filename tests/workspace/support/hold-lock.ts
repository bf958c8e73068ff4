import { lockWorkspace } from '@main/workspace/lock/lock-workspace';

/** A process of its own that takes the lock of the folder named first, says how it went, and lives on. */
const locked = await lockWorkspace(process.argv[2] ?? '');
process.send?.(locked.ok ? 'locked' : locked.error.code);
process.on('message', () => process.exit(0));
