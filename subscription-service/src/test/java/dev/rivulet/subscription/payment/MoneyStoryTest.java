package dev.rivulet.subscription.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Books;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.ledger.Cause;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is done with money in whatever order, the books, the invoices and the balance agree. */
@QuarkusTest
class MoneyStoryTest {

    private static final long SEED = Long.getLong("rivulet.seed", 20_250_131L);
    private static final int STEPS = Integer.getInteger("rivulet.story.steps", 150);
    private static final Path INVARIANTS = Path.of("../deploy/drills/invariants");
    private static final List<String> CHECKED = List.of("06", "20", "21", "22", "23", "24", "25", "26");

    @Inject
    Collecting collecting;

    @Inject
    Tenants tenants;

    private final Random random = new Random(SEED);
    private final List<String> told = new ArrayList<>();
    private Shop shop;
    private UUID account;
    private LocalDate day = LocalDate.of(2025, 1, 31);

    @Test
    void shouldKeepTheBooksRightWhateverHappens() throws IOException {
        System.out.println("seed " + SEED + ", change it with -Drivulet.seed");
        shop = Shop.at(day + "T10:00:00Z");
        account = shop.account();
        shop.tax("19");
        shop.discount(account, "10");
        var proposition = shop.proposition();
        for (var price : List.of("49.00", "30.00", "0.99")) {
            shop.subscribe(account, shop.plan(price), proposition);
        }
        for (var token : List.of("ok", "decline:card_declined", "timeout")) {
            as(
                    "/accounts/" + account + "/payment-methods",
                    Map.of("type", "CARD_SANDBOX", "token", token, "automatic", token.equals("ok")));
        }
        var lost = shop.subscribe(shop.account(), shop.plan("10.00"), proposition);
        handle(shop.invoices(lost, "id").getFirst(), "write-offs");

        for (var i = 0; i < STEPS; i++) {
            step(i);
            if (i % 10 == 9) {
                check();
            }
        }
        check();
        assertThat(told.stream()
                        .filter(line -> line.endsWith(" 201") || line.endsWith(" 200"))
                        .count())
                .as(() -> String.join("\n", told))
                .isGreaterThan(STEPS / 3);
        var kinds = new Books(shop).shouldAgree();
        if (Long.getLong("rivulet.seed") == null) {
            assertThat(kinds)
                    .containsExactlyInAnyOrder(Stream.of(Cause.Kind.values())
                            .filter(kind -> kind != Cause.Kind.MIGRATION)
                            .map(Cause.Kind::name)
                            .toArray(String[]::new));
        }
    }

    private void step(int i) {
        switch (random.nextInt(16)) {
            case 0 -> pay(i, amount(9000));
            case 1 -> pay(i, amount(500));
            case 2, 3 -> tell("collect", as("/collections", Map.of("accountId", account, "methodId", any(methods()))));
            case 4 ->
                tell(
                        "credit",
                        as("/accounts/" + account + "/credits", Map.of("amount", amount(3000), "reason", "story")));
            case 5, 6 ->
                withPayment(
                        "SUCCEEDED",
                        payment -> tell(
                                "refund",
                                as(
                                        "/payments/" + payment + "/refunds",
                                        Map.of(
                                                "amount", amount(6000),
                                                "source", any(List.of("INVOICES", "BALANCE", "GOODWILL")),
                                                "target", any(List.of("METHOD", "METHOD", "BALANCE")),
                                                "reason", "story"))));
            case 7 ->
                withPayment(
                        "SUCCEEDED",
                        payment -> tell(
                                "dispute",
                                as(
                                        "/payments/" + payment + "/disputes",
                                        Map.of(
                                                "amount",
                                                amount(6000),
                                                "providerDisputeId",
                                                "dp_" + random.nextInt(3),
                                                "reason",
                                                "story"))));
            case 8 -> {
                List<String> disputes =
                        shop.as("billing").get("/disputes?limit=200").path("items.id");
                if (!disputes.isEmpty()) {
                    tell("close", as("/disputes/" + any(disputes) + "/closures", Map.of("won", random.nextBoolean())));
                }
            }
            case 9 ->
                withPayment("UNKNOWN", payment -> {
                    as("/payments/" + payment + "/sandbox-outcomes", Map.of("succeeded", random.nextBoolean()));
                    tell("query", as("/payments/" + payment + "/queries", Map.of()));
                });
            case 10 -> withInvoice("", "credit-notes");
            case 11 -> withInvoice("&status=FINALIZED", "voids");
            case 12 -> withInvoice("&status=FINALIZED", "write-offs");
            case 13 -> transfer(i);
            default -> {
                day = day.plusDays(random.nextInt(20));
                shop.moveClock(day + "T10:00:00Z").statusCode(200);
                tenants.as(shop.tenant, collecting::collectDue);
            }
        }
    }

