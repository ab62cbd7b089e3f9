import { sql } from "kysely";
import { maybe } from "#platform/database/tx.ts";
import { handler } from "#platform/events/handlers.ts";
import { htmlOf } from "#platform/mail/html.ts";
import { addressUnder, type Mail, type Mailer } from "#platform/mail/mail.ts";
import { shadesOf } from "#ui/theme/shades.ts";
import { events } from "../contract.ts";
import { tokenOf } from "./invitations.ts";
import { invitationLink } from "./routes.ts";

interface InvitationMail {
  email: string;
  vendor_name: string;
  vendor_host: string | null;
  product_name: string | null;
  accent_colour: string;
  mail_sender_name: string | null;
  mail_reply_to: string | null;
  locale: string;
  partner_name: string | null;
  invited_by: string;
  expires_at: Temporal.Instant;
  timezone: string;
}

/** Sends the link of an invitation that is still open, in the vendor's language. */
export function mailInvitation(services: { mailer: Mailer; secret: string; publicUrl: () => string }) {
  return handler("mail-invitation", events.personInvited, async (tx, event) => {
    if (!services.mailer.available) return;
    const open = await maybe<InvitationMail>(
      tx,
      sql`select i.email, v.name as vendor_name, v.host as vendor_host, v.product_name, v.accent_colour,
          v.mail_sender_name, v.mail_reply_to, v.locale, p.name as partner_name, m.name as invited_by, i.expires_at, v.timezone
        from invitation i join vendor v on v.vendor_id = i.vendor_id
        join membership m on m.vendor_id = i.vendor_id and m.id = i.invited_by
        left join partner p on p.vendor_id = i.vendor_id and p.id = i.partner_id
        where i.vendor_id = ${tx.vendorId} and i.id = ${event.subjectId}
          and i.accepted_at is null and i.revoked_at is null`,
    );
    if (open === null) return;
    const address = addressUnder(services.publicUrl(), open.vendor_host);
    const link = invitationLink(address, tokenOf(services.secret, event.subjectId));
    const { mail_sender_name: senderName, mail_reply_to: replyTo } = open;
    await services.mailer.send({ to: open.email, senderName, replyTo, ...invitation(open, link) });
  });
}

interface Words {
  subject: string;
  invites: string;
  accept: string;
  /** On the button. */
  join: string;
  until: string;
}

function invitation(open: InvitationMail, link: string): Pick<Mail, "subject" | "text" | "html"> {
  const { subject, invites, accept, join, until } = words(open);
  const dress = {
    name: open.product_name ?? open.vendor_name,
    colour: shadesOf(open.accent_colour)[7],
    language: open.locale,
  };
  return {
    subject,
    text: `${invites}\n\n${accept}\n${link}\n\n${until}\n`,
    html: htmlOf(dress, {
      paragraphs: [invites],
      act: { label: join, url: link },
      foot: [open.vendor_name, until],
    }),
  };
}

function words(open: InvitationMail): Words {
  const day = open.expires_at.toZonedDateTimeISO(open.timezone).toPlainDate();
  const where = open.partner_name === null ? open.vendor_name : `${open.partner_name} (${open.vendor_name})`;
  if (open.locale === "de") {
    return {
      subject: `Einladung zu ${open.vendor_name}`,
      invites: `${open.invited_by} lädt Sie zu ${where} ein.`,
      accept: "Nehmen Sie die Einladung hier an:",
      join: "Einladung annehmen",
      until: `Der Link gilt einmal und bis ${day.toLocaleString("de")}. Wenn Sie niemanden dort kennen, lassen Sie ihn einfach verfallen.`,
    };
  }
  if (open.locale === "ar") {
    return {
      subject: `دعوة إلى ${open.vendor_name}`,
      invites: `وصلتك دعوة من ${open.invited_by} للانضمام إلى ${where}.`,
      accept: "يمكن قبول الدعوة هنا:",
      join: "قبول الدعوة",
      until: `يعمل الرابط مرة واحدة وحتى ${day.toLocaleString("ar-u-ca-gregory-nu-latn", { dateStyle: "long" })}. وإذا لم يكن لك أي معرفة بأحد هناك فيكفي ترك الدعوة تنتهي.`,
    };
  }
  return {
    subject: `Invitation to ${open.vendor_name}`,
    invites: `${open.invited_by} invites you to ${where}.`,
    accept: "Accept the invitation here:",
    join: "Accept the invitation",
    until: `The link works once and until ${day.toLocaleString("en", { dateStyle: "long" })}. If you know nobody there, just let it expire.`,
  };
}
