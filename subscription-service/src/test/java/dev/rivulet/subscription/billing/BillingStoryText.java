package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Set;

/** An invoice or a credit note in one line, as stories tell of it: figures, then the lines that come to anything. */
final class BillingStoryText {

    private static final Set<String> WORTH_TELLING = Set.of("DRAFT", "VOID", "UNCOLLECTIBLE");

    private BillingStoryText() {}

    static String of(JsonNode document, boolean isInvoice) {
        var parts = new ArrayList<String>();
        parts.add(figures(document, isInvoice));
        for (var line : document.get("lines")) {
            if (new BigDecimal(amount(line, "amount")).signum() != 0) {
                parts.add((isInvoice ? line.get("kind").asText() + " " : "")
                        + line.get("periodStart").asText() + ".."
                        + line.get("periodEnd").asText() + " " + amount(line, "amount"));
            }
        }
        return String.join(" | ", parts);
    }

    private static String figures(JsonNode document, boolean isInvoice) {
        var text = new StringBuilder(document.get("issueDate").asText())
                .append(isInvoice ? " INVOICE " : " NOTE ")
                .append(amount(document, "subtotal"))
                .append('-')
                .append(amount(document, "discount"))
                .append('+')
                .append(amount(document, "tax"))
                .append('=')
                .append(amount(document, "total"));
        if (isInvoice) {
            text.append(" due ").append(amount(document, "due"));
            figure(text, " to balance ", amount(document, "toBalance"));
            figure(text, " from balance ", amount(document, "balanceUsed"));
            var status = document.get("status").asText();
            if (WORTH_TELLING.contains(status)) {
                text.append(' ').append(status);
            }
        }
        return text.toString();
    }

    private static void figure(StringBuilder text, String name, String amount) {
        if (new BigDecimal(amount).signum() != 0) {
            text.append(name).append(amount);
        }
    }

    private static String amount(JsonNode node, String field) {
        return node.at("/" + field + "/amount").asText();
    }
}
