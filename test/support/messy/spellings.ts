import type { Random } from "./random";
import type { Written } from "./sheetBuilder";

/** Ways a whole column writes its days. Text unless said otherwise. */
export const DATE_STYLES: Readonly<Record<string, (iso: string) => Written>> = {
  iso: (iso) => ({ value: iso }),
  slashYearFirst: (iso) => ({ value: parts(iso).join("/") }),
  dotted: (iso) => ({ value: parts(iso).join(".") }),
  chinese: (iso) => {
    const [y, m, d] = parts(iso);
    return { value: `${y}年${m}月${d}日` };
  },
  compactText: (iso) => ({ value: iso.replaceAll("-", "") }),
  compactNumber: (iso) => ({ value: Number(iso.replaceAll("-", "")) }),
  serial: (iso) => ({ value: serialOf(iso), format: "yyyy/m/d" }),
  serialWithTime: (iso) => ({ value: serialOf(iso) + 0.4375, format: "yyyy-mm-dd hh:mm" }),
  withTime: (iso) => ({ value: `${iso} 09:30:00` }),
  monthFirst: (iso) => {
    const [y, m, d] = parts(iso);
    return { value: `${m}/${d}/${y}` };
  },
  dayFirst: (iso) => {
    const [y, m, d] = parts(iso);
    return { value: `${String(d).padStart(2, "0")}/${String(m).padStart(2, "0")}/${y}` };
  },
  english: (iso) => {
    const [y, m, d] = parts(iso);
    return {
      value: `${d}-${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][(m ?? 1) - 1]}-${y}`,
    };
  },
};

function parts(iso: string): number[] {
  return iso.split("-").map(Number);
}

function serialOf(iso: string): number {
  return Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** Ways a whole column writes its money; the value is always in 元 and a multiple of 100. */
export const MONEY_STYLES: Readonly<Record<string, { header: string; write: (yuan: number) => Written }>> = {
  number: { header: "", write: (yuan) => ({ value: yuan, format: "#,##0" }) },
  text: { header: "", write: (yuan) => ({ value: String(yuan) }) },
  thousandsText: { header: "", write: (yuan) => ({ value: yuan.toLocaleString("en-US") }) },
  yuan: { header: "（元）", write: (yuan) => ({ value: yuan }) },
  wan: { header: "（万元）", write: (yuan) => ({ value: yuan / 1e4, format: "0.00" }) },
  thousands: { header: " (k)", write: (yuan) => ({ value: yuan / 1e3, format: "0.0" }) },
  currency: { header: "", write: (yuan) => ({ value: `¥${yuan.toLocaleString("en-US")}.00` }) },
  fullWidth: { header: "", write: (yuan) => ({ value: fullWidth(String(yuan)) }) },
  wanInCell: { header: "", write: (yuan) => ({ value: `${yuan / 1e4}万` }) },
};

export function fullWidth(text: string): string {
  return text.replace(/[0-9.%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

/** A percent in the three shapes people mix. */
export function percentShapes(
  fraction: number,
): Readonly<Record<"signed" | "fraction" | "whole" | "formatted", Written>> {
  const whole = Math.round(fraction * 1000) / 10;
  return {
    signed: { value: `${whole}%` },
    fraction: { value: fraction },
    whole: { value: whole },
    formatted: { value: fraction, format: "0.0%" },
  };
}

/** A day of 2017, as ISO. */
export function someDay(random: Random, from = 0, to = 364): string {
  return new Date(Date.UTC(2017, 0, 1 + random.int(from, to))).toISOString().slice(0, 10);
}
