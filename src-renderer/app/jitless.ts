import { z } from 'zod';

/** Under the window's Content-Security-Policy zod may not compile code; this keeps it from trying (docs/csp.md). */
z.config({ jitless: true });
