package dev.rivulet.catalog.price.domain;

/** By whom it is sold: by ourselves or by a partner. */
public enum Channel {
    DIRECT,
    PARTNER
}
