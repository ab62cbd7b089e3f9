import packageFile from "../../package.json" with { type: "json" };

/** This release's number. */
export const version: string = packageFile.version;
