package dev.rivulet.subscription.commission;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement as comma-separated values (RFC 4180), one row for each entry. */
final class StatementCsv {

    private static final String END = "\r\n";

    private final StringBuilder rows =
            new StringBuilder("earned_on,kind,customer,account_id,subscription_id,product_id,"
                    + "invoice_number,invoice_line_id,base,percent,amount,currency,rule_id,formula" + END);

    void add(CommissionEntry entry) {
        rows.append(Stream.of(
                                entry.earnedOn.toString(),
                                entry.kind.name(),
                                text(entry.customerName),
                                entry.accountId.toString(),
                                entry.subscriptionId.toString(),
                                entry.productId.toString(),
                                entry.invoiceNumber,
                                entry.invoiceLineId.toString(),
                                entry.base().decimal().toPlainString(),
                                Percents.plain(entry.percent).toPlainString(),
                                entry.amount.decimal().toPlainString(),
                                entry.amount.currency().getCurrencyCode(),
                                entry.ruleId.toString(),
                                text(entry.explanation.formula()))
                        .collect(Collectors.joining(",")))
                .append(END);
    }

    String text() {
        return rows.toString();
    }

    /** Quoted; what a spreadsheet would take for a formula is made text. */
    private static String text(String value) {
        var harmless = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
