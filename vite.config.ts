import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { lingui, linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = import.meta.dirname;

const commonParts = /\/src\/ui\/(?:api|feedback|format|link|page|text)\//;

/*
 * The web app. `vite build` writes dist/web; the server uses the same file in middleware mode during development.
 * `--mode gallery` takes the gallery of the design system instead, which is no part of the product's bundle.
 */
export default defineConfig(({ mode }) => ({
  root: resolve(here, mode === "gallery" ? "src/ui/gallery" : "src/app/web"),
  plugins: [react(), lingui(), babel({ presets: [linguiTransformerBabelPreset()] }), compressed()],
  build: {
    outDir: resolve(here, mode === "gallery" ? "dist/gallery" : "dist/web"),
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // What a feature offers stands in one file; a page that takes one panel of it does not load the others.
      treeshake: { moduleSideEffects: [{ test: /\/src\/.*\/web\/index\.tsx$/, sideEffects: false }] },
      output: {
        // Few files load sooner than many: the frame of all pages is one, what most pages are made of another.
        codeSplitting: {
          groups: [
            { name: "app", test: /\/web\/main\.tsx$/, priority: 2 },
            { name: "common", test: commonParts, minShareCount: 20, priority: 1 },
          ],
        },
      },
    },
  },
}));

/** Leaves the compressed forms of what browsers load beside it, so that the server sends them without work. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    async writeBundle({ dir = "" }, bundle) {
      for (const name of Object.keys(bundle).filter((one) => /\.(?:js|css|html|svg)$/.test(one))) {
        const path = resolve(dir, name);
        const content = await readFile(path);
        await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
        await writeFile(`${path}.br`, await promisify(brotliCompress)(content, brotli));
      }
    },
  };
}

/** Nearly as small as it gets, in a tenth of the time. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
