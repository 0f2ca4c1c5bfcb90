import { expect, it } from "vitest";

import { comeback } from "./close-codes.ts";

it("stays quiet where coming back would fight or cannot help", () => {
  expect(comeback(4409, 0).closed).toBe("replaced");
  expect(comeback(4404, 0).closed).toBe("missing");
  expect(comeback(4403, 0).closed).toBe("forbidden");
});

it("comes back soon after a restart, later when it was too much, signed in when it was not", () => {
  expect(comeback(1012, 0)).toEqual({ soon: true });
  expect(comeback(4408, 0)).toEqual({ soon: true });
  expect(comeback(4429, 0).least).toBeGreaterThanOrEqual(10_000);
  expect(comeback(4401, 0)).toEqual({ signIn: true });
  expect(comeback(1006, 0)).toEqual({});
});

it("does not go on sending what the platform cannot read", () => {
  for (const code of [1007, 1009, 4400]) {
    expect(comeback(code, 1)).toEqual({});
    expect(comeback(code, 3)).toEqual({ closed: "refused" });
  }
});
