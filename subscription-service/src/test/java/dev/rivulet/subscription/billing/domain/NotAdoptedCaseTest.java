package dev.rivulet.subscription.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Line;
import dev.rivulet.subscription.coupon.domain.ActiveCoupon;
import dev.rivulet.subscription.rating.domain.Period;
import dev.rivulet.subscription.tax.domain.TaxRate;
import dev.rivulet.subscription.tax.domain.TaxTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * LA-034, which Lago invoices on purpose otherwise than it is done here: its lines are discounted by parts of cents, its
 * taxes reckoned on those, and the taxes of its lines come to less than the tax of the invoice. Here every line is of
 * whole cents, each rate of tax is rounded once, and all columns add up.
 */
class NotAdoptedCaseTest {

    private static final UUID PAYER = new UUID(0, 1);
    private static final UUID FEW = new UUID(0, 2);
    private static final UUID OTHERS = new UUID(0, 3);
    private static final UUID SECOND = new UUID(0, 4);
    private static final List<UUID> PLANS = List.of(FEW, FEW, OTHERS, OTHERS, SECOND, SECOND, SECOND, SECOND);
    private static final List<String> RATES = List.of("10", "20", "10", "10", "10", "20", "10", "10");
    private static final LocalDate TODAY = LocalDate.of(2023, 2, 1);

    @Test
    void shouldAddUpWhereTheCaseDoesNot() throws IOException {
        var wanted = expected();
        var theirs = wanted.get("lines");
        assertThat(sum(theirs, "tax")).isEqualByComparingTo("18.87").isLessThan(decimal(wanted, "tax"));

        var invoice = invoice(theirs);

        assertThat(invoice.lines())
                .extracting(Line::discount)
                .containsExactlyElementsOf(all("6.77", "13.53", "0.88", "1.18", "1.26", "2.53", "3.79", "5.06"));
        for (var i = 0; i < theirs.size(); i++) {
            assertThat(invoice.lines().get(i).discount().decimal())
                    .isCloseTo(decimal(theirs.get(i), "discount"), within(new BigDecimal("0.01")));
        }
        assertThat(invoice.lines())
                .extracting(Line::tax)
                .containsExactlyElementsOf(all("0.32", "1.29", "2.91", "3.88", "0.88", "3.50", "2.62", "3.50"));
        assertThat(TaxTotal.of(invoice.lines()))
                .extracting(TaxTotal::base)
                .containsExactly(eur("141.06"), eur("23.94"));
        assertThat(TaxTotal.of(invoice.lines()))
                .extracting(TaxTotal::amount)
                .containsExactly(eur("14.11"), eur("4.79"));
        assertThat(invoice.subtotal().decimal()).isEqualByComparingTo(decimal(wanted, "subtotal"));
        assertThat(invoice.discount().decimal()).isEqualByComparingTo(decimal(wanted, "discount"));
        // A cent more than theirs, who round the sum of both taxes and neither for itself.
        assertThat(invoice.tax()).isEqualTo(eur("18.90"));
        assertThat(invoice.tax().decimal().subtract(decimal(wanted, "tax"))).isEqualByComparingTo("0.01");
        assertThat(invoice.total()).isEqualTo(eur("183.90"));
    }

    private static AssembledInvoice invoice(JsonNode lines) {
        var charges = new ArrayList<NewCharge>();
        for (var line : lines) {
            charges.add(charge(charges.size(), line.get("amount").asText()));
        }
        var coupons = List.of(off("20.00", Set.of(FEW)), off("10.00", Set.of(SECOND)), off("5.00", Set.of()));
        var outcome = Assembly.assemble(taxed(), TODAY, charges, Map.of(), coupons, eur("0.00"));
        assertThat(outcome).isInstanceOf(Outcome.Issue.class);
        return ((Outcome.Issue) outcome).invoice();
    }

    private static NewCharge charge(int place, String amount) {
        var month = new Period(LocalDate.of(2023, 1, 1), TODAY);
        return new NewCharge(
                new UUID(1, place),
                PAYER,
                PAYER,
                null,
                "usage",
                "USAGE",
                PAYER,
                null,
                month,
                month,
                BigDecimal.ONE,
                new BigDecimal(amount),
                eur(amount),
                PLANS.get(place),
                1,
                "Usage",
                RATES.get(place),
                "{}",
                TODAY,
                null,
                false);
    }

    private static ActiveCoupon off(String amount, Set<UUID> plans) {
        return new ActiveCoupon(UUID.randomUUID(), "OFF", null, null, eur(amount), plans);
    }

    private static PayerTerms taxed() {
        var rates = Map.of(
                "10", List.of(new TaxRate("10", BigDecimal.TEN, false)),
                "20", List.of(new TaxRate("20", new BigDecimal("20"), false)));
        return new PayerTerms(
                PAYER,
                ZoneId.of("UTC"),
                Currency.getInstance("EUR"),
                "main",
                null,
                14,
                0,
                null,
                null,
                null,
                new TaxTable(rates, Map.of(), null));
    }

    private static JsonNode expected() throws IOException {
        try (var in = NotAdoptedCaseTest.class.getResourceAsStream("/cases/billing_cases.json")) {
            return new ObjectMapper()
                    .readTree(in)
                    .get("cases")
                    .valueStream()
                    .filter(json -> json.get("id").asText().equals("LA-034"))
                    .findFirst()
                    .orElseThrow()
                    .at("/expected/0");
        }
    }

    private static BigDecimal sum(JsonNode lines, String field) {
        return lines.valueStream().map(line -> decimal(line, field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.get(field).asText());
    }

    private static List<Money> all(String... amounts) {
        return List.of(amounts).stream().map(NotAdoptedCaseTest::eur).toList();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
