import path from "node:path";
import { gzipSync } from "node:zlib";
import CopyWebpackPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";

const root = import.meta.dirname;
const module_ = (...parts) => path.join(root, "node_modules", ...parts);

/** What a person downloads before the pane shows its first screen, gzipped. Charts and jobs load when used. */
const INITIAL_BUDGET = 200 * 1000;

/** Where the manifest says the pane is served; Excel asks nowhere else. */
const PORT = 3000;
const DEVELOPMENT_URL = `https://localhost:${PORT}`;

/** Fails the build when the pane's initial JavaScript outgrows its budget. */
class InitialSizeBudget {
  constructor(entry, budget) {
    this.entry = entry;
    this.budget = budget;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("InitialSizeBudget", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "InitialSizeBudget", stage }, () =>
        this.check(compilation),
      );
    });
  }

  check(compilation) {
    const files = compilation.entrypoints.get(this.entry)?.getFiles() ?? [];
    const bytes = files
      .filter((file) => file.endsWith(".js"))
      .map((file) => gzipSync(compilation.getAsset(file).source.buffer()).length)
      .reduce((sum, size) => sum + size, 0);
    const line = `${this.entry}: ${(bytes / 1000).toFixed(1)} kB of initial JavaScript gzipped, budget ${this.budget / 1000} kB`;
    if (bytes > this.budget) compilation.errors.push(new Error(line));
    else console.log(line);
  }
}

/**
 * Strict: nothing but our own scripts and Office.js. Griffel fills empty style elements through the CSSOM, so the
 * hash of the empty string stands in for 'unsafe-inline'. The development server needs its reload socket.
 */
function paneSecurityPolicy(production) {
  const office = "https://appsforoffice.microsoft.com";
  return [
    "default-src 'none'",
    // Workbooks to send out are worked out in the pane, which takes WebAssembly; text is never run as a script.
    `script-src 'self' 'wasm-unsafe-eval' ${office}`,
    "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "img-src 'self' data:",
    `connect-src 'self' ${office}${production ? "" : " ws: wss:"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The preview compiles WebAssembly, and the grid writes inline styles. */
const PREVIEW_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' ws: wss: data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The preview may be anywhere: the server looks for a free port itself, from this one on. */
function nextFreePort() {
  process.env.WEBPACK_DEV_SERVER_BASE_PORT ??= String(PORT);
  return "auto";
}

/** Says where the preview is, and why it is not where it usually is. */
function tellPlace({ server }) {
  const { port } = server.address();
  const moved = process.env.PORT === undefined && port !== PORT;
  if (moved) console.log(`Port ${PORT} is in use by another program, so the page is on port ${port}.`);
  console.log(`Attain: http://localhost:${port}/preview.html   (Ctrl+C ends it)`);
}

/** Certificates are made and trusted on first use, and only Office asks for them: the preview is plain http. */
async function developmentServer(preview) {
  const common = {
    port: Number(process.env.PORT ?? PORT),
    hot: false,
    client: { overlay: false, logging: "warn" },
    static: false,
    headers: { "Access-Control-Allow-Origin": "*" },
  };
  if (preview) {
    const port = process.env.PORT === undefined ? nextFreePort() : common.port;
    return {
      ...common,
      port,
      host: "localhost",
      server: "http",
      open: ["/preview.html"],
      onListening: tellPlace,
    };
  }
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  const { ca, key, cert } = await getHttpsServerOptions();
  return { ...common, server: { type: "https", options: { ca, key, cert } } };
}

/**
 * `--env page=preview` serves the preview page over http. `--env url=https://…` (or ATTAIN_URL) is where the built
 * pane will be hosted; it replaces the development address in the manifest.
 */
export default async function config(env = {}, argv = {}) {
  const production = argv.mode !== "development";
  const base = (env.url ?? process.env.ATTAIN_URL ?? DEVELOPMENT_URL).replace(/\/+$/, "");
  const page = (name, chunk, extra = {}) =>
    new HtmlWebpackPlugin({
      filename: `${name}.html`,
      template: extra.template ?? `src/${chunk}/${chunk}.html`,
      chunks: [chunk],
      favicon: "assets/icons/icon-32.png",
      ...extra,
    });

  return {
    mode: production ? "production" : "development",
    devtool: "source-map",
    entry: {
      taskpane: "./src/taskpane/index.tsx",
      commands: "./src/commands/commands.ts",
      preview: "./src/host/preview/index.tsx",
    },
    output: {
      path: path.join(root, "dist"),
      filename: production ? "[name].[contenthash:8].js" : "[name].js",
      chunkFilename: production ? "[name].[contenthash:8].js" : "[name].js",
      assetModuleFilename: "assets/[name].[hash:8][ext]",
      clean: true,
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: "swc-loader",
            options: {
              jsc: {
                target: "es2022",
                parser: { syntax: "typescript", tsx: true },
                transform: { react: { runtime: "automatic" } },
              },
            },
          },
        },
        // Its package says CommonJS, its module build is none.
        { test: /chinese-days[\\/]dist[\\/]index\.es\.js$/, type: "javascript/esm" },
        { test: /\.csv$/, type: "asset/source" },
      ],
    },
    plugins: [
      page("taskpane", "taskpane", {
        // The page names its scripts itself, before Office.js, so that they are fetched at the same time.
        inject: false,
        templateParameters: (_compilation, _assets, { headTags }) => ({
          policy: paneSecurityPolicy(production),
          scripts: headTags,
        }),
      }),
      page("commands", "commands", { templateParameters: { policy: paneSecurityPolicy(production) } }),
      page("preview", "preview", {
        template: "src/host/preview/preview.html",
        templateParameters: { policy: PREVIEW_SECURITY_POLICY },
      }),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets/icons/*.png", to: "assets/icons/[name][ext]" },
          { from: "assets/templates/*.png", to: "assets/templates/[name][ext]" },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (content) => content.toString().replaceAll(DEVELOPMENT_URL, base),
          },
          // The preview alone: the shipped pane takes Office.js from Microsoft.
          {
            from: module_("@microsoft", "office-js", "dist", "excel-web-16.00.js"),
            to: "preview/excel-web.js",
          },
          { from: module_("@ironcalc", "workbook", "dist", "ironcalc.css"), to: "preview/ironcalc.css" },
          { from: "src/host/preview/preview.css", to: "preview/preview.css" },
        ],
      }),
      ...(production ? [new InitialSizeBudget("taskpane", INITIAL_BUDGET)] : []),
    ],
    optimization: { splitChunks: { chunks: "async" } },
    cache: { type: "filesystem" },
    performance: { hints: false },
    stats: "errors-warnings",
    devServer: env.WEBPACK_SERVE ? await developmentServer(env.page === "preview") : undefined,
  };
}
