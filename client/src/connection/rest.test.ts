import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { rest } from "./rest.ts";
import { TestSite } from "./test-site.ts";

let site: TestSite;

beforeAll(async () => {
  site = await TestSite.start();
});

afterAll(async () => {
  await site.stop();
});

describe("a question to the platform", () => {
  it("brings its answer, or what it is refused for", async () => {
    site.answer = ({ path }) => ({ body: { path } });
    expect(await rest("GET", "guest/")).toEqual({ path: "guest/" });
    const body = { code: 500, text: "Too much." };
    site.answer = () => ({ status: 429, body, headers: { "Retry-After": "3" } });
    const refused = { status: 429, code: 500, retryAfter: 3000 };
    await expect(rest("POST", "matches/")).rejects.toMatchObject(refused);
  });

  it("does not wait for ever", async () => {
    site.answer = () => null;
    const lost = { status: 0, code: 0, retryAfter: null };
    await expect(rest("GET", "guest/", undefined, 20)).rejects.toMatchObject(lost);
  });
});
