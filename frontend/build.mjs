// Builds one bundle an island with hashed names and a manifest that the {% island %} tag reads.
import { build } from "esbuild";
import { rm, writeFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(here, process.argv[2] ?? "../src/greenroom/web/static/built");
const islands = ["app", "maths", "coding"];

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
