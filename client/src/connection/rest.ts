/** The REST interface as pages use it: JSON in and out, the session's cookie, typed errors. */

const ROOT = "/api/v1/";
const TOKEN = "X-CSRFToken";
const FORBIDDEN = 403;
/** Milliseconds until a question without a whole answer counts as lost. */
const PATIENCE = 20_000;

/** What the platform answers when it refuses. `code` is a number of docs/protocol.md. */
export class RestError extends Error {
  override readonly name = "RestError";
  /** HTTP status, or 0 when the platform was not reached. */
  readonly status: number;
  readonly code: number;
  /** What is wrong with which field of the question. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds to wait, where the pace was the reason. */
  readonly retryAfter: number | null;

  constructor(status: number, body: Partial<ErrorBody>, retryAfter: number | null) {
    super(body.text ?? `status ${status}`);
    this.status = status;
    this.code = body.code ?? 0;
    this.fields = body.fields ?? {};
    this.retryAfter = retryAfter;
  }
}

interface ErrorBody {
  readonly code: number;
  readonly text: string;
  readonly fields: Record<string, string[]>;
}

type Method = "GET" | "POST" | "PATCH";

let token: string | null = null;

/** The page's token, or the newer one that came with an answer: a new session has another. */
function csrfToken(): string {
  token ??= document.querySelector<HTMLMetaElement>("meta[name=csrf-token]")?.content ?? "";
  return token;
}

interface Answered {
  readonly answer: Response;
  readonly text: string;
}

async function send(
  method: Method,
  path: string,
  body: unknown,
  patience: number,
): Promise<Answered> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET") {
    headers["Content-Type"] = "application/json";
    headers[TOKEN] = csrfToken();
  }
  try {
    const answer = await fetch(ROOT + path, {
      method,
      headers,
      credentials: "same-origin",
      body: method === "GET" ? null : JSON.stringify(body ?? {}),
      signal: AbortSignal.timeout(patience),
    });
    token = answer.headers.get(TOKEN) ?? token;
    return { answer, text: await answer.text() };
  } catch {
    throw new RestError(0, {}, null);
  }
}

/**
 * Asks the platform. Throws RestError for a refusal, and when it cannot be reached or its answer
 * takes longer than `patience` (ms).
 */
export async function rest<Answer>(
  method: Method,
  path: string,
  body?: unknown,
  patience = PATIENCE,
): Promise<Answer> {
  let { answer, text } = await send(method, path, body, patience);
  if (answer.status === FORBIDDEN && method !== "GET") {
    // Another tab may have begun a session since this page was loaded: its token is another.
    const before = token;
    await send("GET", "guest/", undefined, patience);
    if (token !== before) ({ answer, text } = await send(method, path, body, patience));
  }
  let content: unknown = null;
  try {
    content = text ? JSON.parse(text) : null;
  } catch {
    // Something before the platform answered.
  }
  if (answer.ok) return content as Answer;
  const wait = Number(answer.headers.get("Retry-After") ?? NaN);
  const known = content !== null && typeof content === "object" ? content : {};
  throw new RestError(answer.status, known, Number.isFinite(wait) ? wait * 1000 : null);
}
