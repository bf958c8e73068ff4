/** Largest file, bytes: a copy of a pool this large is edited in portions. */
export const mostImportBytes = 64_000_000;
