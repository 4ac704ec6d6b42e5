package dev.rivulet.success.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Six customers, 40 days after the announcement. */
@QuarkusTest
class ReleaseComparisonTest {

    private static final UUID PRODUCT = Producer.named("product");
    private static final LocalDate DAY = Caller.today().minusDays(40);

    private final Caller success = Caller.fresh();
    private final Producer producer = success.producer();
    private final List<UUID> accounts = new ArrayList<>();

    @BeforeEach
    void shouldHaveCustomers() {
        for (var i = 0; i < 6; i++) {
            accounts.add(holder(DAY.minusDays(100)));
        }
        for (var account : accounts) {
            success.eventually(
                    "/customers/" + account,
                    customer -> assertThat(customer.path("subscriptions")).hasSize(1));
        }
    }

    private UUID holder(LocalDate start) {
        var account = UUID.randomUUID();
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.holding(UUID.randomUUID(), account, PRODUCT, start, null, "EUR"));
        return account;
    }

    @Test
    void shouldCompareTheSameCustomersBeforeAndAfter() {
        // It came with the release: it does not count.
        var young = holder(DAY.minusDays(5));
        success.eventually(
                "/customers/" + young,
                customer -> assertThat(customer.path("subscriptions")).hasSize(1));
        for (var account : accounts) {
            answer(account, 3, DAY.minusDays(1));
            answer(account, 7, DAY.plusDays(28));
            problem(account, DAY.minusDays(28), PRODUCT);
        }
        // On the day itself, too early, too late, of another product: in neither window.
        answer(accounts.getFirst(), 1, DAY);
        answer(accounts.getFirst(), 1, DAY.plusDays(29));
        answer(young, 1, DAY.plusDays(2));
        problem(accounts.getFirst(), DAY, PRODUCT);
        problem(accounts.getFirst(), DAY.minusDays(29), PRODUCT);
        problem(accounts.getFirst(), DAY.plusDays(3), Producer.named("other"));
        problem(accounts.getFirst(), DAY.plusDays(3), PRODUCT);
        problem(accounts.getFirst(), DAY.plusDays(4), PRODUCT);
        use(accounts.getFirst(), "ada", "certificates", DAY.minusDays(3));
        for (var account : accounts) {
            use(account, "ada", "certificates", DAY.plusDays(3));
            use(account, "ada", "certificates", DAY.plusDays(4));
            use(account, "bob", "lessons", DAY.plusDays(4));
        }
        success.eventually(
                "/customers/" + accounts.getLast() + "/consumption?by=user&from=" + DAY + "&to=" + DAY.plusDays(10),
                use -> assertThat(use.findValuesAsText("userId")).contains("bob"));
        var path = "/releases/" + announce(DAY) + "/comparison";

        success.get(path)
                .then()
                .statusCode(200)
                .body("days", equalTo(28))
                .body("accounts", equalTo(6))
                .body("overOn", equalTo(DAY.plusDays(29).toString()))
                .body("reason", nullValue())
                .body("before.ces[0].n", equalTo(6))
                .body("before.ces[0].ces", equalTo(3.0f))
                .body("after.ces[0].ces", equalTo(7.0f))
                .body("after.ces[0].n", equalTo(6))
                .body("before.using.hits", equalTo(1))
                .body("before.using.of", equalTo(6))
                .body("after.using.hits", equalTo(6))
                .body("after.users", equalTo(6))
                .body("after.userDays", equalTo(12))
                .body("before.problems", equalTo(6))
                .body("before.problemsPerAccount", equalTo(1.0f))
                .body("before.troubled.hits", equalTo(6))
                .body("after.problems", equalTo(2))
                .body("after.problemsPerAccount", equalTo(0.3333f))
                .body("after.troubled.hits", equalTo(1))
                .body("change.ces.change", equalTo(List.of("BETTER")))
                .body("change.using", equalTo("BETTER"))
                .body("change.troubled", equalTo("BETTER"));
        // 40 days later the windows of 60 days are not over.
        success.get(path + "?days=60")
                .then()
                .body("reason", equalTo("window-not-over"))
                .body("overOn", equalTo(DAY.plusDays(61).toString()))
                .body("after", nullValue())
                .body("change", nullValue())
                .body("before.problems", equalTo(7));
        for (var days : List.of("6", "181", "x")) {
            success.get(path + "?days=" + days).then().statusCode(400);
        }
        success.get(path + "?days=6").then().body("errors.code", hasItem("comparison-days"));
    }

    @Test
    void shouldSayNothingOfFew() {
        answer(accounts.getFirst(), 3, DAY.minusDays(1));
        var path = "/releases/" + announce(DAY) + "/comparison";
        success.get(path)
                .then()
                .body("before.ces[0].n", equalTo(1))
                .body("before.ces[0].ces", nullValue())
                .body("before.ces[0].reason", equalTo("too-few-answers"))
                .body("after.ces[0].reason", equalTo("no-answers"))
                .body("after.using.share", equalTo(0.0f))
                .body("change.ces.change", equalTo(List.of("UNCLEAR")));
        // Nobody has had it that long.
        success.get("/releases/" + announce(DAY.minusDays(90)) + "/comparison")
                .then()
                .statusCode(200)
                .body("accounts", equalTo(0))
                .body("overOn", nullValue())
                .body("reason", equalTo("too-few-accounts"))
                .body("before", nullValue())
                .body("after", nullValue());
    }

    @Test
    void shouldCompareEffortsOnEachScaleByItself() {
        for (var account : accounts) {
            answer(account, 2, 5, DAY.minusDays(2));
            answer(account, 6, 7, DAY.minusDays(1));
            answer(account, 5, 5, DAY.plusDays(2));
        }
        success.get("/releases/" + announce(DAY) + "/comparison")
                .then()
                .body("before.ces.scale", equalTo(List.of(7, 5)))
                .body("before.ces.n", equalTo(List.of(6, 6)))
                .body("before.ces.ces", equalTo(List.of(6.0f, 2.0f)))
                .body("before.ces.easyPercent", equalTo(List.of(100.0f, 0.0f)))
                .body("after.ces.scale", equalTo(List.of(7, 5)))
                .body("after.ces.n", equalTo(List.of(0, 6)))
                .body("after.ces[0].reason", equalTo("no-answers"))
                .body("after.ces[1].ces", equalTo(5.0f))
                .body("change.ces.scale", equalTo(List.of(7, 5)))
                .body("change.ces.change", equalTo(List.of("UNCLEAR", "BETTER")));
    }

    private void answer(UUID account, int value, LocalDate on) {
        answer(account, value, 7, on);
    }

    private void answer(UUID account, int value, int scale, LocalDate on) {
        success.post("/survey-answers", """
                {"accountId":"%s","kind":"CES","value":%d,"scale":%d,"respondent":"hr-head","answeredAt":"%s"}""".formatted(account, value, scale, noon(on)))
                .then()
                .statusCode(201);
    }

    private void problem(UUID account, LocalDate on, UUID product) {
        success.post("/problems", """
                {"accountId":"%s","title":"t","severity":"LOW","productId":"%s","openedAt":"%s"}""".formatted(account, product, noon(on)))
                .then()
                .statusCode(201);
    }

    private void use(UUID account, String user, String feature, LocalDate on) {
        success.post("/usage-events", """
                {"events":[{"id":"%s","source":"/test","accountId":"%s","userId":"%s","metric":"lesson","feature":"%s",
                "quantity":"1","occurredAt":"%s"}]}""".formatted(UUID.randomUUID(), account, user, feature, noon(on)))
                .then()
                .statusCode(202);
    }

    private UUID announce(LocalDate day) {
        var release = UUID.randomUUID();
        producer.send(producer.release(release, PRODUCT, "Certificates", "[\"certificates\"]", "[]", noon(day)));
        success.eventually(
                "/releases", page -> assertThat(page.findValuesAsText("id")).contains(release.toString()));
        return release;
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
