package dev.rivulet.subscription.imports;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What another system is going to invoice.
 *
 * @param subscription the external id of what it is for; or {@code account}, that of who pays, for all of it together
 * @param periodStart the first day, in the account's zone
 * @param periodEnd the first day not in the period any more
 * @param amount to be paid for the period: less discounts, with tax
 */
record ExpectationRow(
        @Nullable @Size(max = 200, message = "{text-too-long}")
        String subscription,

        @Nullable @Size(max = 200, message = "{text-too-long}")
        String account,

        @NotNull LocalDate periodStart,
        @NotNull LocalDate periodEnd,
        @NotNull Money amount) {

    RowType type() {
        return subscription == null ? RowType.ACCOUNT : RowType.SUBSCRIPTION;
    }
}
