package dev.rivulet.subscription.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.account.domain.Minimum;
import dev.rivulet.subscription.account.domain.MinimumPolicy;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Kind;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Line;
import dev.rivulet.subscription.coupon.domain.ActiveCoupon;
import dev.rivulet.subscription.rating.domain.Period;
import dev.rivulet.subscription.tax.domain.TaxRate;
import dev.rivulet.subscription.tax.domain.TaxTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssemblyTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final UUID PAYER = new UUID(0, 1);
    private static final UUID PLAN = new UUID(0, 2);
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 15);
    private static final Money NOTHING = Money.zero(EUR);

    private int made;

    // ---- what is assembled from

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private NewCharge charge(String amount) {
        return charge(amount, null, null, TODAY);
    }

    private NewCharge charge(String amount, String taxCode) {
        return charge(amount, taxCode, null, TODAY);
    }

    private NewCharge credit(String amount, NewCharge of) {
        return charge(amount, of.taxCode(), of.id(), TODAY);
    }

    private NewCharge charge(String amount, String taxCode, UUID creditOf, LocalDate dueOn) {
        var month = new Period(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 4, 1));
        return new NewCharge(
                new UUID(1, ++made),
                PAYER,
                PAYER,
                null,
                "base",
                creditOf == null ? "RECURRING" : "CREDIT",
                PAYER,
                creditOf,
                month,
                month,
                BigDecimal.ONE,
                new BigDecimal(amount),
                eur(amount),
                PLAN,
                1,
                "Training",
                taxCode,
                "{}",
                dueOn,
                null,
                false);
    }

    private static NewCharge carried(NewCharge c, LocalDate since) {
        return new NewCharge(
                c.id(),
                c.payerId(),
                c.accountId(),
                c.subscriptionId(),
                c.component(),
                c.reason(),
                c.cause(),
                c.creditOf(),
                c.used(),
                c.full(),
                c.quantity(),
                c.fullAmount(),
                c.amount(),
                c.planId(),
                c.planVersion(),
                c.description(),
                c.taxCode(),
                c.explanation(),
                c.dueOn(),
                since,
                true);
    }

    private static PayerTerms payer(Integer billingDay, Minimum minimum, TaxTable taxes) {
        return new PayerTerms(
                PAYER, ZoneId.of("Europe/Berlin"), EUR, "main", billingDay, 14, 0, minimum, null, null, taxes);
    }

    private static final PayerTerms PLAIN = payer(null, null, TaxTable.NONE);

    private static PayerTerms taxed(String... percents) {
        var rates = new HashMap<String, List<TaxRate>>();
        for (var percent : percents) {
            rates.put(percent, List.of(new TaxRate(percent, new BigDecimal(percent), false)));
        }
        return payer(null, null, new TaxTable(rates, Map.of(), null));
    }

    private static ActiveCoupon off(String amount) {
        return new ActiveCoupon(UUID.randomUUID(), "OFF", null, null, eur(amount), Set.of());
    }

    private static ActiveCoupon percent(String percent) {
        return new ActiveCoupon(UUID.randomUUID(), "PERCENT", null, new BigDecimal(percent), null, Set.of());
    }

    private static AssembledInvoice invoice(
            PayerTerms terms, List<NewCharge> charges, List<ActiveCoupon> coupons, Money balance) {
        var outcome = Assembly.assemble(terms, TODAY, charges, Map.of(), coupons, balance);
        assertThat(outcome).isInstanceOf(Outcome.Issue.class);
        return ((Outcome.Issue) outcome).invoice();
    }

    private static AssembledInvoice invoice(PayerTerms terms, NewCharge... charges) {
        return invoice(terms, Arrays.asList(charges), List.of(), NOTHING);
    }

    // ---- cases of other engines, to the cent

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            KB-014 downgrade,   169.32 -2334.20,          -,  -,       0.00,    0.00,  2164.88, 0.00
            KB-014 back,        2334.20 -169.32,          -,  2164.88, 2164.88, 0.00,  0.00,    2164.88
            KB-017 first day,   249.95 -2399.95,          -,  -,       0.00,    0.00,  2150.00, 0.00
            KB-017 next month,  249.95,                   -,  2150.00, 249.95,  0.00,  0.00,    249.95
            KB-037 credit left, 249.95,                   -,  50.05,   249.95,  0.00,  0.00,    50.05
            LA-004 first,       75.00,                    20, -,       90.00,   15.00, 0.00,    0.00
            LA-006 first,       39.29,                    20, -,       47.15,   7.86,  0.00,    0.00
            LA-017 arrears,     1.94,                     20, -,       2.33,    0.39,  0.00,    0.00
            LA-021 upgrade,     9.68 -6.45,               25, -,       4.04,    0.81,  0.00,    0.00
            LA-021 second,      12.26 -9.68,              25, -,       3.23,    0.65,  0.00,    0.00
            LA-024 first,       38.71,                    20, -,       46.45,   7.74,  0.00,    0.00
            LA-024 end,         8.00 0.93 -5.36,          20, -,       4.29,    0.72,  0.00,    0.00
            ME-002 downgrade,   -51.10 -12.90 14.97 5.16, -,  -,       0.00,    0.00,  43.87,   0.00
            ME-003 together,    35.00 35.00,              -,  -,       70.00,   0.00,  0.00,    0.00
            """)
    void shouldComeOutToTheCent(
            String name,
            String amounts,
            String tax,
            String balance,
            String total,
            String taxes,
            String toBalance,
            String used) {
        var charges = Arrays.stream(amounts.split(" "))
                .map(amount -> charge(amount, tax))
                .toList();
        var invoice =
                invoice(tax == null ? PLAIN : taxed(tax), charges, List.of(), balance == null ? NOTHING : eur(balance));

        assertThat(invoice.kind()).isEqualTo(Kind.INVOICE);
        assertThat(invoice.lines()).hasSize(charges.size());
        assertThat(invoice.total()).isEqualTo(eur(total));
        assertThat(invoice.tax()).isEqualTo(eur(taxes));
        assertThat(invoice.toBalance()).isEqualTo(eur(toBalance));
        assertThat(invoice.balanceUsed()).isEqualTo(eur(used));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "LA-004, -71.43, 20, 71.43, 14.29, 85.72",
        "LA-006, -37.50, 20, 37.50, 7.50, 45.00",
        "LA-021 first, -6.45, 25, 6.45, 1.61, 8.06",
        "LA-021 second, -9.68, 25, 9.68, 2.42, 12.10",
        "LA-024, -5.36, 20, 5.36, 1.07, 6.43",
    })
    void shouldGiveBackByCreditNote(String name, String amount, String tax, String net, String taxes, String total) {
        var note = invoice(taxed(tax), charge(amount, tax));

        assertThat(note.kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(note.subtotal()).isEqualTo(eur(net).negate());
        assertThat(note.tax()).isEqualTo(eur(taxes).negate());
        assertThat(note.toBalance()).isEqualTo(eur(total));
        assertThat(note.total()).isEqualTo(NOTHING);
        assertThat(note.finalizeOn()).isNull();
    }

    /** What a coupon for all of it paid gives nothing back, but is given back all the same. */
    @Test
    void shouldGiveBackNothingByCreditNote() {
        var original = charge("31.00");
        var free = new Credited(eur("31.00"), eur("31.00"), List.of(), NOTHING, NOTHING, List.of());

        var note = Assembly.invoice(
                PLAIN, TODAY, List.of(credit("-21.00", original)), Map.of(original.id(), free), List.of(), NOTHING);

        assertThat(note.kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(note.discount()).isEqualTo(eur("-21.00"));
        assertThat(note.toBalance()).isEqualTo(NOTHING);
    }

    @Test
    void shouldSpreadACouponBeforeTax() {
        // LA-033
        var invoice = invoice(
                taxed("0", "10", "20"),
                List.of(charge("100.00", "10"), charge("50.00", "0"), charge("30.00", "20"), charge("20.00", "20")),
                List.of(off("10.00")),
                NOTHING);

        assertThat(invoice.lines())
                .extracting(Line::discount)
                .containsExactly(eur("5.00"), eur("2.50"), eur("1.50"), eur("1.00"));
        assertThat(invoice.lines())
                .extracting(Line::tax)
                .containsExactly(eur("9.50"), eur("0.00"), eur("5.70"), eur("3.80"));
        assertThat(invoice.subtotal()).isEqualTo(eur("200.00"));
        assertThat(invoice.discount()).isEqualTo(eur("10.00"));
        assertThat(invoice.tax()).isEqualTo(eur("19.00"));
        assertThat(invoice.total()).isEqualTo(eur("209.00"));
    }

    @Test
    void shouldCarryForwardWhatIsTooSmall() {
        // SM-001
        var terms = payer(null, new Minimum(eur("1.00"), 90, MinimumPolicy.COLLECT), TaxTable.NONE);
        var march = charge("0.30", null, null, LocalDate.of(2024, 3, 31));
        var first = Assembly.assemble(terms, LocalDate.of(2024, 3, 31), List.of(march), Map.of(), List.of(), NOTHING);
        assertThat(first)
                .isEqualTo(
                        new Outcome.CarryForward(List.of(march), eur("0.30"), eur("1.00"), LocalDate.of(2024, 6, 29)));

        var april = charge("4.50", null, null, LocalDate.of(2024, 4, 30));
        var second = Assembly.assemble(
                terms,
                LocalDate.of(2024, 4, 30),
                List.of(carried(march, LocalDate.of(2024, 3, 31)), april),
                Map.of(),
                List.of(),
                NOTHING);
        var invoice = ((Outcome.Issue) second).invoice();
        assertThat(invoice.total()).isEqualTo(eur("4.80"));
        assertThat(invoice.lines()).extracting(Line::carriedForward).containsExactly(true, false);
    }

    // ---- rules of our own

    @Nested
    class BillingDay {

        @ParameterizedTest
        @CsvSource({
            // today, due on, billing day: waits until, or is invoiced
            "2024-03-15, 2024-03-15, 20, 2024-03-20",
            "2024-03-20, 2024-03-15, 20, ",
            "2024-03-25, 2024-03-15, 20, ",
            "2024-03-25, 2024-03-21, 20, 2024-04-20",
            "2024-02-29, 2024-02-29, 31, ",
            "2024-02-28, 2024-02-28, 31, 2024-02-29",
            "2024-04-01, 2024-03-31, 31, ",
            "2024-04-01, 2024-04-01, 31, 2024-04-30",
            "2024-03-15, 2024-03-18, , 2024-03-18",
        })
        void shouldBeWaitedFor(LocalDate today, LocalDate dueOn, Integer billingDay, LocalDate until) {
            var outcome = Assembly.assemble(
                    payer(billingDay, null, TaxTable.NONE),
                    today,
                    List.of(charge("10.00", null, null, dueOn)),
                    Map.of(),
                    List.of(),
                    NOTHING);

            if (until == null) {
                assertThat(outcome).isInstanceOf(Outcome.Issue.class);
            } else {
                assertThat(outcome).isEqualTo(new Outcome.Wait(until));
            }
        }

        @Test
        void shouldLeaveWhatCameLaterToTheNextOne() {
            var early = charge("10.00", null, null, LocalDate.of(2024, 3, 9));
            var late = charge("20.00", null, null, LocalDate.of(2024, 3, 12));
            var invoice = invoice(payer(10, null, TaxTable.NONE), late, early);

            assertThat(invoice.lines()).extracting(Line::charge).containsExactly(early);
            assertThat(invoice.issueDate()).isEqualTo(TODAY);
        }
    }

    @ParameterizedTest
    @CsvSource({"COLLECT, true", "FORCE, false"})
    void shouldInvoiceAtTheAgeCap(MinimumPolicy policy, boolean belowMinimum) {
        var terms = payer(null, new Minimum(eur("1.00"), 30, policy), TaxTable.NONE);
        var invoice = invoice(terms, carried(charge("0.30"), TODAY.minusDays(30)));

        assertThat(invoice.total()).isEqualTo(eur("0.30"));
        assertThat(invoice.belowMinimum()).isEqualTo(belowMinimum);
    }

    @Test
    void shouldForgiveAtTheAgeCap() {
        var terms = payer(null, new Minimum(eur("1.00"), 30, MinimumPolicy.FORGIVE), TaxTable.NONE);
        var old = carried(charge("0.30"), TODAY.minusDays(30));

        assertThat(Assembly.assemble(terms, TODAY, List.of(old), Map.of(), List.of(), NOTHING))
                .isEqualTo(new Outcome.Forgive(List.of(old), "below-minimum"));
    }

    @Test
    void shouldNotHoldBackWhatTheBalancePays() {
        var terms = payer(null, new Minimum(eur("1.00"), 30, MinimumPolicy.FORGIVE), TaxTable.NONE);

        assertThat(invoice(terms, List.of(charge("0.30")), List.of(), eur("0.30"))
                        .balanceUsed())
                .isEqualTo(eur("0.30"));
    }

    @Test
    void shouldSendNoInvoiceOfNothing() {
        var free = charge("0.00");

        assertThat(Assembly.assemble(PLAIN, TODAY, List.of(free), Map.of(), List.of(), NOTHING))
                .isEqualTo(new Outcome.Forgive(List.of(free), "zero"));
        assertThat(Assembly.assemble(PLAIN, TODAY, List.of(), Map.of(), List.of(), NOTHING))
                .isEqualTo(new Outcome.Nothing());
    }

    @Test
    void shouldFindTheTaxWithinAnInclusivePrice() {
        var rate = new TaxRate("vat", new BigDecimal("20"), true);
        var terms = payer(null, null, new TaxTable(Map.of("vat", List.of(rate)), Map.of(), "vat"));
        var invoice = invoice(terms, List.of(charge("120.00")), List.of(percent("10")), NOTHING);

        assertThat(invoice.discount()).isEqualTo(eur("12.00"));
        assertThat(invoice.tax()).isEqualTo(eur("18.00"));
        assertThat(invoice.subtotal()).isEqualTo(eur("102.00"));
        assertThat(invoice.total()).isEqualTo(eur("108.00"));
    }

    @Test
    void shouldApplyCouponsOneAfterTheOther() {
        var invoice =
                invoice(PLAIN, List.of(charge("100.00")), List.of(percent("50"), off("10.00"), percent("50")), NOTHING);

        assertThat(invoice.discount()).isEqualTo(eur("80.00"));
        assertThat(invoice.coupons())
                .extracting(AssembledInvoice.CouponUse::amount)
                .containsExactly(eur("50.00"), eur("10.00"), eur("20.00"));
    }

    @Test
    void shouldNotDiscountBelowNothing() {
        var invoice = invoice(PLAIN, List.of(charge("6.00")), List.of(off("10.00"), percent("50")), NOTHING);

        assertThat(invoice.total()).isEqualTo(NOTHING);
        assertThat(invoice.coupons())
                .extracting(AssembledInvoice.CouponUse::amount)
                .containsExactly(eur("6.00"));
    }

    @Test
    void shouldTaxByTheMostSpecificCode() {
        var table = new TaxTable(
                Map.of(
                        "own", List.of(new TaxRate("own", new BigDecimal("1"), false)),
                        "plan", List.of(new TaxRate("plan", new BigDecimal("2"), false)),
                        "payer", List.of(new TaxRate("payer", new BigDecimal("3"), false)),
                        "standard", List.of(new TaxRate("standard", new BigDecimal("4"), false))),
                Map.of(PLAN, "plan"),
                "standard");

        assertThat(table.ratesOf("own", PLAN, "payer"))
                .extracting(TaxRate::code)
                .containsExactly("own");
        assertThat(table.ratesOf(null, PLAN, "payer")).extracting(TaxRate::code).containsExactly("plan");
        assertThat(table.ratesOf(null, null, "payer")).extracting(TaxRate::code).containsExactly("payer");
        assertThat(table.ratesOf(null, null, null)).extracting(TaxRate::code).containsExactly("standard");
    }

    @Test
    void shouldGiveBackAtTheTaxAndDiscountOfTheCharge() {
        var original = new UUID(9, 9);
        var seven = new TaxRate("old", new BigDecimal("7"), false);
        var borne = List.of(new LineTax(seven, eur("3.50")));
        var credited = Map.of(original, new Credited(eur("100.00"), eur("50.00"), borne, NOTHING, NOTHING, List.of()));
        var note = Assembly.invoice(
                taxed("20"), TODAY, List.of(charge("-40.00", "20", original, TODAY)), credited, List.of(), NOTHING);

        assertThat(note.discount()).isEqualTo(eur("-20.00"));
        assertThat(note.tax()).isEqualTo(eur("-1.40"));
        assertThat(note.toBalance()).isEqualTo(eur("21.40"));
    }

    @Test
    void shouldDiscountACreditLikeItsChargeOnTheSameInvoice() {
        var charge = charge("100.00");
        var invoice = invoice(PLAIN, List.of(charge, credit("-40.00", charge)), List.of(percent("50")), NOTHING);

        assertThat(invoice.total()).isEqualTo(eur("30.00"));
    }

    @Test
    void shouldConserveEveryCent() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var run = 0; run < 3_000; run++) {
            var charges = new ArrayList<NewCharge>();
            var count = 1 + random.nextInt(8);
            for (var i = 0; i < count; i++) {
                var cents = random.nextInt(20_000) - 5_000;
                charges.add(charge(
                        BigDecimal.valueOf(cents, 2).toPlainString(),
                        List.of("0", "7", "19", "8.875").get(random.nextInt(4))));
            }
            if (charges.stream().allMatch(charge -> charge.amount().isZero())) {
                continue;
            }
            var coupons = random.nextBoolean() ? List.of(percent("33.3"), off("12.34")) : List.<ActiveCoupon>of();
            var invoice = invoice(taxed("0", "7", "19", "8.875"), charges, coupons, eur("25.00"));

            var gross = invoice.lines().stream()
                    .map(Line::gross)
                    .reduce(Money::plus)
                    .orElseThrow();
            assertThat(gross).as("seed %d", seed).isEqualTo(invoice.total().minus(invoice.toBalance()));
            assertThat(invoice.lines())
                    .as("seed %d", seed)
                    .allSatisfy(line -> assertThat(line.discounted().minor()
                                    * line.charge().amount().minor())
                            .isNotNegative());
            assertThat(invoice.due().isNegative()).as("seed %d", seed).isFalse();
        }
    }

    /** In however many parts a charge is given back: its taxes and discount come back whole, and never more of them. */
    @Test
    void shouldGiveBackAllOfTheTaxesInParts() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var run = 0; run < 1_000; run++) {
            var id = new UUID(9, run);
            var inclusive = random.nextBoolean();
            var rates = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                    .mapToObj(i -> new TaxRate("old" + i, BigDecimal.valueOf(random.nextInt(20_000), 3), inclusive))
                    .toList();
            var amount = new Money(1 + random.nextInt(2_000), EUR);
            var discount = new Money(random.nextInt(Math.toIntExact(amount.minor()) + 1), EUR);
            var taxes =
                    Taxes.of(List.of(amount.minus(discount)), List.of(rates)).getFirst();
            var left = amount.minor();
            var given = new Credited(amount, discount, taxes, NOTHING, NOTHING, List.of());
            while (left > 0) {
                var part = 1 + random.nextInt(Math.toIntExact(left));
                left -= part;
                var credit = charge(BigDecimal.valueOf(-part, 2).toPlainString(), null, id, TODAY);
                var note = Assembly.invoice(taxed("20"), TODAY, List.of(credit), Map.of(id, given), List.of(), NOTHING);
                given = given.after(credit.amount(), note.lines().getFirst().taxes());
                for (var tax : taxes) {
                    assertThat(sum(given.creditedTaxes(), tax.rate()))
                            .as("seed %d", seed)
                            .isBetween(NOTHING, tax.amount());
                }
            }
            for (var tax : taxes) {
                assertThat(sum(given.creditedTaxes(), tax.rate()))
                        .as("seed %d", seed)
                        .isEqualTo(tax.amount());
            }
            assertThat(given.creditedDiscount()).as("seed %d", seed).isEqualTo(discount);
        }
    }

    private static Money sum(List<LineTax> taxes, TaxRate rate) {
        return LineTax.sum(taxes.stream().filter(tax -> tax.rate().equals(rate)).toList(), EUR);
    }

    private static PayerTerms inQuebec(boolean inclusive) {
        var gst = new TaxRate("gst", "GST", new BigDecimal("5"), inclusive);
        var qst = new TaxRate("qst", "QST", new BigDecimal("9.975"), inclusive);
        return payer(null, null, new TaxTable(Map.of("gst", List.of(gst), "qc", List.of(gst, qst)), Map.of(), "qc"));
    }

    private static List<String> rows(AssembledInvoice invoice) {
        return TaxTotal.of(invoice.lines()).stream()
                .map(total -> total.rate().name() + " " + total.base().decimal() + " "
                        + total.amount().decimal())
                .toList();
    }

    @Test
    void shouldOweEachOfSeveralTaxesOnTheNetAmount() {
        var invoice = invoice(inQuebec(false), charge("33.33"), charge("33.33"), charge("33.34"));

        assertThat(rows(invoice)).containsExactly("GST 100.00 5.00", "QST 100.00 9.98");
        assertThat(invoice.total()).isEqualTo(eur("114.98"));
        assertThat(invoice.lines())
                .allSatisfy(line -> assertThat(line.tax()).isEqualTo(LineTax.sum(line.taxes(), EUR)));
    }

    @Test
    void shouldFindSeveralTaxesWithinAPrice() {
        var invoice = invoice(inQuebec(true), charge("114.98"));

        assertThat(rows(invoice)).containsExactly("GST 100.00 5.00", "QST 100.00 9.98");
        assertThat(invoice.subtotal()).isEqualTo(eur("100.00"));
        assertThat(invoice.total()).isEqualTo(eur("114.98"));
    }

    @Test
    void shouldSumUpARateOverLinesThatOweOthersBesideIt() {
        var invoice = invoice(
                inQuebec(false),
                List.of(charge("50.00"), charge("50.10", "gst"), charge("-10.00")),
                List.of(percent("10")),
                NOTHING);

        assertThat(rows(invoice)).containsExactly("GST 80.09 4.00", "QST 35.00 3.49");
        assertThat(invoice.total()).isEqualTo(eur("87.58"));
    }
}
