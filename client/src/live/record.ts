/** Hands the match's record to the player as a file: the archive of the platform, or the log. */

interface Log {
  readonly genesis: string;
  readonly entries: readonly string[];
}

/** Saves the archive of a match that is over, else (or while there is none yet) its log so far. */
export async function saveRecord(match: string, log: Log, over: boolean): Promise<void> {
  const archive = over ? await fetch(`/api/v1/matches/${match}/archive/`).catch(() => null) : null;
  if (archive?.ok) {
    download(await archive.blob(), `citybuilder-${match}.cba`);
    return;
  }
  const written = JSON.stringify({ format: "citybuilder-log-1", match, ...log }, null, 1);
  download(new Blob([written], { type: "application/json" }), `citybuilder-${match}.json`);
}

function download(data: Blob, name: string): void {
  const url = URL.createObjectURL(data);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
