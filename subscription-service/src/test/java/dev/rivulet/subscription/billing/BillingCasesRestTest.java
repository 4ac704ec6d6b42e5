package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared billing cases through the public API and the test clock, to the cent. */
@QuarkusTest
class BillingCasesRestTest {

    /** Cases that {@link PlayedApartRestTest} plays, since they are written otherwise. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "LA-026", "a price of usage alone",
            "LA-029", "a price of usage alone",
            "OM-004", "a price of usage alone",
            "LA-033", "lines that are written and not played",
            "SM-001", "charges below the minimum",
            "KB-037", "a credit that is granted");

    /** They bill the days before a new billing day on that day; here the days are billed when they begin. */
    private static final Map<String, Map<String, String>> BILLED_WHEN_THEY_BEGIN = Map.of(
            "KB-028", Map.of("2016-05-15", "2016-06-01", "2016-07-10", "2016-07-15"),
            "KB-030", Map.of("2016-05-10", "2016-06-01"));

    private static Stream<JsonNode> cases(String file) throws IOException {
        try (var in = BillingCasesRestTest.class.getResourceAsStream("/cases/" + file)) {
            return new ObjectMapper().readTree(in).get("cases").valueStream();
        }
    }

    static Stream<Arguments> played() throws IOException {
        var cases = Stream.concat(
                cases("billing_cases.json")
                        .filter(c -> c.get("adopt").asBoolean())
                        .filter(c -> !ELSEWHERE.containsKey(c.get("id").asText())),
                cases("more_billing_cases.json").filter(c -> !PlayedApartRestTest.isOfUsageAlone(c)));
        return cases.map(json -> Arguments.of(
                named(json.get("id").asText() + " " + json.get("title").asText(), json)));
    }

    @ParameterizedTest
    @MethodSource("played")
    void shouldCostWhatTheCaseSays(JsonNode json) {
        var played = new RestCase(json);
        var days = BILLED_WHEN_THEY_BEGIN.getOrDefault(json.get("id").asText(), Map.of());
        played.play();
        days.values().stream().max(String::compareTo).ifPresent(played::goOnUntil);

        var taken = new ArrayList<JsonNode>();
        var contract = played.contract();
        var expectations = json.get("expected");
        for (var i = 0; i < expectations.size(); i++) {
            var expected = expectations.get(i);
            if (expected.has("date") && expected.has("lines")) {
                var asked = expected.get("date").asText();
                var day = played.day(days.getOrDefault(asked, asked)).toString();
                var lastOfDay = i + 1 == expectations.size()
                        || !asked.equals(expectations.get(i + 1).path("date").asText());
                var invoices = contract.invoices().stream()
                        .filter(invoice -> invoice.get("issueDate").asText().equals(day))
                        .toList();
                var notes = contract.creditNotes().stream()
                        .filter(note -> note.get("issueDate").asText().equals(day))
                        .toList();
                taken.addAll(new RestCaseInvoice(expected, invoices, notes, taken).check(lastOfDay));
                if (expected.has("invoice_count")) {
                    assertThat(invoices).hasSize(expected.get("invoice_count").asInt());
                }
                if (expected.has("usage_quantity")) {
                    assertThat(invoices.getFirst()
                                    .get("lines")
                                    .valueStream()
                                    .filter(line -> line.get("kind").asText().equals("USAGE"))
                                    .map(line -> line.get("quantity").asText()))
                            .containsExactly(expected.get("usage_quantity").asText());
                }
                if (expected.has("credit_balance")) {
                    assertThat(contract.balance())
                            .isEqualTo(expected.get("credit_balance").asText());
                }
                if (expected.has("line_count")) {
                    assertThat(contract.invoices().stream()
                                    .filter(invoice ->
                                            invoice.get("issueDate").asText().compareTo("2012-04-15") > 0))
                            .hasSize(expected.get("line_count").asInt());
                }
            }
            if (expected.has("billing_dates")) {
                var dates = expected.get("billing_dates")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList();
                played.goOnUntil(dates.getLast());
                assertThat(contract.invoices().stream()
                                .skip(1)
                                .map(invoice -> invoice.get("issueDate").asText()))
                        .isEqualTo(dates);
            }
            if (expected.has("periods")) {
                played.goOnUntil(
                        LocalDate.parse(expected.at("/periods/2/0").asText()).toString());
                assertThat(contract.invoices().stream()
                                .map(invoice -> invoice.get("periodStart").asText() + " "
                                        + invoice.get("periodEnd").asText()))
                        .isEqualTo(expected.get("periods")
                                .valueStream()
                                .map(period -> period.get(0).asText() + " "
                                        + period.get(1).asText())
                                .toList());
            }
        }
        if (json.path("complete").asBoolean()) {
            assertThat(Stream.concat(contract.invoices().stream(), contract.creditNotes().stream())
                            .flatMap(document -> document.get("lines").valueStream())
                            .filter(line ->
                                    new BigDecimal(line.at("/amount/amount").asText()).signum() != 0)
                            .filter(line -> !taken.contains(line)))
                    .as("also")
                    .isEmpty();
        }
        explained(played, taken, expectations);
        new Invariants(played.shop()).shouldHold();
    }

    /** Each line comes out again, and of the days that the case reckons with. */
    private static void explained(RestCase played, List<JsonNode> taken, JsonNode expectations) {
        var recurring = new ArrayList<JsonNode>();
        for (var invoice : played.contract().invoices()) {
            for (var line : invoice.get("lines")) {
                var told = Contract.read(played.shop()
                        .as("ops")
                        .get("/invoices/" + invoice.get("id").asText() + "/lines/"
                                + line.get("position").asText() + "/explanation")
                        .then()
                        .statusCode(200));
                assertThat(told.get("matches").asBoolean()).as(told.toString()).isTrue();
                assertThat(told.at("/explanation/plan/version").asInt())
                        .isEqualTo(line.path("planVersion").asInt());
                if (taken.contains(line) && line.get("kind").asText().equals("RECURRING")) {
                    recurring.add(told);
                }
            }
        }
        for (var lines : expectations.findValues("lines")) {
            for (var wanted : lines) {
                if (wanted.get("type").asText().equals("RECURRING")
                        && wanted.at("/calc/days").isInt()) {
                    assertThat(recurring).as(wanted.toString()).anyMatch(told -> isReckonedAs(wanted, told));
                }
            }
        }
    }

    /** Some cases tell a whole period as one of one; what takes off other charges is reckoned from all their days. */
    private static boolean isReckonedAs(JsonNode wanted, JsonNode told) {
        var why = told.get("explanation");
        var takesOff = new BigDecimal(why.at("/already/amount").asText()).signum() != 0;
        return told.at("/line/amount/amount")
                        .asText()
                        .equals(wanted.get("amount").asText())
                && (takesOff
                        || why.get("days").asInt()
                                        * wanted.at("/calc/period_days").asInt()
                                == why.get("periodDays").asInt()
                                        * wanted.at("/calc/days").asInt());
    }
}
