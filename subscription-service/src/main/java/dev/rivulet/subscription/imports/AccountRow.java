package dev.rivulet.subscription.imports;

import dev.rivulet.subscription.account.AccountRequest;
import dev.rivulet.subscription.account.ContactRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer, as an account is opened.
 *
 * @param parent the external id of the account above
 */
record AccountRow(
        @NotBlank @Size(max = 200, message = "{text-too-long}")
        String externalId,

        @Nullable @Size(max = 200, message = "{text-too-long}")
        String parent,

        @NotNull @Valid AccountRequest account,

        @Size(max = 100, message = "{list-too-long}") List<@NotNull @Valid ContactRequest> contacts)
        implements ImportRow {

    AccountRow {
        contacts = contacts == null ? List.of() : Collections.unmodifiableList(contacts);
    }

    @Override
    public String owner() {
        return externalId;
    }

    @Override
    public @Nullable String above() {
        return parent;
    }

    /** The account below the one above it, as that is known here. */
    AccountRequest below(@Nullable UUID parentId) {
        return account.below(parentId);
    }
}
