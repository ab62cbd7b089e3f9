import type { FileStore } from "#platform/files/files.ts";
import type { FileLinks } from "#platform/files/links.ts";
import { assists } from "./server/assists.ts";
import { registrations } from "./server/registrations.ts";
import { touchpointRoutes } from "./server/routes.ts";

export { fileReaders } from "./server/evidence.ts";
export { notices } from "./server/notices.ts";
export { policy } from "./server/policy.ts";

export function routes({ files, fileLinks }: { files: FileStore; fileLinks: FileLinks }) {
  return touchpointRoutes(files, fileLinks);
}

export function handlers() {
  return [...registrations(), ...assists()];
}
