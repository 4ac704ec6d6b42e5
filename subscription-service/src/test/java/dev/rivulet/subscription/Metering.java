package dev.rivulet.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.subscription.usage.Meter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plans that charge usage of {@code calls}, and the usage itself, which has been counted when a call returns. */
public record Metering(Catalog catalog) {

    /** A unit for 1.00 up to 100, for 0.50 beyond. */
    public static final List<Map<String, String>> TIERS =
            List.of(Map.of("upTo", "100", "unitPrice", "1.00"), Map.of("unitPrice", "0.50"));

    public static Metering of(Shop shop) {
        return new Metering(Catalog.of(shop));
    }

    public UUID graduated(String fee, Map<String, ?> plan, Map<String, ?> price) {
        return tiered("GRADUATED", fee, plan, price);
    }

    public UUID tiered(String rating, String fee, Map<String, ?> plan, Map<String, ?> price) {
        var id = catalog.plan(fee, plan);
        catalog.price(
                id, "usage", Map.of("model", "USAGE", "metric", "calls", "rating", rating, "tiers", TIERS), price);
        return id;
    }

    /** Uses, and waits until it is counted. */
    public void use(UUID account, String quantity, String at) {
        use(account, "u", quantity, at);
    }

    public void use(UUID account, String user, String quantity, String at) {
        var meter = new Meter(catalog.shop);
        var time = Instant.parse(at);
        var day = LocalDate.parse(at.substring(0, 10));
        var query = "from=" + day + "&to=" + day.plusDays(1);
        var before = total(meter.usage(account, query));
        Meter.send(meter.event(UUID.randomUUID().toString(), account, user, quantity, time));
        meter.eventually(
                "/accounts/" + account + "/usage?metric=calls&" + query,
                usage -> assertThat(total(usage)).isEqualByComparingTo(before.add(new BigDecimal(quantity))));
    }

    private static BigDecimal total(JsonNode usage) {
        return usage.get("items").findValues("sum").stream()
                .map(sum -> new BigDecimal(sum.asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The lines of usage, with the day they were invoiced: day, kind, quantity and amount. */
    public static List<String> lines(Contract contract) {
        var lines = new ArrayList<String>();
        for (var invoice : contract.invoices()) {
            for (var line : invoice.get("lines")) {
                var kind = line.get("kind").asText();
                if (!kind.equals("RECURRING")) {
                    lines.add(String.join(
                            " ",
                            invoice.get("issueDate").asText(),
                            kind,
                            line.get("quantity")
                                    .decimalValue()
                                    .stripTrailingZeros()
                                    .toPlainString(),
                            line.at("/amount/amount").asText()));
                }
            }
        }
        return lines;
    }

    /** What all invoices and credit notes of the contract come to. */
    public static BigDecimal sum(Contract contract) {
        var sum = BigDecimal.ZERO;
        for (var invoice : contract.invoices()) {
            for (var line : invoice.get("lines")) {
                sum = sum.add(new BigDecimal(line.at("/amount/amount").asText()));
            }
        }
        for (var note : contract.creditNotes()) {
            sum = sum.subtract(new BigDecimal(note.at("/subtotal/amount").asText()));
        }
        return sum;
    }

    /** Settings of an account in euros and UTC. */
    public static Map<String, Object> utc(Map<String, ?> more) {
        var settings = new HashMap<String, Object>(Map.of("zone", "UTC"));
        settings.putAll(more);
        return settings;
    }
}
