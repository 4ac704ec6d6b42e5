package dev.rivulet.kit.price;

/** By whom it is sold: by ourselves or by a partner. */
public enum Channel {
    DIRECT,
    PARTNER
}
