package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.GraduatedPrice;
import dev.rivulet.kit.price.PriceModel;
import dev.rivulet.kit.price.Tier;
import dev.rivulet.kit.price.Tiers;
import dev.rivulet.kit.price.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** What may become of a subscription: done to its terms, and written down day by day. */
class Life {

    static final Currency EUR = Currency.getInstance("EUR");
    static final List<PlanTerms> PLANS = List.of(
            plan("small", BillingPeriod.MONTH, null, 0, fee("base", "19.95"), seats("4.99", Timing.IN_ADVANCE)),
            plan("large", BillingPeriod.MONTH, "150.00", 14, fee("base", "99.00"), usage("use", "7.00")),
            plan("arrears", BillingPeriod.QUARTER, "80.00", 0, seats("10.00", Timing.IN_ARREARS), usage("use", null)),
            plan("annual", BillingPeriod.YEAR, null, 30, fee("base", "2399.95"), usage("use", null)),
            plan("weekly", BillingPeriod.WEEK, null, 0, fee("base", "0.03"), seats("0.01", Timing.IN_ADVANCE)),
            plan("half", BillingPeriod.HALF_YEAR, null, 3, fee("base", "0.00"), seats("33.33", Timing.IN_ARREARS)));

    final List<String> story = new ArrayList<>();
    private final Random random;
    private final Ledger ledger;
    private final DayByDay days;
    private Timeline unended;
    private LocalDate waivedFrom;
    LocalDate today;

