package dev.rivulet.subscription.imports;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a customer has with the seller: paid or granted, and not used yet.
 *
 * @param account the external id of whose balance it is
 * @param amount positive
 */
record BalanceRow(
        @NotBlank @Size(max = 200, message = "{text-too-long}")
        String externalId,

        @NotBlank @Size(max = 200, message = "{text-too-long}")
        String account,

        @NotNull Money amount)
        implements ImportRow {

    @Override
    public String owner() {
        return account;
    }
}
