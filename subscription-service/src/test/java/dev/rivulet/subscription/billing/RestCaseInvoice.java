package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a case expects of a day, compared with the documents of that day. */
final class RestCaseInvoice {

    /** What the service shows on a document as a figure, and not as a line. */
    private static final Set<String> FIGURES = Set.of("FIXED", "BALANCE_CREDIT", "BALANCE_USE", "CREDIT_NOTE");

    /** A line of an invoice, or of a credit note with its sign turned. */
    private record Line(JsonNode document, String kind, BigDecimal amount, BigDecimal tax, JsonNode json) {}

    private final JsonNode expected;
    private final List<Line> lines = new ArrayList<>();
    private final List<Line> taken = new ArrayList<>();

    RestCaseInvoice(
            JsonNode expected, List<JsonNode> invoices, List<JsonNode> creditNotes, List<JsonNode> takenBefore) {
        this.expected = expected;
        for (var invoice : invoices) {
            for (var line : invoice.get("lines")) {
                add(invoice, line.get("kind").asText(), line, BigDecimal.ONE, takenBefore);
            }
        }
        for (var note : creditNotes) {
            for (var line : note.get("lines")) {
                add(note, "CREDIT", line, BigDecimal.ONE.negate(), takenBefore);
            }
        }
    }

    private void add(JsonNode document, String kind, JsonNode line, BigDecimal sign, List<JsonNode> takenBefore) {
        var amount = money(line.get("amount")).multiply(sign);
        if (amount.signum() != 0 && !takenBefore.contains(line)) {
            lines.add(new Line(document, kind, amount, money(line.get("tax")).multiply(sign), line));
        }
    }

    /** The lines that were taken, which no other expectation may have. */
    List<JsonNode> check(boolean isLastOfDay) {
        for (var wanted : expected.get("lines")) {
            if (!FIGURES.contains(wanted.get("type").asText())) {
                take(wanted);
            }
        }
        if (expected.has("credit_note")) {
            takeCreditNote(expected.get("credit_note"));
        }
        if (isLastOfDay && namesItsLines()) {
            assertThat(lines).as("lines that nobody expects beside " + taken).isEmpty();
        }
        if (!taken.isEmpty()) {
            checkFigures(taken.getFirst().document());
        }
        return taken.stream().map(Line::json).toList();
    }

    /** Some tell how many lines there are, or their quantity, in place of each. */
    private boolean namesItsLines() {
        return !expected.has("line_count") && !expected.has("usage_quantity");
    }

    private void take(JsonNode wanted) {
        var found = lines.stream()
                .filter(line -> line.kind().equals(wanted.get("type").asText()))
                .filter(line -> line.amount()
                                .compareTo(new BigDecimal(wanted.get("amount").asText()))
                        == 0)
                .filter(line -> !wanted.has("start")
                        || wanted.get("start").equals(line.json().get("periodStart")))
                .filter(line -> !wanted.has("end")
                        || wanted.get("end").equals(line.json().get("periodEnd")))
                .findFirst();
        assertThat(found).as(wanted + " among " + lines).isPresent();
        taken.add(found.orElseThrow());
        lines.remove(found.orElseThrow());
    }

    private void takeCreditNote(JsonNode note) {
        var found = lines.stream()
                .filter(line -> line.kind().equals("CREDIT"))
                .filter(line -> matches(note, "net", line.amount())
                        && matches(note, "tax", line.tax())
                        && matches(note, "total", line.amount().add(line.tax())))
                .findFirst();
        assertThat(found).as(note + " among " + lines).isPresent();
        taken.add(found.orElseThrow());
        lines.remove(found.orElseThrow());
    }

    private static boolean matches(JsonNode note, String figure, BigDecimal credit) {
        return !note.has(figure) || new BigDecimal(note.get(figure).asText()).compareTo(credit.negate()) == 0;
    }

    private void checkFigures(JsonNode invoice) {
        if (!invoice.has("balanceUsed")) {
            return;
        }
        var toBalance = money(invoice.get("toBalance"));
        var used = money(invoice.get("balanceUsed"));
        if (expected.has("tax") && !expected.has("credit_note")) {
            assertThat(money(invoice.get("tax")))
                    .isEqualByComparingTo(expected.get("tax").asText());
        }
        if (expected.has("total")) {
            var total = new BigDecimal(expected.get("total").asText());
            assertThat(money(invoice.get("total"))
                            .subtract(used)
                            .subtract(total.signum() < 0 ? toBalance : BigDecimal.ZERO))
                    .isEqualByComparingTo(total);
        }
        if (expected.has("amount_due")) {
            assertThat(money(invoice.get("due")))
                    .isEqualByComparingTo(expected.get("amount_due").asText());
        }
        for (var wanted : expected.get("lines")) {
            var amount = new BigDecimal(wanted.get("amount").asText());
            switch (wanted.get("type").asText()) {
                case "BALANCE_CREDIT" -> assertThat(toBalance).isEqualByComparingTo(amount);
                case "BALANCE_USE" -> assertThat(used.negate()).isEqualByComparingTo(amount);
                default -> {}
            }
        }
    }

    private static BigDecimal money(JsonNode money) {
        return new BigDecimal(money.get("amount").asText());
    }
}
