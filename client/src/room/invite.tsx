/** The link of a match: to copy, to share, and as a picture for a phone's camera. */
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Icon } from "../play/icons.tsx";
import { text } from "../text/catalogue.ts";
import type { QrPicture } from "./qr.ts";

const SHOWN_MS = 2500;

interface Props {
  readonly link: string;
  /** Who invites. */
  readonly from: string;
}

export function Invite({ link, from }: Props): VNode {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const [code, setCode] = useState<QrPicture | null>(null);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => {
      setCopied(false);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      // On plain http there is no clipboard interface: the old way, by the field's own text.
      field.current?.select();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is nothing else there
      document.execCommand("copy");
    }
    setCopied(true);
  };
  const share = async () => {
    try {
      await navigator.share({ title: text("invite.shareTitle", { who: from }), url: link });
    } catch {
      // The person thought better of it.
    }
  };
  const show = async () => {
    if (code !== null) setCode(null);
    else setCode((await import("./qr.ts")).qrPicture(link));
  };

  return (
    <section class="paper room-card invite" aria-labelledby="invite-title">
      <h2 id="invite-title">{text("invite.title")}</h2>
      <p class="quiet">{text("invite.rule")}</p>
      <div class="invite-line">
        <input
          ref={field}
          readOnly
          value={link}
          aria-label={text("invite.link")}
          data-link
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
        <button type="button" class="button" data-copy onClick={() => void copy()}>
          <Icon name={copied ? "check" : "copy"} />
          <span>{text(copied ? "invite.copied" : "invite.copy")}</span>
        </button>
      </div>
      <span class="unseen" role="status">
        {copied ? text("invite.copiedSaid") : ""}
      </span>
      <div class="invite-more">
        {"share" in navigator && (
          <button type="button" class="button plain" onClick={() => void share()}>
            <Icon name="share" /> {text("invite.share")}
          </button>
        )}
        <button
          type="button"
          class="button plain"
          aria-expanded={code !== null}
          data-qr
          onClick={() => void show()}
        >
          <Icon name="qr" /> {text(code === null ? "invite.qr" : "invite.qrHide")}
        </button>
      </div>
      {code !== null && (
        <svg class="qr" viewBox={code.box} role="img" aria-label={text("invite.qrName")}>
          <path d={code.path} />
        </svg>
      )}
    </section>
  );
}
