package dev.rivulet.success.survey;

import org.jspecify.annotations.Nullable;

/** What answers are grouped by. */
record Traits(
        @Nullable String segment,
        @Nullable String plan,
        @Nullable String function) {}
