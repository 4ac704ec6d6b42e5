package dev.rivulet.subscription;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed input of every operation: the right status, code and place. What a state refuses is in the features' tests. */
@QuarkusTest
class BadInputTest {

    private static final String ID = "\"0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03\"";
    private static final String ACCOUNT = "{\"name\":\"N\",\"zone\":\"Europe/Berlin\",\"currency\":\"EUR\"}";
    private static final String SUBSCRIPTION =
            "{\"accountId\":" + ID + ",\"planId\":" + ID + ",\"propositionId\":" + ID + ",\"seats\":5}";
    private static final String PAYMENT =
            "{\"invoiceId\":" + ID + ",\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},"
                    + "\"method\":\"BANK_TRANSFER\",\"reference\":\"R\",\"receivedOn\":\"2026-01-20\"}";

    private static final String DEAL = "{\"prospect\":{\"name\":\"N\",\"zone\":\"Europe/Berlin\"},\"productId\":" + ID
            + ",\"segmentId\":" + ID + ",\"expectedAmount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},"
            + "\"expectedClose\":\"2026-05-31\",\"lines\":[{\"planId\":" + ID + ",\"seats\":5}]}";
    private static final String RULE =
            "{\"name\":\"N\",\"percent\":\"20\",\"recurrence\":\"RECURRING\"," + "\"validFrom\":\"2026-01-01\"}";
    private static final String STATEMENT = "{\"partnerId\":" + ID + ",\"month\":\"2026-03\",\"currency\":\"EUR\"}";
    private static final String REGISTRATION =
            "{\"partnerId\":" + ID + ",\"productId\":" + ID + ",\"customerName\":\"N\",\"domain\":\"n.example\"}";
    private static final String ROLLOUT = "{\"planId\":" + ID + ",\"planVersion\":2}";
    private static final String WEBHOOK = "{\"url\":\"https://hooks.example/\",\"eventTypes\":[\"*\"]}";

    private final Shop shop = Shop.live();

