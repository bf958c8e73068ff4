import { createEngineClient } from './engine-client';

/** The engine of the workspace that this window shows. */
export const engine = createEngineClient();
