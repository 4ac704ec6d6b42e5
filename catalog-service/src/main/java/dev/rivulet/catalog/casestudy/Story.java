package dev.rivulet.catalog.casestudy;

import org.jspecify.annotations.Nullable;

/**
 * What may be told of a published case study.
 *
 * @param customer only where the customer agreed to be named
 */
public record Story(
        String title, @Nullable String customer, @Nullable String result) {}
