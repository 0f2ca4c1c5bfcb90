/** What a message must look like, said once: the guard that checks it, and its type by inference. */

export type Guard<T> = (value: unknown) => value is T;

/** The type that a guard lets through. */
export type Of<G> = G extends Guard<infer T> ? T : never;

/** A whole number that JavaScript holds exactly. */
export const integer: Guard<number> = (value): value is number => Number.isSafeInteger(value);

export const text: Guard<string> = (value): value is string => typeof value === "string";

/** Standard base64 with padding. */
export const bytes: Guard<string> = (value): value is string =>
  typeof value === "string" && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);

export const truth: Guard<boolean> = (value): value is boolean => typeof value === "boolean";

export function nullable<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function list<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.every((item) => guard(item));
}

export function oneOf<const T extends string>(...words: readonly T[]): Guard<T> {
  return (value): value is T => (words as readonly unknown[]).includes(value);
}

/** An object with at least these fields: a newer platform may say more. */
export function record<S extends Readonly<Record<string, Guard<unknown>>>>(
  fields: S,
): Guard<{ readonly [K in keyof S]: Of<S[K]> }> & { readonly fields: readonly string[] } {
  const guard = (value: unknown): value is { readonly [K in keyof S]: Of<S[K]> } =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(fields).every(([name, check]) =>
      check((value as Readonly<Record<string, unknown>>)[name]),
    );
  return Object.assign(guard, { fields: Object.keys(fields) });
}
