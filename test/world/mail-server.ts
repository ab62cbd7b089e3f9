import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail server on a real socket, that keeps what it gets and refuses whom it is told. */
export interface MailServer {
  /** As `SMTP_URL` names it. */
  url: string;
  received: Email[];
  /** By address: the reply to `RCPT TO`, 4yz for now, 5yz for good. */
  refused: Map<string, number>;
  close(): Promise<void>;
}

export async function createMailServer(): Promise<MailServer> {
  const received: Email[] = [];
  const refused = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => {
      const code = refused.get(address);
      if (code === undefined) return done();
      done(Object.assign(new Error(`No mailbox ${address} here`), { responseCode: code }));
    },
    onData: async (stream, _session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      received.push(await PostalMime.parse(Buffer.concat(chunks)));
      done();
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refused,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
