package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/** What a line of an import says, as a row of its kind. Two are the same when their records are equal. */
sealed interface ImportRow permits AccountRow, SubscriptionRow, ReceivableRow, BalanceRow {

    /** What the other system calls it; one of its kind for ever. */
    String externalId();

    /** The external id of the account it belongs to; its own, of an account. */
    @JsonIgnore
    String owner();

    /** The external id of the one of its kind that it stands below. */
    @JsonIgnore
    default @Nullable String above() {
        return null;
    }

    /** Which of its kind it is, in the order in which they can be taken over. */
    @JsonIgnore
    default RowType type() {
        return switch (this) {
            case AccountRow account -> RowType.ACCOUNT;
            case SubscriptionRow subscription -> RowType.SUBSCRIPTION;
            case ReceivableRow receivable -> RowType.RECEIVABLE;
            case BalanceRow balance -> RowType.BALANCE;
        };
    }
}
