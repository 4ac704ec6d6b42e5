package dev.rivulet.subscription.ledger;

import static dev.rivulet.subscription.ledger.LedgerAccount.CASH;
import static dev.rivulet.subscription.ledger.LedgerAccount.CUSTOMER_BALANCE;
import static dev.rivulet.subscription.ledger.LedgerAccount.GOODWILL;
import static dev.rivulet.subscription.ledger.LedgerAccount.RECEIVABLE;
import static dev.rivulet.subscription.ledger.LedgerAccount.REVENUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.ledger.CustomerBalances.Movement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 31);
    private static final Cause CAUSE = new Cause(Cause.Kind.CREDIT, UUID.randomUUID());

    @Inject
    Ledger ledger;

    @Inject
    CustomerBalances balances;

    @Inject
    Tenants tenants;

    private Shop shop;
    private UUID account;

    @BeforeEach
    void anAccount() {
        shop = Shop.at("2025-01-31T10:00:00Z");
        account = shop.account();
    }

    @Test
    void shouldPostManyTransfersAndBalance() {
        var invoice = new Cause(Cause.Kind.INVOICE, UUID.randomUUID());
        var payment = new Cause(Cause.Kind.PAYMENT, UUID.randomUUID());
        inTenant(() -> {
            ledger.post(List.of(
                    new Transfer(RECEIVABLE, REVENUE, account, eur("49.00"), invoice, DAY),
                    new Transfer(CASH, RECEIVABLE, account, eur("20.00"), payment, DAY.plusDays(3)),
                    new Transfer(RECEIVABLE, REVENUE, account, Money.of("5000", "JPY"), invoice, DAY)));
            ledger.post(List.of());
            return null;
        });

        shop.as("ops")
                .get("/ledger/trial-balance?asOf=2025-02-03")
                .then()
                .statusCode(200)
                .body("currencies.currency", contains("EUR", "JPY"))
                .body("currencies[0].accounts.account", contains("CASH", "RECEIVABLE", "REVENUE"))
                .body("currencies[0].accounts.balance.amount", contains("20.00", "29.00", "-49.00"))
                .body("currencies[0].debit.amount", equalTo("69.00"))
                .body("currencies[0].credit.amount", equalTo("69.00"))
                .body("currencies[1].debit.amount", equalTo("5000"));
        shop.as("ops")
                .get("/ledger/trial-balance")
                .then()
                .body("asOf", equalTo("2025-02-01"))
                .body("currencies[0].debit.amount", equalTo("49.00"));
        shop.as("ops").get("/ledger/trial-balance?asOf=1066-01-01").then().statusCode(400);
        shop.as("billing")
                .get("/ledger/transfers?causeId=" + payment.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].debit", equalTo("CASH"))
                .body("items[0].on", equalTo("2025-02-03"));
        var first = shop.as("billing").get("/ledger/transfers?limit=2&accountId=" + account);
        first.then().body("items.causeKind", contains("INVOICE", "PAYMENT"));
        shop.as("billing")
                .queryParam("accountId", account)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/ledger/transfers")
                .then()
                .body("items.amount.currency", contains("JPY"));
        Shop.live().as("ops").get("/ledger/transfers").then().body("items", hasSize(0));
    }

    @Test
    void shouldOnlyEverAdd() {
        credit("1.00");

        for (var change : List.of("UPDATE ledger_transfer SET amount_minor = 1", "DELETE FROM ledger_transfer")) {
            assertThatThrownBy(() -> Sql.run(change + " WHERE tenant_id = '" + shop.tenant + "'"))
                    .hasStackTraceContaining("such rows are final");
        }
    }

    @Test
    void shouldKeepABalanceThatItsMovementsAddUpTo() {
        credit("30.00");
        credit("20.05");
        var used = inTenant(() -> balances.use(account, eur("45.00"), RECEIVABLE, CAUSE, DAY));
        var rest = inTenant(() -> balances.use(account, eur("45.00"), RECEIVABLE, CAUSE, DAY));
        var none = inTenant(() -> balances.use(account, eur("45.00"), RECEIVABLE, CAUSE, DAY));

        assertThat(List.of(used, rest, none)).containsExactly(eur("45.00"), eur("5.05"), eur("0.00"));
        shop.as("sales")
                .get("/accounts/" + account + "/balance")
                .then()
                .statusCode(200)
                .body("balance.amount", equalTo("0.00"));
        shop.as("sales")
                .get("/accounts/" + account + "/balance/movements")
                .then()
                .statusCode(200)
                .body("items.amount.amount", contains("30.00", "20.05", "-45.00", "-5.05"))
                .body("items.other", contains("GOODWILL", "GOODWILL", "RECEIVABLE", "RECEIVABLE"))
                .body("items.causeKind", everyItem(equalTo("CREDIT")));
        for (var path : List.of("", "/movements")) {
            shop.as("sales")
                    .get("/accounts/" + UUID.randomUUID() + "/balance" + path)
                    .then()
                    .statusCode(404);
            Shop.live()
                    .as("admin")
                    .get("/accounts/" + account + "/balance" + path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void shouldMoveManyBalancesAtOnce() {
        var other = shop.account();
        var empty = shop.account();
        inTenant(() -> {
            balances.creditAll(List.of(moved(account, "10.00"), moved(other, "5.00"), moved(account, "1.00")));
            return null;
        });

        var used = inTenant(() -> balances.useAll(
                List.of(moved(other, "2.00"), moved(account, "8.00"), moved(empty, "7.00"), moved(account, "8.00"))));

        assertThat(used).containsExactly(eur("2.00"), eur("8.00"), eur("0.00"), eur("3.00"));
        assertThat(Sql.column(
                        "SELECT minor FROM customer_balance WHERE tenant_id = ? ORDER BY account_id", shop.tenant))
                .containsExactly("0", "300");
    }

    @Test
    void shouldRefuseAnotherCurrency() {
        credit("1.00");

        assertThatThrownBy(() -> inTenant(() -> {
                    balances.credit(account, Money.of("1", "JPY"), GOODWILL, CAUSE, DAY);
                    return null;
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldSpendABalanceOnceWhenManyWantIt() throws Exception {
        credit("10.00");

        var taken = eur("0.00");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var calls = IntStream.range(0, 8)
                    .<Callable<Money>>mapToObj(
                            i -> () -> inTenant(() -> balances.use(account, eur("3.00"), RECEIVABLE, CAUSE, DAY)))
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                taken = taken.plus(call.get());
            }
        }

        assertThat(taken).isEqualTo(eur("10.00"));
    }

    @Test
    void shouldRefuseWhatIsNoTransfer() {
        assertThatThrownBy(() -> new Transfer(CASH, CASH, account, eur("1.00"), CAUSE, DAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Transfer(CASH, CUSTOMER_BALANCE, account, eur("0.00"), CAUSE, DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void credit(String amount) {
        inTenant(() -> {
            balances.credit(account, eur(amount), GOODWILL, CAUSE, DAY);
            return null;
        });
    }

    private static Movement moved(UUID account, String amount) {
        return new Movement(account, eur(amount), GOODWILL, CAUSE, DAY);
    }

    private <T> T inTenant(Supplier<T> work) {
        return tenants.as(shop.tenant, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
