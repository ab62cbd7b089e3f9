import { parse } from "tldts";

/*
 * Which company an address of the web names: the registrable domain, `example.co.uk` of `https://shop.example.co.uk/x`.
 * Where many companies share one (mail for everybody, shops and sites on a host's domain, a group's domain), it names none.
 */

/** Hosts under which anybody has a mailbox. */
const publicMailHosts = new Set(
  `aol.com bluewin.ch bol.com.br comcast.net daum.net fastmail.com free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com
  gmx.de gmx.net googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.fr hotmail.it hushmail.com
  icloud.com inbox.lv interia.pl laposte.net libero.it live.com live.de live.fr mac.com mail.com mail.de mail.ru
  mailbox.org me.com msn.com naver.com onet.pl orange.fr outlook.com outlook.de outlook.fr posteo.de pm.me proton.me
  protonmail.com qq.com rambler.ru rediffmail.com rocketmail.com seznam.cz sfr.fr t-online.de tiscali.it tuta.com
  tutanota.com uol.com.br verizon.net virgilio.it vodafone.it wanadoo.fr web.de wp.pl yahoo.co.in yahoo.co.jp
  yahoo.co.uk yahoo.com yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru ymail.com zoho.com
  126.com 163.com att.net bellsouth.net btinternet.com cox.net shaw.ca rogers.com sky.com optonline.net`.split(
    /\s+/,
  ),
);

export type DomainReading =
  | { names: "company"; domain: string }
  /** A real address, but of a host that many share. */
  | { names: "many"; domain: string }
  /** Not an address of the web at all, or only the end of one, such as `co.uk`. */
  | { names: "nothing" };

/** Reads a website's address or the address of a mailbox, as people type them. */
export function readDomain(typed: string, sharedDomains: readonly string[] = []): DomainReading {
  const host = typed.includes("@") && !typed.includes("/") ? typed.slice(typed.lastIndexOf("@") + 1) : typed;
  const found = parse(host.trim(), { allowPrivateDomains: true });
  if (found.domain === null || found.isIp || !(found.isIcann || found.isPrivate)) return { names: "nothing" };
  const domain = inAscii(found.domain);
  const isShared = found.isPrivate || publicMailHosts.has(domain) || sharedDomains.includes(domain);
  return isShared ? { names: "many", domain } : { names: "company", domain };
}

/** One spelling for `müller.de` and `xn--mller-kva.de`. */
function inAscii(domain: string): string {
  return URL.parse(`http://${domain}`)?.hostname ?? domain;
}
