package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
}
