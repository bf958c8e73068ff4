/** An empty list. */
export const nothing = {
  ok: true,
  value: { records: [], unread: [], partial: [], total: 0, digest: '' },
  requestId: '',
} as const;
