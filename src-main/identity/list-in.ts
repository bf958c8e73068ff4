import { z } from 'zod';

/** People come as a bare list, everything else in `data`. */
const List = z.union([
  z.array(z.unknown()),
  z.object({ data: z.array(z.unknown()) }).transform(({ data }) => data),
]);

/** The records in a list's answer as they came; undefined for what is no list. */
export const listIn = (body: unknown): readonly unknown[] | undefined => List.safeParse(body).data;
