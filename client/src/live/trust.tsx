/** The badge that says whether the match could be verified here, and the sheet that shows how. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";

import { Dialog } from "../play/dialog.tsx";
import { Icon } from "../play/icons.tsx";
import type { Names } from "../play/names.ts";
import { coded, text } from "../text/catalogue.ts";
import type { Evidence, Trust, Verification } from "./verification.ts";

const SHOWN = 24;
const SHORT = 8;
const SYSTEM = 255;

function words(trust: Trust): string {
  if (trust.kind === "verified") return text("trust.verified");
  const n = trust.sequence;
  return text(trust.kind === "from" ? "trust.from" : "trust.unverified", { n });
}

interface Props {
  readonly verification: Verification;
  readonly names: Names;
  /** Version of the match's rules. */
  readonly rules: number;
  /** Whether the log cannot be followed any further. */
  readonly broken: boolean;
  readonly onRetry: () => void;
}

export function TrustBadge(props: Props): VNode {
  const [open, setOpen] = useState(false);
  const { trust } = props.verification;
  return (
    <>
      <button
        type="button"
        class={`live-badge ${trust.kind}`}
        data-trust={trust.kind}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Icon name={trust.kind === "unverified" ? "warning" : "shield"} />
        <span>{words(trust)}</span>
      </button>
      {open && (
        <TrustSheet
          {...props}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function TrustSheet({
  verification,
  names,
  rules,
  broken,
  onRetry,
  onClose,
}: Props & { readonly onClose: () => void }): VNode {
  const { trust, difference, evidence } = verification;
  const last = evidence.at(-1);
  const n = trust.kind === "verified" ? 0 : trust.sequence;
  return (
    <Dialog label={text("trust.title")} className="trust" onClose={onClose}>
      <header class="menu-head">
        <h2>{text("trust.title")}</h2>
        <button type="button" class="square" aria-label={text("trust.close")} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <p class={`trust-verdict ${trust.kind}`} data-verdict={trust.kind}>
        <Icon name={trust.kind === "unverified" ? "warning" : "shield"} />
        <b>{words(trust)}</b>
      </p>
      <p>{text(`trust.${trust.kind}Rule`, { n })}</p>
      {difference && (
        <section class="trust-difference" aria-label={text("trust.reason")}>
          <p>
            <b>{coded("failure", difference.failure[0])}</b>
          </p>
          {difference.found && (
            <p class="fingerprint">
              {text("trust.found")}: <code>{difference.found}</code>
            </p>
          )}
          <p>{text(`trust.repaired.${difference.repaired ?? "none"}`)}</p>
          {broken && (
            <button type="button" class="button" onClick={onRetry}>
              {text("trust.retry")}
            </button>
          )}
        </section>
      )}
      <dl class="trust-facts">
        <dt>{text("trust.entries")}</dt>
        <dd data-entries={last?.sequence ?? 0}>{last?.sequence ?? 0}</dd>
        <dt>{text("trust.rules")}</dt>
        <dd>{text("trust.version", { n: rules })}</dd>
        <dt>{text("trust.head")}</dt>
        <dd>
          <code data-head>{last?.head ?? ""}</code>
        </dd>
        <dt>{text("trust.state")}</dt>
        <dd>
          <code>{last?.hash ?? ""}</code>
        </dd>
      </dl>
      <p class="quiet">{text("trust.meaning")}</p>
      <div>
        <h3 class="label">{text("trust.table")}</h3>
        <p class="quiet">{text("trust.each")}</p>
      </div>
      <ol class="trust-entries" aria-label={text("trust.table")}>
        {evidence
          .slice(-SHOWN)
          .reverse()
          .map((entry) => (
            <li key={entry.sequence}>
              <Checked entry={entry} names={names} />
            </li>
          ))}
      </ol>
    </Dialog>
  );
}

/** One entry in one line; what was checked of it, and the whole hashes, when asked for. */
function Checked({ entry, names }: { readonly entry: Evidence; readonly names: Names }): VNode {
  const { sequence, kind, seat, checked, hash, head } = entry;
  return (
    <details>
      <summary>
        <b>{sequence}</b>
        <span class="trust-what">
          <bdi>{seat === SYSTEM ? text("trust.platform") : names.of(seat)}</bdi>
          {": "}
          {coded("entry", kind)}
        </span>
        <span class="good trust-fits">
          <Icon name="check" />
          <span>{text("trust.fits")}</span>
        </span>
        <code>{hash.slice(0, SHORT)}</code>
      </summary>
      <dl class="trust-facts">
        <dt>{text("trust.checked")}</dt>
        <dd>{checked.map((check) => coded("check", check)).join(", ")}</dd>
        <dt>{text("trust.hash")}</dt>
        <dd>
          <code>{hash}</code>
        </dd>
        <dt>{text("trust.link")}</dt>
        <dd>
          <code>{head}</code>
        </dd>
      </dl>
    </details>
  );
}
