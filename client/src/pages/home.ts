/** The home page: loads the rules and says when they are ready to play with. */
import "../style/base.css";

import { startRules } from "../rules/start.ts";

const status = document.querySelector<HTMLElement>("[data-rules]");

if (status) {
  const rules = startRules();
  try {
    const { latest } = await rules.call("versions", {});
    status.textContent = status.dataset["textReady"] ?? "";
    status.dataset["rulesReady"] = String(latest);
  } catch (error) {
    status.textContent = status.dataset["textFailed"] ?? "";
    status.dataset["rulesFailed"] = String(error);
    throw error;
  }
}
