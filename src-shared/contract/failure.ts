/** How every operation fails. */
export * from '../domain/failure';
