import { ApiError, itemNotFound } from "../apiError";
import { defineClass, type ObjectMaker } from "../client/objects";
import type { HostWorkbook } from "../book/workbook";

interface SettingRef {
  readonly book: HostWorkbook;
  readonly key: string;
}

function read({ book, key }: SettingRef): unknown {
  if (!book.settings.has(key)) throw itemNotFound("setting", key);
  return book.settings.get(key);
}

/** Settings hold what JSON holds. */
function store(book: HostWorkbook, key: string, value: unknown): void {
  if (value === null || value === undefined)
    throw new ApiError("InvalidArgument", "A setting needs a value.");
  book.settings.set(key, value);
}

const setting: ObjectMaker<SettingRef> = defineClass<SettingRef>("Setting", {
  key: { name: "_Id", of: ({ key }) => key },
  properties: {
    Key: { get: ({ key }) => key },
    Value: { get: read, set: ({ book, key }, value) => store(book, key, value) },
  },
  methods: {
    Delete({ book, key }) {
      if (!book.settings.delete(key)) throw itemNotFound("setting", key);
    },
  },
});

export const settings = defineClass<HostWorkbook>("SettingCollection", {
  items: (self, live) => [...self.settings.keys()].map((key) => setting(live, { book: self, key })),
  item(self, args, live) {
    const key = args.text(0, "key");
    if (!self.settings.has(key)) throw itemNotFound("setting", key);
    return setting(live, { book: self, key });
  },
  methods: {
    Add(self, args, live) {
      const key = args.text(0, "key");
      store(self, key, args.raw(1));
      return setting(live, { book: self, key });
    },
    GetCount: (self) => self.settings.size,
    GetItemOrNullObject(self, args, live) {
      const key = args.text(0, "key");
      return self.settings.has(key) ? setting(live, { book: self, key }) : null;
    },
  },
});
