package dev.rivulet.success.touch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {

    @Test
    void shouldFitAsManyAccountsAsTheCalculatorOfABookOfBusiness() throws IOException {
        var found = found("csm-capacity");
        var input = found.path("input");
        var capacity = new Capacity(
                input.path("hours_week").decimalValue(),
                input.path("weeks").asInt(),
                new BigDecimal(input.path("utilisation").asText()),
                new BigDecimal(input.path("admin").asText()),
                input.path("touches_per_quarter").decimalValue(),
                BigDecimal.ONE,
                input.path("hours_per_touch").decimalValue());
        assertThat(capacity.productiveHours())
                .isEqualByComparingTo(found.at("/expected/productive_hours").asText());
        assertThat(capacity.accounts(TouchModel.HIGH))
                .isEqualTo(found.at("/expected/accounts").asInt());
    }

    @ParameterizedTest(name = "{0} h of {1}: {2}")
    @CsvSource({"40, HIGH, 20", "40, LOW, 41", "40, TECH, 0", "20, HIGH, 10", "1, HIGH, 0", "0, LOW, 0"})
    void shouldFitWholeCustomers(BigDecimal hoursPerWeek, TouchModel model, int accounts) {
        var usual = Capacity.USUAL;
        var capacity = new Capacity(
                hoursPerWeek,
                usual.weeks(),
                usual.utilisation(),
                usual.adminShare(),
                usual.highTouches(),
                usual.lowTouches(),
                usual.hoursPerTouch());
        assertThat(capacity.accounts(model)).isEqualTo(accounts);
    }

    @Test
    void shouldRoundHoursOnlyWhereTheyAreShown() {
        var hour = new Capacity(
                BigDecimal.ONE,
                1,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                new BigDecimal("0.5"),
                new BigDecimal("0.01"));
        assertThat(hour.hoursFor(TouchModel.LOW)).isEqualTo("0.01");
        assertThat(hour.accounts(TouchModel.LOW)).isEqualTo(200);
        var nearly = new Capacity(
                new BigDecimal("15.999"),
                1,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.TWO,
                BigDecimal.ONE,
                BigDecimal.valueOf(8));
        assertThat(nearly.productiveHours()).isEqualTo("15.99");
        assertThat(nearly.accounts(TouchModel.HIGH)).isZero();
    }

    private static JsonNode found(String id) throws IOException {
        try (var file = CapacityTest.class.getResourceAsStream("/cases/success_cases.json")) {
            for (var each : new ObjectMapper().readTree(file).path("cases")) {
                if (each.path("id").asText().equals(id)) {
                    return each;
                }
            }
        }
        throw new AssertionError(id);
    }
}
