import { Menu, UnstyledButton } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconLanguage } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import { localeNames } from "../i18n/locales.ts";
import { Logo, useBrand } from "../theme/brand.tsx";
import classes from "./auth.module.css";
import { LanguageItems } from "./LanguageItems.tsx";

interface AuthLayoutProps {
  title: string;
  /** One sentence: what this is for. */
  lead?: ReactNode;
  children: ReactNode;
  /** Below the surface: another way. */
  foot?: ReactNode;
  /** With room for fields side by side. */
  wide?: boolean;
}

/** The frame of pages for people who are not signed in: signing in, accepting an invitation, the first run. */
export function AuthLayout({ title, lead, children, foot, wide = false }: AuthLayoutProps) {
  const { locale } = useLocale();
  const { productName, logos } = useBrand();
  useDocumentTitle(`${title} · ${productName}`);
  return (
    <div className={classes.page}>
      <main className={classes.main} data-wide={wide || undefined}>
        <p className={classes.product}>
          <Logo logos={logos}>
            <ProductMark />
          </Logo>
          {productName}
        </p>
        <div className={classes.surface}>
          <h1 className={classes.title}>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
          <div className={classes.body}>{children}</div>
        </div>
        {foot && <div className={classes.foot}>{foot}</div>}
      </main>
      <footer className={classes.languages}>
        <Menu position="top">
          <Menu.Target>
            <UnstyledButton className={classes.language}>
              <IconLanguage size={16} stroke={1.75} />
              {localeNames[locale]}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <LanguageItems />
          </Menu.Dropdown>
        </Menu>
      </footer>
    </div>
  );
}

/** Two ships' sails over one line: trade in company. */
function ProductMark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" className={classes.productMark}>
      <path d="M3 15.5 9.5 3v12.5zM11.5 15.5V6L18 15.5z" fill="currentColor" />
      <path d="M2 18.5h18" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
