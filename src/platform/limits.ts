/** What the server takes in one file; the pages say it before a file is sent. */
export const maxUploadBytes = 512 * 1024 * 1024;
