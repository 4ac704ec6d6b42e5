package dev.rivulet.success.value;

import dev.rivulet.success.value.domain.PromiseStatus;
import java.util.UUID;

/**
 * How a promise came out, or that its day went by.
 *
 * @param status CONFIRMED, PARTLY, NOT_ACHIEVED or OVERDUE, as it was then
 */
public record PromiseNews(UUID promise, UUID account, String metric, PromiseStatus status) {}
