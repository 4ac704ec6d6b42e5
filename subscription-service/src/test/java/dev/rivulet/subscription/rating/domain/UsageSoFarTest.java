package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.CappedPrice;
import dev.rivulet.kit.price.GraduatedPrice;
import dev.rivulet.kit.price.PackagePrice;
import dev.rivulet.kit.price.PriceModel;
import dev.rivulet.kit.price.Tier;
import dev.rivulet.kit.price.Tiers;
import dev.rivulet.kit.price.UnitPrice;
import dev.rivulet.kit.price.VolumePrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked for in between, and whatever comes late, a period costs what all of its usage costs. */
class UsageSoFarTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final Tiers TIERS = new Tiers(List.of(
            new Tier(new BigDecimal("100"), new BigDecimal("0.333"), BigDecimal.ZERO),
            new Tier(new BigDecimal("1000"), new BigDecimal("0.101"), new BigDecimal("5")),
            new Tier(null, new BigDecimal("0.0207"), BigDecimal.ZERO)));
    private static final List<PriceModel> MODELS = List.of(
            new GraduatedPrice(TIERS),
            new VolumePrice(TIERS),
            new UnitPrice(new BigDecimal("0.007")),
            new PackagePrice(new BigDecimal("2.95"), new BigDecimal("100")),
            new PackagePrice(new BigDecimal("100"), new BigDecimal("2.95"), new BigDecimal("150")),
            new CappedPrice(new GraduatedPrice(TIERS), new BigDecimal("88.88")));

    @Test
    void shouldCostTheSameInPartsAsInOne() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var parts = 0;
        for (var i = 0; i < 2_000; i++) {
            var minimum = random.nextBoolean() ? new BigDecimal(random.nextInt(200)) : null;
            var span = span(MODELS.get(random.nextInt(MODELS.size())), minimum, null)
                    .getFirst();
            var used = BigDecimal.ZERO;
            var already = Money.zero(EUR);
            for (var day = START; day.isBefore(START.plusMonths(1)); day = day.plusDays(1 + random.nextInt(9))) {
                used = used.add(BigDecimal.valueOf(random.nextInt(40_000), 2));
                var part = Rating.soFar(span, day, new Reading(used, 1), already);
                assertThat(part.map(each -> each.used().end()).orElse(day.plusDays(1)))
                        .isEqualTo(day.plusDays(1));
                already = already.plus(part.map(Charge::amount).orElse(Money.zero(EUR)));
                parts += part.isPresent() ? 1 : 0;
            }
            var rest = sum(Rating.charge(span, new Reading(used, 9), already));

            assertThat(already.plus(rest)).as("seed " + seed).isEqualTo(sum(Rating.charge(span, new Reading(used, 9))));
        }
        assertThat(parts).isGreaterThan(2_000);
    }

    @Test
    void shouldKnowTheSpansOfADay() {
        var timeline = timeline(new UnitPrice(BigDecimal.ONE), null, null);

        assertThat(Rating.usageOn(timeline, START.plusDays(40)).stream().map(Span::used))
                .containsExactly(new Period(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 3, 1)));
        assertThat(Rating.usageOn(timeline.endedAt(START.plusDays(9)), START.plusDays(9)))
                .isEmpty();
        assertThat(Rating.usageOn(timeline.pausedFrom(START.plusDays(9)), START.plusDays(9)))
                .isEmpty();
        assertThat(Rating.hasUsageFrom(timeline, "calls", LocalDate.of(2025, 2, 1)))
                .isTrue();
        assertThat(Rating.hasUsageFrom(timeline, "calls", LocalDate.of(2025, 2, 2)))
                .isFalse();
        // The day of the end itself, and none after it.
        assertThat(Rating.hasUsageFrom(timeline.endedAt(LocalDate.of(2025, 2, 1)), "calls", LocalDate.of(2025, 2, 1)))
                .isTrue();
        assertThat(Rating.hasUsageFrom(timeline.endedAt(LocalDate.of(2025, 2, 1)), "calls", LocalDate.of(2025, 3, 1)))
                .isFalse();
    }

    /** Of a commitment of 50.00: usage before and after, what the commitment was charged with and what changes in it. */
    @ParameterizedTest
    @CsvSource({
        "20.00, 30.00, 30.00, -10.00",
        "20.00, 70.00, 30.00, -30.00",
        "60.00, 40.00, 0.00, 10.00",
        "60.00, 70.00, 0.00, 0.00",
        "20.00, 20.00, 30.00, 0.00"
    })
    void shouldMakeUpForWhatACommitmentWasChargedWith(String before, String after, String charged, String change) {
        var spans = span(new UnitPrice(BigDecimal.ONE), null, "50.00");
        var commitment = spans.getLast();
        assertThat(commitment.reason()).isEqualTo(Reason.COMMITMENT_TRUE_UP);
        var first = Rating.commitment(commitment, Rating.charge(spans.getFirst(), reading(before)));
        assertThat(first.map(Charge::amount).orElse(Money.zero(EUR))).isEqualTo(Money.of(charged, "EUR"));

        var late = Rating.commitmentAdjustment(
                commitment, Rating.charge(spans.getFirst(), reading(after)), Money.of(charged, "EUR"));

        assertThat(late.map(Charge::amount).orElse(Money.zero(EUR))).isEqualTo(Money.of(change, "EUR"));
        late.ifPresent(each -> {
            assertThat(each.reason()).isEqualTo(Reason.USAGE_ADJUSTMENT);
            assertThat(each.explanation().replay()).isEqualTo(each.amount());
        });
    }

    private static Reading reading(String quantity) {
        return new Reading(new BigDecimal(quantity), 1);
    }

    private static Money sum(List<Charge> charges) {
        return charges.stream().map(Charge::amount).reduce(Money.zero(EUR), Money::plus);
    }

    private static List<Span> span(PriceModel model, @Nullable BigDecimal minimum, @Nullable String commitment) {
        return Rating.spans(timeline(model, minimum, commitment), null, START.plusMonths(1)).stream()
                .filter(span -> span.used().start().equals(START))
                .toList();
    }

    private static Timeline timeline(PriceModel model, @Nullable BigDecimal minimum, @Nullable String commitment) {
        var usage = new Component(
                "calls", "", model, BigDecimal.ONE, Timing.IN_ARREARS, new Metered("calls", "SUM"), minimum);
        return new PlanTerms(
                        new PlanRef(UUID.randomUUID(), 1, "Metered", null),
                        BillingPeriod.MONTH,
                        EUR,
                        List.of(usage),
                        commitment == null ? null : Money.of(commitment, "EUR"),
                        0,
                        List.of(),
                        null)
                .expand(START, START, 1, new AnchorRule.Anniversary());
    }
}
