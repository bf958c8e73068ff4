export function MembershipsScreen() {
  return null;
}
