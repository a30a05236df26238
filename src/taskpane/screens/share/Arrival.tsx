import { useEffect, useRef, type ReactNode } from "react";
import { useShareStyles } from "./styles";

/** News that takes the focus when it comes up: the keyboard and what is read aloud are then where it is. */
export function Arrival({
  children,
  link = false,
}: {
  readonly children: ReactNode;
  /** The focus goes to its link. */
  readonly link?: boolean;
}) {
  const styles = useShareStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = link ? place.current?.querySelector("a") : place.current;
    target?.focus();
  }, [link]);
  return (
    <div ref={place} tabIndex={-1} className={styles.arrival}>
      {children}
    </div>
  );
}
