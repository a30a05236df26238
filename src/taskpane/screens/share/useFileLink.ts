import { useEffect, useState } from "react";

/** Something made, as a link's address; taken back from the browser when it is replaced or the screen is left. */
export interface FileLink {
  readonly url: string;
  readonly name: string;
  /** In MB, as people read it. */
  readonly size: string;
}

const TYPES: Readonly<Record<string, string>> = {
  zip: "application/zip",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export function useFileLink(
  lang: string,
): [FileLink | undefined, (file: { readonly name: string; readonly bytes: Uint8Array } | undefined) => void] {
  const [link, setLink] = useState<FileLink>();
  useEffect(() => {
    const url = link?.url;
    return () => {
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [link]);
  return [
    link,
    (file) => {
      if (!file) return setLink(undefined);
      const type = TYPES[file.name.split(".").at(-1) ?? ""] ?? "";
      const url = URL.createObjectURL(new Blob([file.bytes.slice()], { type }));
      setLink({ url, name: file.name, size: megabytes(file.bytes.length, lang) });
    },
  ];
}

/** @example megabytes(1_234_567, "en-US") // "1.2" */
function megabytes(bytes: number, lang: string): string {
  return Math.max(0.1, bytes / 1e6).toLocaleString(lang, { maximumFractionDigits: 1 });
}
