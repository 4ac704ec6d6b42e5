package dev.rivulet.success.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewTest {

    private static final String HOSTILE = "</title><script>alert(1)</script> \\\"Ёлка\\\" & {paper.title}\\u0007";

    private final Caller success = Caller.fresh();
    private final Producer producer = success.producer();

    @Test
    void shouldBringEverythingToTheReview() throws IOException {
        var account = told();
        var page = read(account, "text/html", "en", "");
        var html = page.asString();

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Language")).isEqualTo("en");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(html)
                .contains("Promised and measured", "soft-skills-score", "52 to 70 points", "61 on ", "50%")
                .contains("Consumption and licences", "Purchased", "not enough data: used for less than 56 days")
                .contains("Customer Score", "Change: not enough data: there was no score on the first day")
                .contains("Counted by version 1 of the score model")
                .contains("NPS, -100 to 100", "Few answers", "not enough data: fewer than 10 answers")
                .contains("Opened: 1. Solved: 0. Open after the last day: 1.", "critical")
                .contains("wish", "Paid on time: 100% (invoices: 1)", "INV-1", "49.00 EUR")
                .contains("Next renewal", "Nothing comes up for renewal")
                .contains("Counted by promise-ledger-1", "Counted by survey-2", "payment-behaviour-1");
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{paper.title}", "&lt;b&gt;problem");
        assertThat(html).doesNotContain("<script", "<b>problem", "<img", "\u0007");

        var pdf = read(account, "application/pdf", "en", "");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(text(pdf))
                .contains("Review with </title><script>alert(1)</script> \"Ёлка\" &")
                .contains("Next renewal");
    }

    @Test
    void shouldSpeakRussian() throws IOException {
        var account = told();
        var page = read(account, "text/html", "ru-RU,ru;q=0.9", "").asString();
        assertThat(page).contains("Обзор с клиентом", "Что ответили люди");
        assertThat(text(read(account, "application/pdf", "ru", "")))
                .contains("Обещано и измерено", "Ближайшее продление");
    }

    @Test
    void shouldSayPlainlyThatThereIsTooLittle() {
        var account = UUID.randomUUID();
        producer.send(producer.account(account, 0, "Empty", "UTC"));
        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.path("name").asText()).isEqualTo("Empty"));
        var page = read(account, "text/html", "en", "").asString();
        assertThat(page)
                .contains("No measurable benefit was promised.", "Nothing was used in these months.")
                .contains("There are no seats.", "Nobody answered a survey in this period: not enough data.")
                .contains("No problem was open in this period.", "Nothing was said in this period.")
                .contains("How invoices are paid: not enough data", "Nothing comes up for renewal");
        assertThat(read(account, "application/pdf", "en", "?from=2026-01-01&to=2026-03-31")
                        .asByteArray())
                .startsWith('%', 'P', 'D', 'F');
    }

    /**
     * Ten seats at the beginning, fifty at the end. The two who used them held them as far as anybody knew; since then
     * it is said who does.
     */
    @Test
    void shouldSetTheSeatsOfThatTimeAgainstThoseOfNow() {
        var account = UUID.randomUUID();
        var subscription = UUID.randomUUID();
        var today = Caller.today();
        var from = today.minusDays(60);
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.fact(Producer.SUBSCRIPTIONS, "subscription.changed", subscription, 0, """
                        {"id":"%s","accountId":"%s","planName":"Team","price":{"amount":"245.00","currency":"EUR"},
                        "period":"MONTH","propositionVersion":0,"seats":50,"status":"ACTIVE","startDate":"%s",
                        "history":[{"from":"%s","planName":"Team","seats":10,"mode":"RUNNING"},
                        {"from":"%s","planName":"Team","seats":50,"mode":"RUNNING"}]}""".formatted(
                        subscription, account, today.minusDays(200), today.minusDays(200), today.minusDays(30))));
        var licences = "/customers/" + account + "/licences";
        success.eventually(
                licences, now -> assertThat(now.path("purchased").asInt()).isEqualTo(50));
        var used = from.minusDays(3).atTime(12, 0).toInstant(ZoneOffset.UTC);
        success.post(
                        "/usage-events",
                        "{\"events\":[" + Caller.usage("1", account, "anna", "1", used) + ","
                                + Caller.usage("2", account, "boris", "1", used) + "]}")
                .then()
                .statusCode(202);
        success.eventually(
                licences, now -> assertThat(now.path("assigned").asInt()).isEqualTo(2));
        success.http()
                .contentType("application/json")
                .body("{\"userIds\":[\"clara\"]}")
                .put("/customers/" + account + "/licence-assignments")
                .then()
                .statusCode(204);

        var page = read(account, "text/html", "en", "?from=" + from).asString();
        assertThat(row(page, "Purchased")).isEqualTo("10 50");
        assertThat(row(page, "Active")).isEqualTo("2 0");
        assertThat(row(page, "Idle")).isEqualTo("8 50");
        assertThat(row(page, "Utilisation")).isEqualTo("20% 0%");
    }

    /** What a row of a table says after its name. */
    private static String row(String page, String name) {
        var start = page.indexOf("<td>" + name + "</td>");
        return page.substring(start, page.indexOf("</tr>", start))
                .replace("<td>" + name + "</td>", "")
                .replaceAll("<[^>]*>", " ")
                .strip()
                .replaceAll("\\s+", " ");
    }

    @Test
    void shouldBeKeptFromOthers() {
        var account = told();
        var path = "/customers/" + account + "/qbr";
        Caller.fresh().get(path).then().statusCode(404).body("code", equalTo("not-found"));
        success.inRole("partner").get(path).then().statusCode(403);
        success.inRole("sales").get(path).then().statusCode(200);
        success.inRole("admin")
                .put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200);
        success.get(path).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void shouldRefuseWhatItCannotRead() {
        var path = "/customers/" + success.customer(1) + "/qbr";
        success.get(path + "?from=2026-02-01&to=2026-01-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("range-backwards"));
        success.get(path + "?from=2024-01-01&to=2026-01-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("range-too-long"));
        success.get(path + "?to=" + Caller.today().plusDays(2))
                .then()
                .statusCode(400)
                .body("code", equalTo("time-in-future"));
        success.get(path + "?to=soon").then().statusCode(400);
        success.http().accept("image/png").get(path).then().statusCode(406);
        success.http().accept("*/*").get(path).then().statusCode(200).header("Content-Type", containsString("html"));
    }

    private UUID told() {
        var account = UUID.randomUUID();
        var today = Caller.today();
        producer.send(
                producer.account(account, 0, HOSTILE, "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, today.minusDays(60)),
                producer.finalized(Producer.named("invoice " + account), account, today.minusDays(20)),
                producer.paid(Producer.named("invoice " + account), account, today.minusDays(20), today.minusDays(25)));
        success.eventually("/customers/" + account, customer -> {
            assertThat(customer.path("name").asText()).contains("Ёлка");
            assertThat(customer.path("promises")).hasSize(1);
            assertThat(customer.at("/invoices/0/status").asText()).isEqualTo("PAID");
        });
        success.use(account, 3);
        success.answer(account, "ada", 9);
        var promise = success.json("/customers/" + account).at("/promises/0/id").asText();
        var etag = success.get("/promises/" + promise).header("ETag");
        success.post("/promises/" + promise + "/measurements", etag, """
                {"value":"61","measuredOn":"%s"}""".formatted(today.minusDays(1)))
                .then()
                .statusCode(201);
        success.post("/problems", """
                {"accountId":"%s","title":"<b>problem</b>","severity":"CRITICAL"}""".formatted(account)).then().statusCode(201);
        success.post("/feedback", """
                {"accountId":"%s","kind":"WISH","text":"<img src=x onerror=alert(1)>","productId":"%s"}""".formatted(account, Producer.named("product")))
                .then()
                .statusCode(201);
        return account;
    }

    private ExtractableResponse<Response> read(UUID account, String type, String language, String query) {
        return success.http()
                .accept(type)
                .header("Accept-Language", language)
                .urlEncodingEnabled(false)
                .get("/customers/" + account + "/qbr" + query)
                .then()
                .statusCode(200)
                .extract();
    }

    private static String text(ExtractableResponse<Response> pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.asByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
