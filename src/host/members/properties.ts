import { defineClass, expectText, type Property } from "../client/objects";
import type { HostWorkbook } from "../book/workbook";

function text(key: keyof HostWorkbook["properties"]): Property<HostWorkbook> {
  return {
    get: ({ properties }) => properties[key] ?? "",
    set({ properties }, value) {
      properties[key] = expectText(value, key);
    },
  };
}

export const documentProperties = defineClass<HostWorkbook>("DocumentProperties", {
  properties: {
    Author: text("author"),
    Category: text("category"),
    Comments: text("comments"),
    Keywords: text("keywords"),
    Subject: text("subject"),
    Title: text("title"),
  },
});
