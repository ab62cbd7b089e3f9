import { Trans, useLingui } from "@lingui/react/macro";
import { Button, MantineProvider } from "@mantine/core";
import { useId, useMemo, useRef } from "react";
import { Status } from "../text/Status.tsx";
import { type Brand, Logo, neutralBrand } from "./brand.tsx";
import classes from "./preview.module.css";
import { cssVariables, themeWith } from "./theme.ts";

interface AccentPreviewProps {
  accent: string;
  /** In dark; without it made from the accent. */
  accentDark?: string | undefined;
  /** What the pages are called, and their logo. */
  productName?: string | undefined;
  logos?: Brand["logos"];
}

/** How a brand will look, in light and in dark. What cannot be read as a colour shows the product's own. */
export function AccentPreview(props: AccentPreviewProps) {
  const { t } = useLingui();
  return (
    <div className={classes.previews} role="img" aria-label={t`How the colour looks in light and in dark`}>
      <Sample {...props} scheme="light" />
      <Sample {...props} scheme="dark" />
    </div>
  );
}

/** A corner of the product under a theme of its own; nothing in it can be reached or pressed. */
function Sample({
  accent,
  accentDark,
  productName,
  logos = neutralBrand.logos,
  scheme,
}: AccentPreviewProps & { scheme: "light" | "dark" }) {
  const id = useId().replaceAll(/[^\w]/g, "");
  const root = useRef<HTMLDivElement>(null);
  const theme = useMemo(() => themeWith(accent, accentDark), [accent, accentDark]);
  return (
    <div ref={root} id={`sample-${id}`} data-mantine-color-scheme={scheme} className={classes.root} inert>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        cssVariablesSelector={`#sample-${id}`}
        getRootElement={() => root.current ?? undefined}
        forceColorScheme={scheme}
      >
        <div className={classes.sample}>
          <div className={classes.bar}>
            <Logo logos={logos}>
              <span className={classes.mark} />
            </Logo>
            {productName}
            <span className={classes.current}>
              <Trans>Home</Trans>
            </span>
          </div>
          <div className={classes.body}>
            <strong>
              <Trans>Waiting for you</Trans>
            </strong>
            <span className={classes.line}>
              <span className={classes.link}>
                <Trans>Release a payout batch</Trans>
              </span>
              <Status tone="warn">
                <Trans>3 days</Trans>
              </Status>
            </span>
            <Button size="compact-sm" tabIndex={-1}>
              <Trans>Release 14 payouts</Trans>
            </Button>
          </div>
        </div>
      </MantineProvider>
    </div>
  );
}
