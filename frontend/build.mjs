// Builds one bundle an island with hashed names and a manifest that the {% island %} tag reads.
import { build } from "esbuild";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(here, process.argv[2] ?? "../src/greenroom/web/static/built");
const islands = readdirSync(path.join(here, "src")).filter((name) => existsSync(path.join(here, "src", name, "index.ts")));

// CodeMirror writes <style> elements into documents, which our content security policy refuses, and constructed style sheets,
// which it allows, into shadow roots only. This makes it construct them everywhere.
const constructedSheets = {
  name: "constructed-sheets",
  setup({ onLoad }) {
    onLoad({ filter: /style-mod[\\/]src[\\/]style-mod\.js$/ }, async ({ path: file }) => {
      const source = await readFile(file, "utf8");
      const contents = source.replace("if (!root.head && root.adopted", "if (root.adopted");
      if (contents === source) throw new Error("style-mod has changed: see whether it still needs this");
      return { contents, loader: "js" };
    });
  },
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: Object.fromEntries(islands.map((name) => [name, `src/${name}/index.ts`])),
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  metafile: true,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  // KaTeX offers each font thrice; every browser that runs these pages takes woff2.
  loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty" },
  plugins: [constructedSheets],
  legalComments: "linked",
  logLevel: "warning",
});

const manifest = {};
for (const [file, made] of Object.entries(metafile.outputs)) {
  const island = islands.find((name) => made.entryPoint === `src/${name}/index.ts`);
  if (!island || !file.endsWith(".js")) continue;
  manifest[island] = {
    js: path.basename(file),
    css: made.cssBundle ? path.basename(made.cssBundle) : "",
    preload: made.imports.filter((i) => i.kind === "import-statement").map((i) => path.basename(i.path)),
  };
}
await writeFile(path.join(out, "manifest.json"), JSON.stringify(manifest, null, 2));