    static Stream<Arguments> bodies() {
        return Stream.of(
                bad("/accounts", ACCOUNT, "\"N\"", "\"\"", "value-missing", "/name"),
                bad("/accounts", ACCOUNT, "\"N\"", "7", "wrong-type", "/name"),
                bad("/accounts", ACCOUNT, "\"N\"", "\"a\\u0000b\"", "text-invalid", "/name"),
                bad("/accounts", ACCOUNT, "\"N\"", "\"" + "x".repeat(201) + "\"", "text-too-long", "/name"),
                bad("/accounts", ACCOUNT, "\"name\":\"N\",", "", "value-missing", "/name"),
                bad("/accounts", ACCOUNT, "Europe/Berlin", "Europe/Atlantis", "zone-unknown", "/zone"),
                bad("/accounts", ACCOUNT, "Europe/Berlin", "+02:00", "zone-unknown", "/zone"),
                bad("/accounts", ACCOUNT, "EUR", "XXX", "currency-unknown", "/currency"),
                bad("/accounts", ACCOUNT, "EUR", "euro", "currency-unknown", "/currency"),
                bad("/accounts", ACCOUNT, "}", ",\"email\":\"nobody\"}", "email-invalid", "/email"),
                bad("/accounts", ACCOUNT, "}", ",\"colour\":\"red\"}", "unknown-property", "/colour"),
                bad("/subscriptions", SUBSCRIPTION, ":5", ":0", "seats-range", "/seats"),
                bad("/subscriptions", SUBSCRIPTION, ":5", ":100001", "seats-range", "/seats"),
                bad("/subscriptions", SUBSCRIPTION, ":5", ":2.5", "wrong-type", "/seats"),
                bad("/subscriptions", SUBSCRIPTION, ":5", ":\"5\"", "wrong-type", "/seats"),
                bad("/subscriptions", SUBSCRIPTION, ",\"seats\":5", "", "value-missing", "/seats"),
                bad("/subscriptions", SUBSCRIPTION, "\"planId\":" + ID, "\"planId\":\"x\"", "wrong-type", "/planId"),
                bad("/subscriptions", SUBSCRIPTION, "\"planId\":" + ID + ",", "", "value-missing", "/planId"),
                bad("/subscriptions", SUBSCRIPTION, "}", ",\"startDate\":\"2025-02-30\"}", "wrong-type", "/startDate"),
                bad("/payments", PAYMENT, "\"1.00\"", "\"1.001\"", "amount-precision", "/amount/amount"),
                bad("/payments", PAYMENT, "\"1.00\"", "\"1e9\"", "amount-format", "/amount/amount"),
                bad("/payments", PAYMENT, "\"1.00\"", "\"0.00\"", "amount-not-positive", "/amount/amount"),
                bad("/payments", PAYMENT, "\"1.00\"", "\"-1.00\"", "amount-not-positive", "/amount/amount"),
                bad("/payments", PAYMENT, "EUR", "ZZZ", "currency-unknown", "/amount/currency"),
                bad("/payments", PAYMENT, "BANK_TRANSFER", "CASH", "value-invalid", "/method"),
                bad("/payments", PAYMENT, "\"R\"", "\" \"", "value-missing", "/reference"),
                bad("/payments", PAYMENT, "\"R\"", "\"" + "r".repeat(141) + "\"", "text-too-long", "/reference"),
                bad("/payments", PAYMENT, ",\"receivedOn\":\"2026-01-20\"", "", "value-missing", "/receivedOn"),
                bad("/deals", DEAL, "\"N\"", "\"\"", "value-missing", "/prospect/name"),
                bad("/deals", DEAL, "Europe/Berlin", "Europe/Atlantis", "zone-unknown", "/prospect/zone"),
                bad("/deals", DEAL, "\"1.00\"", "\"-1.00\"", "amount-negative", "/expectedAmount/amount"),
                bad("/deals", DEAL, "2026-05-31", "31.5.2026", "wrong-type", "/expectedClose"),
                bad("/deals", DEAL, "}]", ",\"price\":1}]", "unknown-property", "/lines/0/price"),
                bad("/deals", DEAL, ":5", ":0", "seats-range", "/lines/0/seats"),
                bad("/deals", DEAL, "{\"planId\"", "null,{\"planId\"", "value-missing", "/lines/0"),
                bad("/deals", DEAL, "}]", "}],\"owner\":\" \"", "owner-blank", "/owner"),
                bad("/commission-rules", RULE, "\"20\"", "\"101\"", "percent-range", "/percent"),
                bad("/commission-rules", RULE, "\"20\"", "\"much\"", "decimal-format", "/percent"),
                bad("/commission-rules", RULE, "RECURRING", "EVER", "value-invalid", "/recurrence"),
                bad("/commission-statements", STATEMENT, "2026-03", "2026-13", "month-format", "/month"),
                bad("/commission-statements", STATEMENT, "EUR", "ABC", "currency-unknown", "/currency"),
                bad("/deal-registrations", REGISTRATION, "\"N\"", "\" \"", "value-missing", "/customerName"),
                bad("/deal-registrations", REGISTRATION, "n.example", "n", "domain-invalid", "/domain"),
                bad("/plan-rollouts", ROLLOUT, ":2", ":0", "plan-version-range", "/planVersion"),
                bad("/plan-rollouts", ROLLOUT, ",\"planVersion\":2", "", "value-missing", "/planVersion"),
                bad("/plan-rollouts", ROLLOUT, "}", ",\"policy\":\"NOW\"}", "unknown-property", "/policy"),
                bad("/test-clock", "{\"now\":\"x\"}", "x", "yesterday", "wrong-type", "/now"),
                bad("/test-clock", "{\"now\":\"x\"}", "\"x\"", "null", "value-missing", "/now"),
                bad("/metrics/mrr-closes", "{\"month\":\"x\"}", "\"x\"", "null", "value-missing", "/month"),
                bad("/metrics/mrr-closes", "{\"month\":\"x\"}", "x", "2026-3", "month-invalid", "/month"),
                bad("/webhook-endpoints", WEBHOOK, "\"*\"", "", "value-missing", "/eventTypes"),
                bad("/webhook-endpoints", WEBHOOK, "\"*\"", "null", "value-missing", "/eventTypes/0"),
                bad("/webhook-endpoints", WEBHOOK, "https:", "mailto:", "webhook-url-refused", "/url"),
                bad("/webhook-endpoints", WEBHOOK, "}", ",\"secret\":\"mine\"}", "unknown-property", "/secret"));
    }

