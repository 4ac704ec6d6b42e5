package dev.rivulet.subscription.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of row, what others refer to first. */
enum RowType {
    ACCOUNT(AccountRow.class),
    SUBSCRIPTION(SubscriptionRow.class),
    /** Before balances: what was open elsewhere stays open, and is not paid by a balance brought along. */
    RECEIVABLE(ReceivableRow.class),
    BALANCE(BalanceRow.class);

    final Class<? extends ImportRow> row;

    RowType(Class<? extends ImportRow> row) {
        this.row = row;
    }

    /** A line's {@code type}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RowType> of(String text) {
        return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
    }
}
