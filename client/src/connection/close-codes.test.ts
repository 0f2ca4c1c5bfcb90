import { expect, it } from "vitest";

import { comeback, Faults } from "./close-codes.ts";

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

it("counts faults in a row over welcomes, until the line has lived for some minutes", () => {
  const faults = new Faults();
  faults.live(0);
  expect(faults.cut(true, 100)).toBe(1);
  faults.live(1_000);
  expect(faults.cut(false, 2_000)).toBe(0);
  faults.live(3_000);
  expect(faults.cut(true, 4_000)).toBe(2);
  expect(faults.cut(true, 5_000)).toBe(3);
  faults.live(10_000);
  faults.live(100_000);
  expect(faults.cut(true, 200_000)).toBe(1);
});
