import { sql } from "kysely";
import { maybe } from "#platform/database/tx.ts";
import { handler } from "#platform/events/handlers.ts";
import { addressUnder, type Mailer } from "#platform/mail/mail.ts";
import { events } from "../contract.ts";
import { tokenOf } from "./invitations.ts";
import { invitationLink } from "./routes.ts";

interface InvitationMail {
  email: string;
  vendor_name: string;
  vendor_host: string | null;
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
      sql`select i.email, v.name as vendor_name, v.host as vendor_host, v.mail_sender_name, v.mail_reply_to, v.locale, p.name as partner_name, m.name as invited_by, i.expires_at, v.timezone
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
    await services.mailer.send({ to: open.email, senderName, replyTo, ...words(open, link) });
  });
}

function words(open: InvitationMail, link: string): { subject: string; text: string } {
  const day = open.expires_at.toZonedDateTimeISO(open.timezone).toPlainDate();
  const where = open.partner_name === null ? open.vendor_name : `${open.partner_name} (${open.vendor_name})`;
  if (open.locale === "de") {
    return {
      subject: `Einladung zu ${open.vendor_name}`,
      text: `${open.invited_by} lädt Sie zu ${where} ein.\n\nNehmen Sie die Einladung hier an:\n${link}\n\nDer Link gilt einmal und bis ${day.toLocaleString("de")}. Wenn Sie niemanden dort kennen, lassen Sie ihn einfach verfallen.\n`,
    };
  }
  if (open.locale === "ar") {
    return {
      subject: `دعوة إلى ${open.vendor_name}`,
      text: `وصلتك دعوة من ${open.invited_by} للانضمام إلى ${where}.\n\nيمكن قبول الدعوة هنا:\n${link}\n\nيعمل الرابط مرة واحدة وحتى ${day.toLocaleString("ar-u-ca-gregory-nu-latn", { dateStyle: "long" })}. وإذا لم يكن لك أي معرفة بأحد هناك فيكفي ترك الدعوة تنتهي.\n`,
    };
  }
  return {
    subject: `Invitation to ${open.vendor_name}`,
    text: `${open.invited_by} invites you to ${where}.\n\nAccept the invitation here:\n${link}\n\nThe link works once and until ${day.toLocaleString("en", { dateStyle: "long" })}. If you know nobody there, just let it expire.\n`,
  };
}
