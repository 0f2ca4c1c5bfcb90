/** Starts the page's application in its element. */
import { render } from "preact";

import { startRules } from "../rules/start.ts";
import { text } from "../text/catalogue.ts";
import { App } from "./app.tsx";
import { applyTheme } from "./theme.tsx";

export async function startApp(root: HTMLElement): Promise<void> {
  applyTheme();
  const rules = startRules();
  render(
    <p class="waiting" role="status">
      {text("app.loading")}
    </p>,
    root,
  );
  try {
    const { latest } = await rules.call("versions", {});
    const tables = await rules.call("tables", {});
    render(<App rules={rules} tables={tables} />, root);
    root.dataset["rulesReady"] = String(latest);
  } catch (error) {
    root.dataset["rulesFailed"] = String(error);
    render(
      <div class="waiting" role="alert">
        <p>{text("app.failed")}</p>
        <button
          type="button"
          class="button"
          onClick={() => {
            location.reload();
          }}
        >
          {text("app.reload")}
        </button>
      </div>,
      root,
    );
    throw error;
  }
}
