package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How each kind of line came about, as its payer may read it. */
@QuarkusTest
class LineExplanationTest {

    private Shop shop;
    private Catalog catalog;
    private UUID account;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-11T10:00:00Z");
        catalog = Catalog.of(shop);
        account = Buyer.atOnce(shop, Metering.utc(Map.of())).id;
    }

    /** Tax and discount are of the line; what was charged is what is explained. */
    @Test
    void shouldTellTheDaysAndThePriceOfWhatRecurs() {
        shop.tax("19");
        shop.discount(account, "10");
        var plan = catalog.seatPlan("3.10", Map.of());
        var contract = catalog.sign(account, plan, Map.of("seats", 10, "anchor", Map.of("rule", "CALENDAR")));

        var told = explained(contract, "RECURRING", "2025-01-11");

        assertThat(told.at("/line/amount/amount").asText()).isEqualTo("21.00");
        assertThat(told.at("/line/discount/amount").asText()).isEqualTo("2.10");
        assertThat(told.at("/line/tax/amount").asText()).isEqualTo("3.59");
        var why = told.get("explanation");
        assertThat(why.get("reason").asText()).isEqualTo("RECURRING");
        assertThat(why.at("/plan/id").asText()).isEqualTo(plan.toString());
        assertThat(why.at("/plan/version").asInt()).isEqualTo(1);
        assertThat(days(why)).isEqualTo("21/31 START..PERIOD");
        assertThat(figures(why)).isEqualTo("10 x 1 - 0.00 = 21");
        assertThat(steps(why)).containsExactly("10 x 3.1 + 0 = 31");
    }

    @Test
    void shouldTellWhatIsGivenBackAndWhatIsBoughtInstead() {
        var old = catalog.plan("31.00");
        var contract = catalog.sign(account, old, Map.of("anchor", Map.of("rule", "CALENDAR")));
        shop.moveClock("2025-01-21T10:00:00Z");
        var larger = catalog.plan("62.00");
        contract.decide("plan-changes", Map.of("planId", larger, "when", "NOW"));

        var credit = explained(contract, "CREDIT", "2025-01-21");
        assertThat(credit.at("/line/amount/amount").asText()).isEqualTo("-11.00");
        var back = credit.get("explanation");
        assertThat(back.get("reason").asText()).isEqualTo("CREDIT");
        assertThat(back.at("/plan/id").asText()).isEqualTo(old.toString());
        assertThat(days(back)).isEqualTo("10/31 null..null");
        assertThat(figures(back)).isEqualTo("1 x 1 - 21.00 = 10");
        assertThat(steps(back)).containsExactly("1 x 31 + 0 = 31");

        var bought = explained(contract, "RECURRING", "2025-01-21");
        assertThat(bought.at("/line/amount/amount").asText()).isEqualTo("22.00");
        var why = bought.get("explanation");
        assertThat(why.at("/plan/id").asText()).isEqualTo(larger.toString());
        assertThat(days(why)).isEqualTo("11/31 CHANGE..PERIOD");
        assertThat(steps(why)).containsExactly("1 x 62 + 0 = 62");
    }

    @Test
    void shouldTellWhatWasUsedForLessThanItsMinimum() {
        var metering = new Metering(catalog);
        var plan = metering.graduated("0.00", Map.of(), Map.of("minimumCharge", "40.00"));
        var contract = catalog.sign(account, plan, Map.of());
        metering.use(account, "30", "2025-01-20T10:00:00Z");
        shop.moveClock("2025-02-11T10:00:00Z");

        var told = explained(contract, "TRUE_UP", "2025-01-11");

        assertThat(told.at("/line/amount/amount").asText()).isEqualTo("10.00");
        var why = told.get("explanation");
        assertThat(why.get("reason").asText()).isEqualTo("TRUE_UP");
        assertThat(days(why)).isEqualTo("31/31 PERIOD..PERIOD");
        assertThat(why.at("/already/amount").asText()).isEqualTo("30.00");
        assertThat(steps(why)).hasSize(1).first().asString().endsWith("= 40");
    }

    @Test
    void shouldTellWhatWasBoughtForLessThanWasCommittedTo() {
        var plan = catalog.plan("31.00", Map.of("minimumCommitment", catalog.money("50.00")));
        var contract = catalog.sign(account, plan, Map.of());
        shop.moveClock("2025-02-11T10:00:00Z");

        var told = explained(contract, "COMMITMENT_TRUE_UP", "2025-01-11");

        assertThat(told.at("/line/amount/amount").asText()).isEqualTo("19.00");
        var why = told.get("explanation");
        assertThat(why.at("/plan/id").asText()).isEqualTo(plan.toString());
        assertThat(days(why)).startsWith("31/31");
        assertThat(why.at("/already/amount").asText()).isEqualTo("31.00");
        assertThat(steps(why)).hasSize(1).first().asString().endsWith("= 50");
    }

    /** Of the line of a kind whose days begin then; whoever may read it reads the same. */
    private JsonNode explained(Contract contract, String kind, String from) {
        for (var invoice : contract.invoices()) {
            for (var line : invoice.get("lines")) {
                // A plan of nothing but seats has a line of its own too, of nothing.
                if (line.get("kind").asText().equals(kind)
                        && line.get("fullAmount").decimalValue().signum() != 0
                        && line.get("periodStart").asText().equals(from)) {
                    var path = "/invoices/" + invoice.get("id").asText() + "/lines/"
                            + line.get("position").asText() + "/explanation";
                    var told = Contract.read(shop.as("ops").get(path).then().statusCode(200));
                    assertThat(told.get("line")).isEqualTo(line);
                    assertThat(told.get("replayed")).isEqualTo(line.get("amount"));
                    assertThat(told.get("matches").asBoolean()).isTrue();
                    assertThat(told.at("/explanation/decimals").asInt()).isEqualTo(2);
                    return told;
                }
            }
        }
        throw new AssertionError("no " + kind + " from " + from + " among " + contract.lines());
    }

    private static String days(JsonNode why) {
        return why.get("days").asText() + "/" + why.get("periodDays").asText() + " "
                + why.get("begins").asText() + ".." + why.get("ends").asText();
    }

    private static String figures(JsonNode why) {
        return plain(why.get("quantity")) + " x " + plain(why.get("factor")) + " - "
                + why.at("/already/amount").asText() + " = " + plain(why.get("exact"));
    }

    private static List<String> steps(JsonNode why) {
        return why.get("steps")
                .valueStream()
                .map(step -> plain(step.get("quantity")) + " x " + plain(step.get("unitPrice")) + " + "
                        + plain(step.get("flatFee")) + " = " + plain(step.get("amount")))
                .filter(step -> !step.endsWith("= 0"))
                .toList();
    }

    private static String plain(JsonNode number) {
        var value = new BigDecimal(number.asText()).stripTrailingZeros();
        return value.signum() == 0 ? "0" : value.toPlainString();
    }
}
