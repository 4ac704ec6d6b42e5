package dev.rivulet.catalog.plan.domain;

import static dev.rivulet.catalog.plan.domain.BillingPeriod.MONTH;
import static dev.rivulet.catalog.plan.domain.BillingPeriod.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rivulet.catalog.plan.domain.Impact.Effect;
import dev.rivulet.catalog.plan.domain.Impact.Group;
import dev.rivulet.catalog.plan.domain.Impact.Line;
import dev.rivulet.catalog.plan.domain.Impact.Listed;
import dev.rivulet.catalog.plan.domain.Impact.Offer;
import dev.rivulet.catalog.plan.domain.Impact.Total;
import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpactTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Test
    void shouldBeNothingWithoutSubscriptions() {
        assertThat(Impact.of(List.of(), dearer(RolloutPolicy.AT_RENEWAL, null)))
                .isEqualTo(new Impact(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "NEW_ONLY, , EUR, , KEEPS_VERSION",
        "NEW_ONLY, , EUR, 2026-04-01, KEEPS_VERSION",
        "NEW_ONLY, , USD, , KEEPS_VERSION",
        "AT_RENEWAL, , EUR, , CHANGES",
        "AT_RENEWAL, , EUR, 2026-12-31, ENDS_BEFORE",
        "AT_RENEWAL, , USD, , OTHER_CURRENCY",
        "FROM, 2026-04-01, EUR, , CHANGES",
        "FROM, 2026-04-01, EUR, 2026-03-31, ENDS_BEFORE",
        "FROM, 2026-04-01, EUR, 2026-04-01, ENDS_BEFORE",
        "FROM, 2026-04-01, EUR, 2026-04-02, CHANGES",
        "FROM, 2026-04-01, USD, , OTHER_CURRENCY",
        "FROM, 2026-04-01, USD, 2026-04-01, ENDS_BEFORE"
    })
    void shouldSayWhatBecomesOfEachGroup(
            RolloutPolicy policy, LocalDate from, String currency, LocalDate end, Effect effect) {
        var group = group(1, Money.of("49.00", currency), MONTH, end, 2);

        var line = Impact.of(List.of(group), dearer(policy, from)).lines().getFirst();

        var before = Money.of("98.00", currency);
        var after = effect == Effect.CHANGES ? Money.of("118.00", currency) : before;
        assertThat(line).isEqualTo(new Line(1, group.price(), MONTH, effect, 2, before, after));
    }

    @Test
    void shouldSumByCurrencyAndMergeGroupsOfTheSameFate() {
        var eur = Money.of("49.00", "EUR");
        var groups = List.of(
                group(1, eur, MONTH, null, 10),
                group(1, eur, MONTH, APRIL, 2),
                group(1, eur, MONTH, APRIL.plusMonths(1), 3),
                group(2, Money.of("540.00", "EUR"), YEAR, null, 4),
                group(2, Money.of("55.00", "USD"), MONTH, null, 5));

        var impact = Impact.of(groups, dearer(RolloutPolicy.AT_RENEWAL, null));

        assertThat(impact.lines())
                .extracting(Line::planVersion, Line::effect, Line::subscriptions)
                .containsExactly(
                        tuple(1, Effect.CHANGES, 10L),
                        tuple(1, Effect.ENDS_BEFORE, 5L),
                        tuple(2, Effect.CHANGES, 4L),
                        tuple(2, Effect.OTHER_CURRENCY, 5L));
        // 15 × 49 + 4 × 45 before; 14 × 59 + 5 × 49 after.
        assertThat(impact.totals())
                .containsExactly(
                        new Total(19, 14, 0, Money.of("915.00", "EUR"), Money.of("1071.00", "EUR")),
                        new Total(5, 0, 0, Money.of("275.00", "USD"), Money.of("275.00", "USD")));
        assertThat(impact.totals().getFirst().delta()).isEqualTo(Money.of("156.00", "EUR"));
    }

    /** 44.10 is the list price by a book of −10 %, 74.00 the list price with a seat; commitments are 50 and 70. */
    @ParameterizedTest
    @CsvSource({
        "44.10, AT_RENEWAL, PRICED_AGAIN, 50.00,",
        "74.00, AT_RENEWAL, PRICED_AGAIN, 74.00,",
        "49.00, AT_RENEWAL, CHANGES, 50.00, 70.00",
        "44.10, NEW_ONLY, KEEPS_VERSION, 50.00, 50.00",
        "74.00, NEW_ONLY, KEEPS_VERSION, 74.00, 74.00"
    })
    void shouldNotGuessThePriceOfWhoDoesNotPayTheListPrice(
            String pinned, RolloutPolicy policy, Effect effect, String before, String after) {
        var old = new Listed(Money.of("49.00", "EUR"), Money.of("50.00", "EUR"));
        var offer = new Offer(new Listed(Money.of("59.00", "EUR"), Money.of("70.00", "EUR")), MONTH, policy, null);
        var impact = Impact.of(List.of(new Group(1, Money.of(pinned, "EUR"), old, MONTH, null, 1)), offer);

        assertThat(impact.lines())
                .extracting(Line::effect, Line::before, Line::after)
                .containsExactly(tuple(effect, Money.of(before, "EUR"), after == null ? null : Money.of(after, "EUR")));
        var total = impact.totals().getFirst();
        assertThat(total.pricedAgain()).isEqualTo(effect == Effect.PRICED_AGAIN ? 1 : 0);
        assertThat(total.delta())
                .isEqualTo(
                        after == null
                                ? Money.of("0.00", "EUR")
                                : Money.of(after, "EUR").minus(Money.of(before, "EUR")));
    }

    @Test
    void shouldNotGuessThePriceOfAVersionItDoesNotKnow() {
        var group = new Group(7, Money.of("49.00", "EUR"), null, MONTH, null, 1);
        assertThat(Impact.of(List.of(group), dearer(RolloutPolicy.AT_RENEWAL, null))
                        .lines())
                .extracting(Line::effect)
                .containsExactly(Effect.PRICED_AGAIN);
    }

    /** At the list price. */
    private static Group group(int version, Money price, BillingPeriod period, LocalDate end, long subscriptions) {
        return new Group(version, price, new Listed(price, null), period, end, subscriptions);
    }

    private static Offer dearer(RolloutPolicy policy, LocalDate from) {
        return new Offer(new Listed(Money.of("59.00", "EUR"), null), MONTH, policy, from);
    }
}
