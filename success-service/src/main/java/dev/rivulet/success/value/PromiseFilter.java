package dev.rivulet.success.value;

import dev.rivulet.success.value.domain.PromiseStatus;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which promises; what is null does not matter. */
record PromiseFilter(
        @Nullable UUID account,
        @Nullable PromiseStatus status,
        @Nullable LocalDate dueBefore) {}
