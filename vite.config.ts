import { resolve } from "node:path";
import { lingui, linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = import.meta.dirname;

/*
 * The web app. `vite build` writes dist/web; the server uses the same file in middleware mode during development.
 * `--mode gallery` takes the gallery of the design system instead, which is no part of the product's bundle.
 */
export default defineConfig(({ mode }) => ({
  root: resolve(here, mode === "gallery" ? "src/ui/gallery" : "src/app/web"),
  plugins: [react(), lingui(), babel({ presets: [linguiTransformerBabelPreset()] })],
  build: {
    outDir: resolve(here, mode === "gallery" ? "dist/gallery" : "dist/web"),
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 700,
  },
}));
