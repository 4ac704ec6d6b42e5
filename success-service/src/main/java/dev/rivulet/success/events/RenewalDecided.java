package dev.rivulet.success.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a renewal came out; told again when movements of revenue that are heard of later change it.
 *
 * @param dueOn local to the customer
 * @param outcome RENEWED, EXPANDED, CONTRACTED, LOST or NOTHING_DUE
 * @param risk as it was shown 30 days before; absent where it was not
 * @param mrrBefore monthly recurring revenue of the subscription 30 days before
 * @param mrrAfter on the day itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RenewalDecided(
        UUID subscriptionId,
        UUID accountId,
        LocalDate dueOn,
        String planName,
        String outcome,
        @Nullable String risk,
        Money mrrBefore,
        Money mrrAfter) {}