    Life(Random random) {
        this.random = random;
        today = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1500));
        var plan = plan();
        var timeline = plan.expand(today, today, 1 + random.nextInt(5), rule());
        ledger = new Ledger(timeline, DayByDay::read, random.nextInt(40) == 0);
        days = new DayByDay(today, today.plusDays(1500));
        timeline.terms().forEach(days::from);
        story.add(today + " " + plan.plan().name() + " "
                + timeline.terms().getFirst().anchor());
        ledger.billThrough(today);
    }

    void live() {
        for (var i = random.nextInt(8); i >= 0; i--) {
            var step = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(120);
            today = today.plusDays(step);
            ledger.billThrough(random.nextBoolean() ? today : today.minusDays(1));
            change();
            if (random.nextInt(8) == 0) {
                check();
            }
        }
        today = today.plusDays(random.nextInt(400));
        ledger.billThrough(today);
        check();
    }

    private void change() {
        var from = effective();
        var timeline = timeline();
        var end = timeline.end();
        if (end != null) {
            if (random.nextInt(3) > 0) {
                return;
            }
            story.add(today + " goes on");
            days.endAt(null);
            days.eachFrom(timeline.start(), t -> t.mode() == Mode.WAIVED ? t.withMode(Mode.RUNNING) : t);
            become(unended, waivedFrom.isBefore(end) ? waivedFrom : end);
            return;
        }
        switch (random.nextInt(7)) {
            case 0 -> {
                var quantity = 1 + random.nextInt(9);
                var isProrated = random.nextInt(3) > 0;
                story.add(today + " " + quantity + " from " + from + (isProrated ? "" : ", next period"));
                if (isProrated) {
                    days.eachFrom(from, t -> t.withQuantity(quantity));
                    become(timeline.quantityFrom(from, quantity), from);
                } else {
                    days.paidFrom(from, quantity);
                    become(new Unprorated(timeline, from).quantity(quantity), from);
                }
            }
            case 1, 2 -> changePlan(from);
            case 3 -> {
                story.add(today + " paused from " + from);
                days.eachFrom(
                        from, t -> t.mode() == Mode.RUNNING || t.mode() == Mode.PREPAID ? t.withMode(Mode.PAUSED) : t);
                become(timeline.pausedFrom(from), from);
            }
            case 4 -> {
                story.add(today + " resumed from " + from);
                days.eachFrom(from, t -> t.mode() == Mode.PAUSED ? t.withMode(Mode.RUNNING) : t);
                become(timeline.resumedFrom(from), from);
            }
            case 5 -> {
                var day = 1 + random.nextInt(31);
                var anchor = Anchor.billingDay(BillingPeriod.MONTH, from, day);
                story.add(today + " billing day " + day + " from " + from);
                days.eachFrom(
                        from, t -> t.withAnchor(anchor.withPeriod(t.anchor().period())));
                become(timeline.anchoredFrom(from, anchor), from);
            }
            default -> {
                unended = timeline;
                var waived = random.nextInt(3) == 0 ? waived(from) : timeline;
                var givenBack = waived == timeline ? from : waived(waived);
                waivedFrom = givenBack.isBefore(from) ? givenBack : from;
                story.add(today + " ends " + from + ", given back from " + waivedFrom);
                days.endAt(from);
                become(waived.endedAt(from), waivedFrom);
            }
        }
    }

    /** Without what is charged in advance of the period that has begun. */
    private Timeline waived(LocalDate end) {
        var period = timeline().chargedPeriodAt(today);
        var start = period.start().isBefore(timeline().start()) ? timeline().start() : period.start();
        if (!start.isBefore(end)) {
            return timeline();
        }
        days.eachFrom(start, t -> t.mode() == Mode.RUNNING ? t.withMode(Mode.WAIVED) : t);
        days.eachFrom(period.end(), t -> t.mode() == Mode.WAIVED ? t.withMode(Mode.RUNNING) : t);
        return timeline().waived(start, period.end());
    }

    private static LocalDate waived(Timeline timeline) {
        return timeline.terms().stream()
                .filter(t -> t.mode() == Mode.WAIVED)
                .map(Term::from)
                .findFirst()
                .orElse(timeline.start());
    }

    private void changePlan(LocalDate from) {
        var now = timeline().termAt(from);
        var plan = plan();
        var rule = random.nextInt(4) > 0 ? new AnchorRule.Kept(now.anchor()) : rule();
        var isInTrial = now.mode() == Mode.TRIAL;
        var terms = plan.expand(from, isInTrial ? timeline().start() : null, now.quantity(), rule)
                .terms();
        story.add(today + " " + plan.plan().name() + " from " + from + " " + rule);
        terms.forEach(days::from);
        become(timeline().changedFrom(from, terms), from);
    }

    private void become(Timeline wanted, LocalDate since) {
        ledger.become(wanted, random.nextInt(5) == 0 ? null : since, today, today);
    }

    /** Mostly today, sometimes the end of the period, sometimes days ago, never before the start. */
    private LocalDate effective() {
        var day = switch (random.nextInt(4)) {
            case 0 -> today.plusDays(random.nextInt(40));
            case 1 -> today.minusDays(random.nextInt(40));
            default -> today;
        };
        var start = timeline().start();
        return day.isBefore(start) ? start : day;
    }

    private void check() {
        assertThat(ledger.net()).isEqualTo(days.cost(ledger.billedThrough));
        // Fees of nothing leave no credit behind, so that the days they cover are not told by charges.
        var costly = ledger.charged.values().stream()
                .filter(Charged::isLive)
                .filter(c -> c.reason() == Reason.RECURRING && c.fullAmount().compareTo(BigDecimal.TEN) > 0)
                .toList();
        assertThat(costly)
                .extracting(c -> c.component() + c.reason() + c.used().start())
                .doesNotHaveDuplicates();
        assertThat(costly.stream()
                        .flatMap(c -> c.used().start().datesUntil(c.liveEnd()).map(d -> d + " " + c.component()))
                        .sorted())
                .isEqualTo(days.covered(ledger.billedThrough));
        assertThat(ledger.charged.values()).allMatch(c -> !c.left().isNegative());
    }

    Timeline timeline() {
        return ledger.timeline;
    }

    long credits() {
        return ledger.lines.stream()
                .filter(l -> l.charge().reason() == Reason.CREDIT)
                .count();
    }

    private PlanTerms plan() {
        return PLANS.get(random.nextInt(PLANS.size()));
    }

    private AnchorRule rule() {
        return switch (random.nextInt(4)) {
            case 0 -> new AnchorRule.Anniversary();
            case 1 -> new AnchorRule.Calendar();
            case 2 -> new AnchorRule.BillingDay(1 + random.nextInt(31));
            default -> new AnchorRule.At(today.minusDays(random.nextInt(2000)));
        };
    }

    private static PlanTerms plan(
            String name, BillingPeriod period, String commitment, int trialDays, Component... components) {
        return new PlanTerms(
                new PlanRef(UUID.nameUUIDFromBytes(name.getBytes()), 1, name, null),
                period,
                EUR,
                List.of(components),
                commitment == null ? null : Money.of(commitment, "EUR"),
                trialDays,
                trialDays == 3
                        ? List.of(
                                PlanTerms.Phase.discount(1, 0, new BigDecimal("33.3")),
                                PlanTerms.Phase.priced(0, 45, Map.of("base", flat("12.34"))))
                        : List.of(),
                null);
    }

    private static Component fee(String key, String amount) {
        return Component.of(key, key, flat(amount), Timing.IN_ADVANCE);
    }

    private static Component seats(String amount, Timing timing) {
        return Component.of("seats", "seats", new UnitPrice(new BigDecimal(amount)), timing);
    }

    private static Component usage(String key, String minimum) {
        var tiers = Stream.of(
                        new Tier(BigDecimal.TEN, new BigDecimal("0.155"), BigDecimal.ONE),
                        new Tier(null, new BigDecimal("0.0333"), BigDecimal.ZERO))
                .toList();
        return new Component(
                key,
                key,
                new GraduatedPrice(new Tiers(tiers)),
                BigDecimal.ONE,
                Timing.IN_ARREARS,
                new Metered("units", "SUM"),
                minimum == null ? null : new BigDecimal(minimum));
    }

    private static PriceModel flat(String amount) {
        return new FlatPrice(new BigDecimal(amount));
    }
}
