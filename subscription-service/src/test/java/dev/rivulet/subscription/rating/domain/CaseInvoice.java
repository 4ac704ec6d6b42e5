package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One invoice that a case expects, as far as charges can tell: taxes and balances are the invoice's.
 *
 * @param isBilledLater whether the lines may come on another day
 */
record CaseInvoice(JsonNode expected, JsonNode all, boolean isBilledLater) {

    /** A trial makes no charge; the rest is what an invoice does with charges. */
    private static final Set<String> OF_INVOICES = Set.of("FIXED", "BALANCE_CREDIT", "BALANCE_USE", "CREDIT_NOTE");

    /** Takes the lines it expects, which must be there; no others may be there for its day. */
    void check(List<Ledger.Line> lines, Function<String, LocalDate> day) {
        if (!expected.has("lines") || expected.get("lines").isEmpty()) {
            return;
        }
        var date = day.apply(expected.get("date").asText());
        var taken = new ArrayList<Ledger.Line>();
        var isWhole = !expected.has("tax");
        for (var wanted : expected.get("lines")) {
            if (OF_INVOICES.contains(wanted.get("type").asText())) {
                isWhole &= wanted.get("type").asText().equals("FIXED");
            } else {
                taken.add(take(lines, wanted, date));
            }
        }
        if (isWhole && expected.has("total")) {
            assertThat(sum(taken)).isEqualByComparingTo(expected.get("total").asText());
        }
        if (expected.has("credit_note")) {
            taken.addAll(creditNote(lines, date));
        }
        var isOneOfMany = all.get("expected").findValuesAsText("date").stream()
                        .filter(expected.get("date").asText()::equals)
                        .count()
                > 1;
        if (!isBilledLater && !isOneOfMany) {
            assertThat(lines).as("also on " + date).noneMatch(l -> l.date().equals(date));
        }
    }

    private Ledger.Line take(List<Ledger.Line> lines, JsonNode wanted, LocalDate date) {
        var found = lines.stream()
                .filter(l -> (isBilledLater || l.date().equals(date)) && isWanted(l.charge(), wanted))
                .findFirst();
        assertThat(found).as(wanted + " on " + date + " among " + lines).isPresent();
        lines.remove(found.get());
        return found.get();
    }

    private static boolean isWanted(Charge charge, JsonNode wanted) {
        var calc = wanted.path("calc");
        return charge.reason().name().equals(wanted.get("type").asText())
                && charge.amount()
                                .decimal()
                                .compareTo(new BigDecimal(wanted.get("amount").asText()))
                        == 0
                && wanted.path("start")
                        .asText(charge.used().start().toString())
                        .equals(charge.used().start().toString())
                && wanted.path("end")
                        .asText(charge.used().end().toString())
                        .equals(charge.used().end().toString())
                // One day of one is written where days do not matter.
                && (calc.path("period_days").asInt(1) == 1
                        || calc.get("days").asInt() == charge.days()
                                && calc.get("period_days").asInt() == charge.periodDays());
    }

    /** A note whose net amount is not written is told by its total. */
    private List<Ledger.Line> creditNote(List<Ledger.Line> lines, LocalDate date) {
        var note = expected.get("credit_note");
        var credits = lines.stream()
                .filter(l -> l.date().equals(date) && l.charge().reason() == Reason.CREDIT)
                .filter(l -> note.has("net")
                        ? l.charge()
                                        .amount()
                                        .decimal()
                                        .negate()
                                        .compareTo(
                                                new BigDecimal(note.get("net").asText()))
                                == 0
                        : taxed(l.charge().amount().negate())
                                        .compareTo(
                                                new BigDecimal(note.get("total").asText()))
                                == 0)
                .toList();
        assertThat(credits).as(note + " among " + lines).hasSize(1);
        lines.removeAll(credits);
        return credits;
    }

    private BigDecimal taxed(Money net) {
        var rate = new BigDecimal(all.get("plans").get(0).get("tax_rate").asText());
        return net.plus(Money.round(net.decimal().multiply(rate), BigDecimal.valueOf(100), net.currency()))
                .decimal();
    }

    private static BigDecimal sum(List<Ledger.Line> lines) {
        return lines.stream().map(l -> l.charge().amount().decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
