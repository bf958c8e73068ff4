/** How fresh a copy is, and since when its history tells. */
const fresh = /^(?:sync\.(?:sweep|walk\..+)|history\/since)$/;
/** What the admins of the whole workspace agreed on, and what was counted and read for them. */
const agreed =
  /^(?:book(?:-past)?\/.+|reviews|review\/.+|overview\/days|customers\/counted|templates\/read|unpaid-settings)$/;

/** Which of the small values a copy takes along; drafts, queues and what belongs to the machine stay behind. */
export const keptKeys =
  (whole: boolean) =>
  (key: string): boolean =>
    fresh.test(key) || (whole && agreed.test(key));
