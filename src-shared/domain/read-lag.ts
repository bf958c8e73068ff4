/** How long a read of the service may lag behind a write that it has acknowledged (facts, 4), ms. */
export const readLagMs = 60_000;
