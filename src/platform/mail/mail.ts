import { createTransport } from "nodemailer";

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends mails, or says that this installation has no mail server. */
export interface Mailer {
  readonly available: boolean;
  send(mail: Mail): Promise<void>;
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
        from: options.from,
        to: { name: "", address: mail.to },
        subject: oneLine(mail.subject),
        text: mail.text,
      });
    },
  };
}

/** A line break in a subject would begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\0]+/g, " ");
}
