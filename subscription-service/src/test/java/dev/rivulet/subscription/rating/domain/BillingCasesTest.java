package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared billing cases, each played as it is written; their money is ours. */
class BillingCasesTest {

    /** Cases that only an invoice can tell, with what they are about. */
    private static final Map<String, String> OF_INVOICES = Map.of(
            "LA-033", "a coupon and taxes spread over the lines of an invoice",
            "SM-001", "charges below the minimum of an invoice carried forward");

    /** Cases that are decided otherwise here, each shown by a test. */
    private static final Map<String, String> NOT_ADOPTED = Map.of(
            "KB-046", "a month of thirty days, whatever the calendar says: shouldCountTheDaysThatAPeriodHas",
            "LA-034", "taxes of lines that do not add up to that of the invoice: NotAdoptedCaseTest");

    private static List<JsonNode> cases(String file) throws IOException {
        try (var in = BillingCasesTest.class.getResourceAsStream("/cases/" + file)) {
            return new ObjectMapper().readTree(in).get("cases").valueStream().toList();
        }
    }

    static Stream<BillingCase> played() throws IOException {
        return Stream.concat(cases("billing_cases.json").stream(), cases("more_billing_cases.json").stream())
                .filter(c -> c.get("adopt").asBoolean())
                .filter(c -> !OF_INVOICES.containsKey(c.get("id").asText()))
                .map(BillingCase::new);
    }

    @ParameterizedTest
    @MethodSource("played")
    void shouldCostWhatTheCaseSays(BillingCase played) {
        played.play();
        assertThat(played.check()).as("amounts, days or dates compared").isPositive();
    }

    @Test
    void shouldLeaveToInvoicesOnlyCasesThatThereAre() throws IOException {
        assertThat(cases("billing_cases.json").stream()
                        .filter(c -> c.get("adopt").asBoolean())
                        .map(c -> c.get("id").asText()))
                .containsAll(OF_INVOICES.keySet())
                .hasSize(45);
    }

    @Test
    void shouldShowEachDifferenceThatIsMeant() throws IOException {
        assertThat(Stream.concat(cases("billing_cases.json").stream(), cases("more_billing_cases.json").stream())
                        .filter(c -> !c.get("adopt").asBoolean())
                        .map(c -> c.get("id").asText()))
                .containsExactlyInAnyOrderElementsOf(NOT_ADOPTED.keySet());
    }

    /** KB-046 counts 22 days of 30, as an option of its source does; from May 23 on 23 days of 31 are left. */
    @Test
    void shouldCountTheDaysThatAPeriodHas() throws IOException {
        var theirs = cases("billing_cases.json").stream()
                .filter(c -> c.get("id").asText().equals("KB-046"))
                .findFirst()
                .orElseThrow();
        var start = LocalDate.parse(theirs.at("/timeline/0/date").asText());
        var day = theirs.at("/timeline/0/billing_day").asInt();
        var timeline =
                CasePlan.of("KB-046", theirs.at("/plans/0")).expand(start, start, 1, new AnchorRule.BillingDay(day));

        var charge = Rating.charge(Rating.spans(timeline, null, start).getFirst());

        assertThat(charge.used()).isEqualTo(new Period(start, LocalDate.of(2023, 6, 15)));
        assertThat(charge.days()).isEqualTo(23);
        assertThat(charge.periodDays()).isEqualTo(31);
        assertThat(charge.amount().decimal()).isEqualByComparingTo("14.80");
        assertThat(theirs.at("/expected/0/lines/0/amount").asText()).isEqualTo("14.63");
    }
}
