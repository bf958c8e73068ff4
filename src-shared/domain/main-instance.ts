/** The instance of an application that is administered: production where there is one, else the first. */
export function mainInstance<Instance extends { readonly environment_type: string }>(
  instances: readonly Instance[],
): Instance | undefined {
  return instances.find((one) => one.environment_type === 'production') ?? instances[0];
}