    private void pay(int i, Map<String, String> amount) {
        tell(
                "pay",
                as(
                        "/payments",
                        Map.of(
                                "accountId",
                                account,
                                "amount",
                                amount,
                                "method",
                                "BANK_TRANSFER",
                                "reference",
                                "T-" + (i - random.nextInt(2)),
                                "receivedOn",
                                day.toString())));
    }

    /** Money at the bank, half of which says what it is for. */
    private void transfer(int i) {
        var remittance = random.nextBoolean() ? "INV-%06d".formatted(1 + random.nextInt(9)) : "thanks";
        var row = String.join(",", "S-" + i, day.toString(), amount(3000).get("amount"), "EUR", remittance);
        tell(
                "transfer",
                shop.as("billing")
                        .contentType("text/csv")
                        .body(("reference,booked_on,amount,currency,remittance\n" + row + "\n")
                                .getBytes(StandardCharsets.UTF_8))
                        .post("/bank-statements"));
    }

    private void withInvoice(String filter, String command) {
        List<String> invoices = shop.as("billing")
                .get("/invoices?limit=200&accountId=" + account + filter)
                .path("items.id");
        if (!invoices.isEmpty()) {
            handle(any(invoices), command);
        }
    }

    private void handle(Object invoice, String command) {
        var path = "/invoices/" + invoice;
        tell(
                command,
                shop.as("billing")
                        .header("If-Match", shop.as("billing").get(path).getHeader("ETag"))
                        .body(Map.of("reason", "story"))
                        .post(path + "/" + command));
    }

    private interface Work {
        void on(String payment);
    }

    private void withPayment(String status, Work work) {
        List<String> payments =
                shop.as("billing").get("/payments?limit=200&status=" + status).path("items.id");
        if (!payments.isEmpty()) {
            work.on(any(payments));
        }
    }

    private List<String> methods() {
        return shop.as("billing")
                .get("/accounts/" + account + "/payment-methods")
                .path("items.id");
    }

    private Map<String, String> amount(int most) {
        var minor = 1 + random.nextInt(most);
        return Map.of("amount", "%d.%02d".formatted(minor / 100, minor % 100), "currency", "EUR");
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void tell(String what, Response response) {
        told.add(what + " " + response.statusCode());
        assertThat(response.statusCode())
                .as(() -> told + "\n" + response.asString())
                .isIn(200, 201, 409, 422);
    }

    private Response as(String path, Map<String, Object> body) {
        return shop.as("billing").body(body).post(path);
    }

    /** The invariants that every drill checks, on what this story has written so far. */
    private void check() throws IOException {
        try (var files = Files.list(INVARIANTS)) {
            for (var file : files.filter(each ->
                            CHECKED.contains(each.getFileName().toString().substring(0, 2)))
                    .toList()) {
                var found = new ArrayList<Object>();
                for (var query : Files.readString(file).split("(?m)^-- none on subscription$")) {
                    if (query.contains("SELECT")) {
                        found.addAll(Sql.column(query));
                    }
                }
                assertThat(found.stream().filter(shop.tenant::equals).toList())
                        .as(() -> "seed " + SEED + ", " + file.getFileName() + ", after\n" + String.join("\n", told))
                        .isEmpty();
            }
        }
        assertThat(Sql.number("SELECT count(*) FROM customer_balance WHERE tenant_id = ? AND minor < 0", shop.tenant))
                .isZero();
    }
}
