/** Who plays here: everybody has an account, a guest's at first, made when it is needed. */
import { rest } from "./rest.ts";

export interface Mayor {
  readonly public_id: string;
  readonly name: string;
  readonly colour: number;
}

/** The session's mayor; a guest with a friendly name if there was none. */
export function anyMayor(): Promise<Mayor> {
  return rest<Mayor>("POST", "guest/");
}

/** Changes the name or the colour, making the account first where there is none. */
export async function changeMayor(change: { name?: string; colour?: number }): Promise<Mayor> {
  await anyMayor();
  return rest<Mayor>("PATCH", "guest/", change);
}