    private static Arguments bad(String path, String body, String part, String replaced, String code, String pointer) {
        return Arguments.of(path, body.replace(part, replaced), code, pointer);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isRefusedAtItsPlace(String path, String body, String code, String pointer) {
        shop.as("admin")
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code", hasItem(code))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "/accounts?limit=0, limit-invalid, ?limit",
        "/accounts?limit=201, limit-invalid, ?limit",
        "/accounts?limit=many, parameter-invalid, ?limit",
        "/accounts?cursor=garbage, cursor-invalid, ?cursor",
        "/accounts?colour=x, unknown-parameter, ?colour",
        "/offers?productId=7, parameter-invalid, ?productId",
        "/subscriptions?accountId=x, parameter-invalid, ?accountId",
        "/subscriptions?planId=x, unknown-parameter, ?planId",
        "/invoices?status=LOST, parameter-invalid, ?status",
        "/invoices?subscriptionId=x, parameter-invalid, ?subscriptionId",
        "/payments?invoiceId=x, parameter-invalid, ?invoiceId",
        "/metrics/mrr?asOf=yesterday, parameter-invalid, ?asOf",
        "/metrics/mrr?asOf=1066-10-14, date-range, ?asOf",
        "/metrics/mrr?asOf=%2B999999999-12-31, date-range, ?asOf",
        "/metrics/movements?from=1066-10-14, date-range, ?from",
        "/metrics/movements?to=soon, parameter-invalid, ?to",
        "/metrics/movements?kind=LOSS, parameter-invalid, ?kind",
        "/metrics/movements?groupBy=colour, parameter-invalid, ?groupBy",
        "/metrics/mrr/groups?groupBy=month, parameter-invalid, ?groupBy",
        "/metrics/mrr/groups, parameter-invalid, ?groupBy",
        "/metrics/mrr/groups?groupBy=plan&asOf=3000-01-01, date-range, ?asOf",
        "/metrics/retention?month=2026-13, month-invalid, ?month",
        "/metrics/retention, value-missing, ?month",
        "/plan-rollout-previews, value-missing, ?planId",
        "/plan-rollout-previews?planId=7, parameter-invalid, ?planId",
        "/plan-rollout-previews?planId=0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03, value-missing, ?planVersion",
        "/webhook-deliveries?status=LOST, parameter-invalid, ?status"
    })
    void queriesAreRefusedToo(String path, String code, String pointer) {
        shop.as("ops", "admin")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .body("errors.code", hasItem(code))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        shop.account();
        shop.account();
        String next = shop.as("sales").get("/accounts?limit=1").path("nextCursor");

        shop.as("sales").get("/accounts?limit=1&cursor=" + next).then().statusCode(200);
        shop.as("sales").get("/invoices?cursor=" + next).then().statusCode(400).body("code", equalTo("cursor-invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics/mrr-closes", "/accounts"})
    void textsAreNoBodies(String path) {
        shop.as("admin")
                .contentType(ContentType.TEXT)
                .body("2026-01")
                .post(path)
                .then()
                .statusCode(415)
                .body("code", equalTo("media-type-unsupported"));
    }

    @Test
    void tooLargeBodiesAreRefused() {
        shop.as("sales")
                .body("{\"name\":\"" + "x".repeat(2_000_000) + "\"}")
                .post("/accounts")
                .then()
                .statusCode(413);
    }

    @Test
    void problemsSpeakRussian() {
        shop.as("sales")
                .header("Accept-Language", "ru")
                .body(ACCOUNT.replace("Europe/Berlin", "Europe/Atlantis"))
                .post("/accounts")
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("Это не часовой пояс IANA, например Europe/Moscow."));
    }
}
