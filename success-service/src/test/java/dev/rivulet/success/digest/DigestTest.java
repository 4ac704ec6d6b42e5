package dev.rivulet.success.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import dev.rivulet.success.digest.domain.Week;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DigestTest {

    private static final UUID PRODUCT = Producer.named("product");

    @Inject
    DigestClock digests;

    private final Caller sandbox = Caller.sandbox();

    @Test
    void shouldTellWhatTheWeekBroughtAndStayAsItWas() {
        moveTo("2026-03-16T09:00:00Z");
        var account = customer(sandbox, "Acme");
        var week = "/digests?week=2026-W12&function=";
        problem(account, "CRITICAL");
        problem(account, "LOW");
        feedback(account, "PRAISE");
        var request = sandbox.post("/requests", """
                {"feedbackId":"%s","title":"Certificates"}""".formatted(feedback(account, "WISH")))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        answer(account, "NPS", 3);
        answer(account, "NPS", 9);
        answer(account, "CES", 2);
        var producer = sandbox.producer();
        var release = UUID.randomUUID();
        producer.send(producer.release(release, PRODUCT, "Reports", "[]", "[]", Instant.parse("2026-03-17T09:00:00Z")));
        sandbox.eventually("/releases", page -> assertThat(page.path("items")).hasSize(1));
        sandbox.post("/releases/" + release + "/acknowledgements", "{\"function\":\"SUPPORT\"}")
                .then()
                .statusCode(201);

        // While the week goes on it grows.
        sandbox.get(week + "SALES")
                .then()
                .statusCode(200)
                .body("function", equalTo("SALES"))
                .body("from", equalTo("2026-03-16T00:00:00Z"))
                .body("until", equalTo("2026-03-23T00:00:00Z"))
                .body("closedAt", nullValue())
                .body("toAcknowledge", contains(release.toString()))
                .body("content.problems.count", equalTo(2))
                .body("content.problems.counts.CRITICAL", equalTo(1))
                .body("content.problems.top", hasSize(2))
                .body("content.problems.top[0].account.name", equalTo("Acme"))
                .body("content.problems.top[0].account.mrr.amount", equalTo("49.00"))
                .body("content.feedback.count", equalTo(2))
                .body("content.feedback.counts.WISH", equalTo(1))
                .body("content.lowAnswers.count", equalTo(2))
                .body("content.lowAnswers.counts.NPS", equalTo(1))
                .body("content.lowAnswers.top.what", contains("NPS 3", "CES 2"))
                .body("content.releases.missing[0]", contains("SALES", "MARKETING", "SUCCESS"))
                .body("content.requests.id", contains(request))
                .body("content.requests[0].newAccounts", equalTo(1))
                .body("content.requests[0].mrr[0].amount", equalTo("49.00"));
        sandbox.get(week + "SUPPORT").then().body("toAcknowledge", hasSize(0));
        concerns("SUPPORT", "PROBLEMS: 2", "LOW_ANSWERS CES CSAT: 1", "FEEDBACK PROBLEM: 0", "RELEASES: 1");
        concerns(
                "SALES",
                "PROMISES CONFIRMED PARTLY: 0",
                "FEEDBACK PRAISE: 1",
                "PROBLEMS CRITICAL: 1",
                "REQUESTS: 1",
                "RELEASES: 1");
        concerns("MARKETING", "PROMISES CONFIRMED: 0", "FEEDBACK PRAISE: 1", "LOW_ANSWERS NPS: 1", "RELEASES: 1");
        concerns(
                "SUCCESS",
                "PROMISES NOT_ACHIEVED OVERDUE: 0",
                "PROBLEMS CRITICAL HIGH: 1",
                "LOW_ANSWERS: 2",
                "FEEDBACK PROBLEM: 0",
                "RELEASES: 1");
        concerns("PRODUCT", "REQUESTS: 1", "FEEDBACK WISH PROBLEM: 1", "PROBLEMS: 2", "LOW_ANSWERS CES: 1");
        // Whoever it is for, everything is in it.
        sandbox.get(week + "PRODUCT")
                .then()
                .body("toAcknowledge", hasSize(0))
                .body("content.releases", hasSize(1))
                .body("content.feedback.count", equalTo(2));

        moveTo("2026-03-23T05:00:00Z");
        sandbox.get(week + "SALES").then().body("closedAt", nullValue());
        moveTo("2026-03-23T06:00:00Z");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stored(sandbox)).contains("2026-03-16"));
        var closed = sandbox.get(week + "SALES").then().statusCode(200).body("closedAt", notNullValue());
        var read = closed.extract().asString();

        // Late news, an acknowledgement and another name change nothing any more.
        sandbox.post("/problems", """
                {"accountId":"%s","title":"t","severity":"LOW","openedAt":"2026-03-17T09:00:00Z"}""".formatted(account)).then().statusCode(201);
        sandbox.inRole("sales")
                .post("/releases/" + release + "/acknowledgements", "{\"function\":\"SALES\"}")
                .then()
                .statusCode(201);
        producer.send(producer.account(account, 1, "Acme Learning", "UTC"));
        sandbox.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.path("name").asText()).isEqualTo("Acme Learning"));
        assertThat(sandbox.get(week + "SALES").asString()).isEqualTo(read);
        sandbox.get("/digests?function=SALES").then().body("week", equalTo("2026-W12"));
        sandbox.get("/digests?function=SALES&week=2026-W13")
                .then()
                .body("content.problems.count", equalTo(0))
                .body("content.requests", hasSize(0));
        sandbox.get("/digests?function=SALES&week=2026-W14")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("week-to-come"));

        var english = text("en", week + "SALES");
        assertThat(english)
                .startsWith("Week 2026-W12 for SALES\n")
                .contains("For SALES first:\n  - promises (CONFIRMED, PARTLY): 0\n  - feedback (PRAISE): 1\n")
                .contains("  - problems (CRITICAL): 1\n  - asked for by more customers: 1\n  - releases: 1\n\n")
                .contains("Problems opened: 2\n  CRITICAL: 1\n  LOW: 1\n")
                .contains("Acme, 49.00 EUR")
                .contains("- Reports (to be acknowledged)")
                .contains("- Certificates: +1, 49.00 EUR")
                .doesNotContain("{", "still goes on");
        assertThat(text("ru", week + "SUPPORT"))
                .startsWith("Неделя 2026-W12 для SUPPORT\n")
                .contains("Прежде всего:\n  - проблемы: 2\n  - низкие оценки (CES, CSAT): 1\n")
                .contains("Открыто проблем: 2")
                .doesNotContain("{", "ждёт подтверждения");
    }

    @Test
    void shouldTellPromisesThatCameOutOrWentBy() {
        moveTo("2026-01-05T09:00:00Z");
        var kept = promise("Kept");
        promise("Forgotten");
        var path = "/promises/" + kept;
        var measured = sandbox.post(path + "/measurements", "{\"value\":\"71\",\"measuredOn\":\"2026-01-05\"}");
        sandbox.post(path + "/confirmations", measured.header("ETag"), "{\"confirmedBy\":\"Anna\"}")
                .then()
                .statusCode(200);
        sandbox.get("/digests?function=SUCCESS&week=2026-W02")
                .then()
                .body("content.promises.count", equalTo(1))
                .body("content.promises.counts.CONFIRMED", equalTo(1))
                .body("content.promises.top[0].id", equalTo(kept))
                .body("content.promises.top[0].account.name", equalTo("Kept"));
        // Made on 5 January for 90 days.
        moveTo("2026-04-07T09:00:00Z");
        sandbox.eventually(
                "/digests?function=SUCCESS&week=2026-W15",
                digest -> assertThat(
                                digest.at("/content/promises/counts/OVERDUE").asInt())
                        .isEqualTo(1));
        // All weeks in between are closed.
        assertThat(stored(sandbox)).hasSize(14).contains("2026-01-05", "2026-03-30");
    }

    @Test
    void shouldForgetWhoIsErased() {
        moveTo("2026-03-16T09:00:00Z");
        var account = customer(sandbox, "Acme");
        var ada = sandbox.contact(account, "Ada Nowak");
        var request = sandbox.post("/requests", """
                {"feedbackId":"%s","title":"Reports for Ada Nowak"}""".formatted(feedback(account, "WISH")))
                .path("id");
        moveTo("2026-03-23T06:00:00Z");
        var path = "/digests?function=SALES&week=2026-W12";
        sandbox.get(path).then().body("content.requests.title", contains("Reports for Ada Nowak"));

        sandbox.inRole("admin")
                .post("/contacts/" + ada + "/erasures", "{}")
                .then()
                .statusCode(200);

        sandbox.get(path)
                .then()
                .body("closedAt", notNullValue())
                .body("content.feedback.count", equalTo(1))
                .body("content.requests.title", contains("Reports for [erased]"));
        sandbox.get("/requests/" + request)
                .then()
                .body("title", equalTo("Reports for [erased]"))
                .header("ETag", "\"1\"");
    }

    @Test
    void shouldCloseByItselfWhereTheClockIsTheSystems() {
        var live = Caller.fresh();
        customer(live, "Acme");
        digests.round();
        assertThat(stored(live)).hasSize(1);
        digests.round();
        assertThat(stored(live)).hasSize(1);
        live.get("/digests?function=MARKETING")
                .then()
                .statusCode(200)
                .body("closedAt", notNullValue())
                .body("content.problems.count", equalTo(0));
    }

    @Test
    void shouldNameCustomersInSightOnly() {
        var live = Caller.fresh();
        var admin = live.inRole("admin");
        var account = customer(live, "Acme");
        live.post("/problems", """
                {"accountId":"%s","title":"t","severity":"LOW"}""".formatted(account)).then().statusCode(201);
        var week = week();
        live.get("/digests?function=SUPPORT&week=" + week).then().body("content.problems.top", hasSize(1));
        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200);
        live.get("/digests?function=SUPPORT&week=" + week)
                .then()
                .body("content.problems.count", equalTo(1))
                .body("content.problems.top", hasSize(0));
        admin.get("/digests?function=SUPPORT&week=" + week).then().body("content.problems.top", hasSize(1));
        Caller.fresh()
                .get("/digests?function=SUPPORT&week=" + week)
                .then()
                .statusCode(200)
                .body("content.problems.count", equalTo(0));
    }

    @Test
    void shouldRefuseWhatIsNoDigest() {
        var live = Caller.fresh();
        live.get("/digests").then().statusCode(400);
        live.get("/digests?function=LEGAL").then().statusCode(400);
        for (var week : List.of("2026-12", "2026-W54", "W12")) {
            live.get("/digests?function=SALES&week=" + week)
                    .then()
                    .statusCode(400)
                    .body("errors.code", hasItem("week-invalid"));
        }
        live.inRole("partner").get("/digests?function=SALES").then().statusCode(403);
        live.http()
                .header("Accept", "text/html")
                .get("/digests?function=SALES")
                .then()
                .statusCode(406);
    }

    /** What the digest of the week of the test tells a function to look at, in its order. */
    private void concerns(String function, String... expected) {
        var shown = new ArrayList<String>();
        for (var concern :
                sandbox.json("/digests?week=2026-W12&function=" + function).path("concerns")) {
            var kinds = new StringBuilder();
            concern.path("kinds").forEach(kind -> kinds.append(' ').append(kind.asText()));
            shown.add(concern.path("part").asText() + kinds + ": "
                    + concern.path("count").asLong());
        }
        assertThat(shown).containsExactly(expected);
    }

    private static String week() {
        return Week.of(Instant.now()).toString();
    }

    private static UUID customer(Caller caller, String name) {
        var account = UUID.randomUUID();
        var producer = caller.producer();
        producer.send(
                producer.account(account, 0, name, "UTC"),
                producer.holding(UUID.randomUUID(), account, PRODUCT, LocalDate.of(2026, 1, 1), null, "EUR"));
        caller.eventually("/customers/" + account, customer -> {
            assertThat(customer.path("name").asText()).isEqualTo(name);
            assertThat(customer.path("subscriptions")).hasSize(1);
        });
        return account;
    }

    private String promise(String name) {
        var account = UUID.randomUUID();
        var producer = sandbox.producer();
        producer.send(
                producer.account(account, 0, name, "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 5, LocalDate.of(2026, 1, 5)));
        sandbox.eventually("/customers/" + account, customer -> {
            assertThat(customer.path("name").asText()).isEqualTo(name);
            assertThat(customer.path("promises")).hasSize(1);
        });
        return sandbox.json("/customers/" + account).at("/promises/0/id").asText();
    }

    private void problem(UUID account, String severity) {
        sandbox.post("/problems", """
                {"accountId":"%s","title":"t","severity":"%s"}""".formatted(account, severity)).then().statusCode(201);
    }

    private String feedback(UUID account, String kind) {
        return sandbox.post("/feedback", """
                {"accountId":"%s","kind":"%s","text":"t","productId":"%s"}""".formatted(account, kind, PRODUCT))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void answer(UUID account, String kind, int value) {
        sandbox.post("/survey-answers", """
                {"accountId":"%s","kind":"%s","value":%d,"respondent":"r%d"}""".formatted(account, kind, value, value))
                .then()
                .statusCode(201);
    }

    private String text(String language, String path) {
        return sandbox.http()
                .header("Accept", "text/plain")
                .header("Accept-Language", language)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> stored(Caller caller) {
        return Sql.column("SELECT monday FROM digest WHERE tenant_id = ? ORDER BY monday", caller.tenant());
    }

    /** Until the move has been heard of, and with it what it set off, in one transaction. */
    private void moveTo(String time) {
        sandbox.producer().send(sandbox.producer().clock(Instant.parse(time)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Sql.column(
                                "SELECT to_char(now AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                                        + " FROM tenant_clock WHERE tenant_id = ?",
                                sandbox.tenant()))
                        .containsExactly(time));
    }
}
