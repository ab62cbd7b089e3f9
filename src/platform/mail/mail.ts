import { createTransport } from "nodemailer";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same as a page, for programs that show one. */
  html?: string;
  /** Whose name stands before the installation's address; the installation's own unless told. */
  senderName?: string | null;
  /** Where answers go, where it is not the sender. */
  replyTo?: string | null;
  /** The same for each try of one mail, so that a reader's program shows it once. */
  id?: string;
}

/** Sends mails, or says that this installation has no mail server. */
export interface Mailer {
  readonly available: boolean;
  /** @throws Error as `refusalOf` reads it */
  send(mail: Mail): Promise<void>;
}

/** The pages' address under a vendor's own host, with the installation's protocol and port; as it is where it has none. */
export function addressUnder(publicUrl: string, host: string | null): string {
  if (host === null) return publicUrl;
  const url = new URL(publicUrl);
  url.hostname = host;
  return url.toString().replace(/\/$/, "");
}

export function createMailer(options: { smtpUrl: string | null; from: string }): Mailer {
  if (options.smtpUrl === null) {
    return {
      available: false,
      send: async () => {
        throw new Error("No mail server is set (SMTP_URL).");
      },
    };
  }
  const transport = createTransport({
    url: options.smtpUrl,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    available: true,
    async send(mail) {
      await transport.sendMail({
        from: senderOf(options.from, mail.senderName ?? null),
        ...(mail.replyTo && { replyTo: { name: "", address: mail.replyTo } }),
        to: { name: "", address: mail.to },
        subject: oneLine(mail.subject),
        text: mail.text,
        ...(mail.html !== undefined && { html: mail.html }),
        // Nobody's absence is answered to a machine.
        headers: { "Auto-Submitted": "auto-generated" },
        ...(mail.id !== undefined && { messageId: `<${mail.id}@${hostOf(options.from)}>` }),
      });
    },
  };
}

/** What became of a mail that was not taken. */
export interface Refusal {
  /**
   * `address`: the recipient does not exist or takes nothing, and never will. `mail`: this one is not taken.
   * `later`: try again. `unreachable`: the mail server is not there, so no other mail would be taken either.
   */
  kind: "address" | "mail" | "later" | "unreachable";
  /** In the mail server's words, one line. */
  said: string;
}

const unreachable = new Set(["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "ETLS", "EAUTH", "ENOAUTH"]);
const longestSaid = 300;

/** Reads the error of `send`: a reply of the mail server (RFC 5321: 5yz is for good, 4yz for now), or none at all. */
export function refusalOf(error: unknown): Refusal {
  const { code, command, responseCode, response, message } = fieldsOf(error);
  const text = oneLine(String(response ?? message ?? "The mail server gave no reason."));
  const said = text.slice(0, longestSaid).trim();
  if (typeof responseCode === "number" && responseCode >= 500) {
    if (command === "RCPT TO") return { kind: "address", said };
    if (command === "DATA" || code === "EMESSAGE") return { kind: "mail", said };
  }
  // What is no address at all is found before anybody is asked.
  if (code === "EENVELOPE" && command === "API") return { kind: "address", said };
  return { kind: typeof code === "string" && unreachable.has(code) ? "unreachable" : "later", said };
}

function fieldsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return {};
  return { ...error, message: error.message };
}

/** The address stays the installation's, which its mail server may send from; the name is whoever's the mail is. */
function senderOf(from: string, name: string | null): string | { name: string; address: string } {
  return name === null ? from : { name: oneLine(name), address: /<([^<>]+)>/.exec(from)?.[1] ?? from.trim() };
}

/** A line break in a subject would begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\0]+/g, " ");
}

function hostOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
}
