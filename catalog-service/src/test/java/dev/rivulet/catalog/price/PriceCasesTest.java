package dev.rivulet.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What other engines' tests and manuals say that a purchase costs, asked of the quotes. */
@QuarkusTest
class PriceCasesTest {

    static Stream<Map.Entry<String, JsonNode>> cases() throws IOException {
        try (var file = PriceCasesTest.class.getResourceAsStream("/cases/price_cases.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false)
                    .map(each -> Map.entry(each.path("id").asText(), each))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldCostWhatItCostsElsewhere(Map.Entry<String, JsonNode> named) {
        var told = named.getValue();
        var till = Till.of("EUR", "0.00");
        var minimum = told.has("minimumCharge") ? ", \"minimumCharge\": " + told.get("minimumCharge") : "";
        till.post("part", null, told.get("terms").toString(), "\"validFrom\": \"2026-01-01\"" + minimum)
                .then()
                .statusCode(201);
        for (var asked : told.get("asked")) {
            var quote = till.quote(question(asked));
            var as = named.getKey() + " " + asked;
            assertThat(quote.getString("total.amount"))
                    .as(as)
                    .isEqualTo(asked.path("total").asText());
            assertThat(quote.getString("lines[1].topUp.amount"))
                    .as(as)
                    .isEqualTo(asked.path("topUp").asText(null));
            if (asked.has("steps")) {
                assertThat(steps(quote))
                        .as(as)
                        .isEqualTo(new ObjectMapper().convertValue(asked.get("steps"), List.class));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // yen and won have no minor unit, dinars have three decimals; a half always goes up
        "JPY, 0.5, 1, 1",
        "JPY, 0.4999, 1, 0",
        "JPY, 33.3, 3, 100",
        "KRW, 1234.5, 7, 8642",
        "CLP, 0.1, 4, 0",
        "BHD, 0.0005, 1, 0.001",
        "BHD, 0.00049, 1, 0.000",
        "KWD, 1.2345, 3, 3.704",
        "TND, 0.333333333, 3, 1.000",
        "EUR, 0.005, 1, 0.01"
    })
    void shouldRoundToTheCurrencysOwnMinorUnit(String currency, String unit, String quantity, String total) {
        var till = Till.of(currency, "0");
        till.price("part", null, "{\"model\": \"PER_UNIT\", \"amount\": \"" + unit + "\"}");
        assertThat(till.total("\"quantity\": " + quantity)).isEqualTo(total);
    }

    private static String question(JsonNode asked) {
        var quantity = asked.get("quantity");
        var usage = "\"quantity\": %s, \"usage\": {\"calls\": %s}".formatted(quantity, quantity);
        return asked.has("events") ? usage + ", \"events\": {\"calls\": " + asked.get("events") + "}" : usage;
    }

    /** Of the part; the plan itself is free. */
    private static List<String> steps(JsonPath quote) {
        return quote.<Map<String, Object>>getList("lines[1].steps").stream()
                .map(step -> "%s: %s x %s + %s = %s"
                        .formatted(
                                step.get("tier"),
                                step.get("quantity"),
                                step.get("unitPrice"),
                                step.get("flatFee"),
                                step.get("amount")))
                .toList();
    }
}
