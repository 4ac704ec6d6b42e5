package dev.rivulet.subscription.imports;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of the other system that is still to be paid.
 *
 * @param externalId its number there
 * @param account the external id of who pays it
 * @param amount what is still to be paid, tax included
 * @param issuedOn and {@code dueOn} in the account's zone
 */
record ReceivableRow(
        @NotBlank @Size(max = 200, message = "{text-too-long}")
        String externalId,

        @NotBlank @Size(max = 200, message = "{text-too-long}")
        String account,

        @NotNull Money amount,
        @NotNull LocalDate issuedOn,
        @NotNull LocalDate dueOn,

        @Nullable @Size(max = 200, message = "{text-too-long}")
        String description)
        implements ImportRow {

    @Override
    public String owner() {
        return account;
    }
}
