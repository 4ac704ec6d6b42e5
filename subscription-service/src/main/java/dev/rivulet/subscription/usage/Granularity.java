package dev.rivulet.subscription.usage;

/** Into what spans usage is added up for a reader. */
public enum Granularity {
    DAY,
    MONTH
}
