package dev.rivulet.subscription.commission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.commission.domain.Rule.Sale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final UUID PARTNER = UUID.randomUUID();
    private static final UUID PRODUCT = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Sale SALE = new Sale(PARTNER, "gold", PRODUCT);

    @Test
    void shouldTakeTheMostSpecific() {
        var rules = new ArrayList<>(List.of(
                rule("1", null, null, null),
                rule("2", null, null, PRODUCT),
                rule("3", null, "gold", null),
                rule("4", null, "gold", PRODUCT),
                rule("5", PARTNER, null, null),
                rule("6", PARTNER, null, PRODUCT)));

        // Each is the most specific as long as it is there, whatever order they come in.
        for (var expected = rules.size(); expected > 0; expected--) {
            assertThat(Rule.choose(rules.reversed(), SALE, DAY))
                    .get()
                    .extracting(Rule::percent)
                    .isEqualTo(new BigDecimal(expected));
            rules.removeLast();
        }
        assertThat(Rule.choose(rules, SALE, DAY)).isEmpty();
    }

    @Test
    void shouldLeaveAloneWhatIsForOthers() {
        var others = List.of(
                rule("1", UUID.randomUUID(), null, null),
                rule("2", null, "silver", null),
                rule("3", null, null, UUID.randomUUID()));

        assertThat(Rule.choose(others, SALE, DAY)).isEmpty();
        assertThat(Rule.choose(List.of(rule("4", null, "gold", null)), new Sale(PARTNER, null, PRODUCT), DAY))
                .isEmpty();
    }

    @Test
    void shouldHoldFromItsFirstDayUntilTheDayBeforeItsEnd() {
        var rule = new Rule(
                UUID.randomUUID(), BigDecimal.TEN, Recurrence.RECURRING, null, null, null, DAY, DAY.plusDays(2));

        assertThat(List.of(-1, 0, 1, 2))
                .map(days -> rule.holdsOn(DAY.plusDays(days)))
                .containsExactly(false, true, true, false);
    }

    private static Rule rule(String percent, UUID partner, String tier, UUID product) {
        return new Rule(
                UUID.randomUUID(),
                new BigDecimal(percent),
                Recurrence.RECURRING,
                partner,
                tier,
                product,
                LocalDate.of(2026, 1, 1),
                null);
    }
}
