import { Trans, useLingui } from "@lingui/react/macro";
import { Button, FileButton, Group } from "@mantine/core";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { notifyDone } from "#ui/feedback/notify.ts";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { dropLogo, type Logos, setLogo } from "../contract.ts";

type Scheme = "light" | "dark";
type Tried = Partial<Record<Scheme, string>>;

interface LogoSectionProps {
  logos: Logos;
  /** Chosen and not saved yet, as data addresses. */
  tried: Tried;
  onTry: (tried: Tried) => void;
}

/** The logo for light and for dark surfaces: chosen, seen in the preview above, then saved. */
export function LogoSection({ logos, tried, onTry }: LogoSectionProps) {
  const { t } = useLingui();
  return (
    <Section
      title={t`Logo`}
      note={
        <Trans>
          A PNG of at most 256 kB and 2000 pixels each way. A choice is seen above before it is saved.
        </Trans>
      }
    >
      <FieldStack>
        {(["light", "dark"] as const).map((scheme) => (
          <OneLogo
            key={scheme}
            scheme={scheme}
            size={logos[scheme]}
            tried={tried[scheme]}
            onTry={(address) => {
              const { [scheme]: _, ...rest } = tried;
              onTry(address === undefined ? rest : { ...rest, [scheme]: address });
            }}
          />
        ))}
      </FieldStack>
    </Section>
  );
}

interface OneLogoProps {
  scheme: Scheme;
  size: Logos[Scheme];
  tried: string | undefined;
  onTry: (address: string | undefined) => void;
}

function OneLogo({ scheme, size, tried, onTry }: OneLogoProps) {
  const { t } = useLingui();
  const label = scheme === "light" ? t`For light surfaces` : t`For dark surfaces`;
  const set = useEndpointMutation(setLogo, {
    onDone: () => {
      onTry(undefined);
      notifyDone(t`Logo saved`);
    },
  });
  const drop = useEndpointMutation(dropLogo, { onDone: () => notifyDone(t`Logo removed`) });
  const problem = set.error ?? drop.error;
  return (
    <div>
      <Sentences>
        <strong>{label}</strong>
        {size === null ? (
          <Trans>There is none yet.</Trans>
        ) : (
          <Trans>
            {size.width} × {size.height} pixels
          </Trans>
        )}
      </Sentences>
      <Group gap="sm" mt="xs">
        <FileButton accept="image/png" onChange={(file) => void read(file).then(onTry)}>
          {(props) => (
            <Button {...props} variant="default" aria-label={t`Choose a picture: ${label}`}>
              <Trans>Choose a picture</Trans>
            </Button>
          )}
        </FileButton>
        {tried !== undefined && (
          <Button
            loading={set.isPending}
            onClick={() =>
              set.mutate({ params: { scheme }, body: { content: tried.replace(/^[^,]*,/, "") } })
            }
          >
            <Trans>Save logo</Trans>
          </Button>
        )}
        {size !== null && tried === undefined && (
          <Button
            variant="default"
            loading={drop.isPending}
            onClick={() => drop.mutate({ params: { scheme } })}
          >
            <Trans>Remove</Trans>
          </Button>
        )}
      </Group>
      {problem && <ErrorState problem={problem} inline />}
    </div>
  );
}

/** The chosen file as a data address, to be looked at and sent. */
function read(file: File | null): Promise<string | undefined> {
  if (file === null) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve(undefined);
    reader.readAsDataURL(file);
  });
}
