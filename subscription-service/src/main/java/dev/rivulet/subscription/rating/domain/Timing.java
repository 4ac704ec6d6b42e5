package dev.rivulet.subscription.rating.domain;

/** At which end of its days a component falls due. */
public enum Timing {
    IN_ADVANCE,
    IN_ARREARS
}
