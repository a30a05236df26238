import type { Field, FieldId } from "./fields";

/** The price list: what products are properly called. */
export const PRODUCT_FIELDS = [
  {
    id: "product",
    label: { "zh-CN": "产品", "en-US": "Product" },
    words: [
      "product",
      "product name",
      "item",
      "item name",
      "sku",
      "model",
      "产品",
      "产品名称",
      "商品",
      "商品名称",
      "型号",
      "产品型号",
      "品名",
    ],
    content: "text",
    needed: true,
  },
  {
    id: "series",
    label: { "zh-CN": "系列", "en-US": "Series" },
    words: ["series", "category", "product line", "family", "系列", "产品线", "类别", "品类", "大类"],
    content: "category",
    needed: false,
  },
  {
    id: "price",
    label: { "zh-CN": "单价", "en-US": "Price" },
    words: [
      "sales_price",
      "price",
      "unit price",
      "list price",
      "单价",
      "售价",
      "销售价",
      "价格",
      "标准价",
      "指导价",
    ],
    content: "money",
    needed: true,
  },
] as const satisfies readonly Field[];

export type ProductField = FieldId<typeof PRODUCT_FIELDS>;
