import { createContext, type ReactNode, useContext } from "react";
import classes from "./brand.module.css";

/** Whose pages these are, as far as they look like it. */
export interface Brand {
  /** What the pages are called. */
  productName: string;
  /** Colours as `#rrggbb`; without one the product's own, or for dark one made from the other. */
  accent?: string | undefined;
  accentDark?: string | undefined;
  /** Addresses of the logo for light and for dark surfaces. */
  logos: { light: string | null; dark: string | null };
}

/** As the product comes. */
export const neutralBrand: Brand = { productName: "Hanse", logos: { light: null, dark: null } };

const BrandContext = createContext<Brand>(neutralBrand);

export function BrandProvider({ brand, children }: { brand: Brand; children: ReactNode }) {
  return <BrandContext value={brand}>{children}</BrandContext>;
}

export function useBrand(): Brand {
  return useContext(BrandContext);
}

interface LogoProps {
  logos: Brand["logos"];
  /** What stands where there is no logo. */
  children: ReactNode;
}

/**
 * The logo that suits the scheme. With one for light surfaces alone it stands on a light plate in dark. Beside it stands
 * whose it is, so it says nothing itself.
 */
export function Logo({ logos: { light, dark }, children }: LogoProps) {
  const lit = light ?? dark;
  if (lit === null) return children;
  return (
    <span className={classes.logo} data-plate={dark === null || undefined}>
      <img src={lit} alt="" className={dark === null ? undefined : classes.onLight} />
      {dark !== null && <img src={dark} alt="" className={classes.onDark} />}
    </span>
  );
}
