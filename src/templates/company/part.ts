import { AttainError } from "../../errors";
import { LANGS } from "../../words";
import type { CompanyTemplate } from "./definition";

export const TEMPLATE_NAMESPACE = "urn:attain:template";

/** Counted up when an older version could no longer make sense of what a newer one writes. */
const FORMAT = 1;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const UNESCAPES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What the pages of a company template do not show, as its workbook keeps it: one custom XML part. */
export function templateXml(template: CompanyTemplate, version: string): string {
  const text = JSON.stringify({ format: FORMAT, version, template }).replace(
    /[&<>]/g,
    (char) => ESCAPES[char] ?? char,
  );
  return `<template xmlns="${TEMPLATE_NAMESPACE}">${text}</template>`;
}

/**
 * @returns undefined when there is no part, or one that somebody else has written into: the pages then have to do
 * @throws AttainError `template-newer` when a newer version of the product made the template
 */
export function parseTemplateXml(xml: string | undefined): CompanyTemplate | undefined {
  const text = /<template[^>]*>([\s\S]*)<\/template>/.exec(xml ?? "")?.[1] ?? "";
  const found = parsed(text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => UNESCAPES[name] ?? ""));
  if (!isRecord(found) || typeof found["format"] !== "number") return undefined;
  if (found["format"] > FORMAT)
    throw new AttainError("template-newer", { version: String(found["version"] ?? "?") });
  const template = found["template"];
  return isTemplate(template) ? template : undefined;
}

/** Whether something read from a file or a browser is a template as this version knows it. */
export function isTemplate(value: unknown): value is CompanyTemplate {
  if (!isRecord(value)) return false;
  const { lang, about, body, own } = value;
  return (
    LANGS.some((one) => one === lang) &&
    isRecord(about) &&
    Array.isArray(about["steps"]) &&
    isRecord(own) &&
    isRecord(body) &&
    ["evaluation", "plan", "run", "form"].includes(String(body["kind"]))
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
