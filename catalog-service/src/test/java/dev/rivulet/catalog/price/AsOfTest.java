package dev.rivulet.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was answered once is answered again, whatever has been recorded since. */
@QuarkusTest
class AsOfTest {

    private static final List<String> QUESTIONS = List.of(
            "",
            "\"quantity\": 30, \"country\": \"DE\", \"usage\": {\"calls\": 1234, \"a\": 1}",
            "\"channel\": \"PARTNER\", \"partnerTier\": \"gold\"",
            "\"date\": \"2027-06-15\"",
            "\"currency\": \"USD\"");

    private Till till;

    @BeforeEach
    void open() {
        till = Till.open();
    }

    @Test
    void shouldReproducePastQuotesByteForByte() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var germany = till.book("\"key\": \"germany\", \"country\": \"DE\", \"percent\": 3");
        var gold =
                till.book("\"key\": \"gold\", \"channel\": \"PARTNER\", \"partnerTier\": \"gold\", \"percent\": -10");
        var prices = new ArrayList<String>();
        var answers = new LinkedHashMap<String, String>();
        for (var step = 0; step < 25; step++) {
            for (var question : QUESTIONS) {
                var answer = till.ask(question);
                answers.put(asOf(question, answer.path("asOf")), answer.asString());
            }
            change(random, germany, gold, prices);
        }
        assertThat(answers.values().stream().distinct()).as("seed " + seed).hasSizeGreaterThan(100);
        answers.forEach((question, answer) -> assertThat(till.ask(question).asString())
                .as("seed " + seed + ": " + question)
                .isEqualTo(answer));
    }

    private void change(Random random, String germany, String gold, List<String> prices) {
        var kind = prices.isEmpty() ? 0 : random.nextInt(7);
        switch (kind) {
            case 0, 1 ->
                prices.add(till.post(
                                "c" + random.nextInt(1000),
                                random.nextBoolean() ? germany : null,
                                random.nextBoolean()
                                        ? "{\"model\": \"PER_UNIT\", \"amount\": \"" + random.nextInt(100) + ".5\"}"
                                        : "{\"model\": \"USAGE\", \"metric\": \"calls\", \"rating\": \"PER_UNIT\", \"amount\": 0.01}",
                                "\"validFrom\": \"2026-0" + (1 + random.nextInt(8)) + "-01\"")
                        .path("id"));
            case 2 ->
                till.change(
                                "/prices/" + any(random, prices) + "/ends",
                                "{\"validTo\": \"2027-0" + (1 + random.nextInt(9)) + "-01\"}")
                        .then()
                        .statusCode(200);
            case 3 ->
                till.change(
                                "/prices/" + any(random, prices) + "/corrections",
                                "{\"terms\": {\"model\": \"FLAT\", \"amount\": " + random.nextInt(100) + "}}")
                        .then()
                        .statusCode(200);
            case 4 -> {
                var id = any(random, prices);
                till.change("/prices/" + id + "/withdrawals", "").then().statusCode(200);
                prices.remove(id);
            }
            case 5 ->
                till.change("/price-books/" + gold + "/adjustments", "{\"percent\": " + (random.nextInt(50) - 40) + "}")
                        .then()
                        .statusCode(200);
            default ->
                till.change(
                                "/price-books/" + germany + "/adjustments",
                                "{\"percent\": " + random.nextInt(9) + ", \"from\": \"2026-06-0"
                                        + (1 + random.nextInt(9)) + "\"}")
                        .then()
                        .statusCode(200);
        }
    }

    private static String any(Random random, List<String> prices) {
        return prices.get(random.nextInt(prices.size()));
    }

    private static String asOf(String question, String instant) {
        return (question.isEmpty() ? "" : question + ", ") + "\"asOf\": \"" + instant + "\"";
    }

    @Test
    void shouldReproduceWhatWasAnsweredWhileOthersWrote() throws Exception {
        var answers = new ConcurrentHashMap<String, String>();
        var writing = new AtomicBoolean(true);
        var readers = new ArrayList<Future<?>>();
        // REST Assured loads classes all the time, which pins virtual threads until none is left to go on.
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var reader = 0; reader < 3; reader++) {
                readers.add(threads.submit(() -> {
                    while (writing.get()) {
                        var answer = till.ask("");
                        var before = answers.putIfAbsent(answer.path("asOf"), answer.asString());
                        assertThat(before == null || before.equals(answer.asString()))
                                .isTrue();
                    }
                }));
            }
            try {
                for (var i = 0; i < 40; i++) {
                    till.price("c" + i, null, "{\"model\": \"FLAT\", \"amount\": 1}");
                }
            } finally {
                writing.set(false);
            }
        }
        for (var reader : readers) {
            // What a reader found wrong.
            reader.get();
        }
        assertThat(answers).hasSizeGreaterThan(5);
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            assertThat(till.ask(asOf("", answer.getKey())).asString()).isEqualTo(answer.getValue());
        }
    }

    @Test
    void shouldListWhatWasThoughtThenOfADay() {
        var terms = "{\"model\": \"FLAT\", \"amount\": \"%s\"}";
        var first = till.price("seat", null, terms.formatted("45"));
        var asOf = till.quote("").getString("asOf");
        till.change("/prices/" + first + "/ends", "{\"validTo\": \"2026-07-01\"}")
                .then()
                .statusCode(200);
        till.post("seat", null, terms.formatted("47"), "\"validFrom\": \"2026-07-01\"")
                .then()
                .statusCode(201);

        assertThat(seats("validOn=2026-06-30")).containsExactly("45");
        assertThat(seats("validOn=2026-07-01")).containsExactly("47");
        assertThat(seats("validOn=2026-07-01&asOf=" + asOf)).containsExactly("45");
        assertThat(seats("validOn=2025-12-31")).isEmpty();
    }

    private List<String> seats(String query) {
        return till.sales()
                .get("/prices?planId=" + till.plan() + "&" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.component == 'seat' }.terms.amount");
    }

    @Test
    void shouldKeepWhatWasThoughtBeforeACorrection() {
        var path = "/prices/" + till.price("base", null, "{\"model\": \"FLAT\", \"amount\": \"45\"}");
        var then = till.quote("").getString("asOf");
        till.change(path + "/corrections", "{\"terms\": {\"model\": \"FLAT\", \"amount\": \"44\"}}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        assertThat(till.total("")).isEqualTo("44.00");
        assertThat(till.total("\"asOf\": \"" + then + "\"")).isEqualTo("45.00");
        till.sales().get(path).then().body("terms.amount", equalTo("44"));
        till.sales()
                .get(path + "?asOf=" + then)
                .then()
                .body("terms.amount", equalTo("45"))
                .header("ETag", "\"0\"");
        till.sales()
                .get("/prices?planId=" + till.plan() + "&asOf=" + then)
                .then()
                .body("items.terms.amount", contains("49.00", "45"));
        till.sales().get(path + "?asOf=2020-01-01T00:00:00Z").then().statusCode(404);
        till.ask("\"asOf\": \"2020-01-01T00:00:00Z\"")
                .then()
                .statusCode(200)
                .body("reason", equalTo("PLAN_NOT_PUBLISHED"));
        // An instant between two changes is as good as the change before it.
        var between = Sql.column(
                        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .getFirst();
        till.price("seat", null, "{\"model\": \"FLAT\", \"amount\": \"1\"}");
        assertThat(till.total("\"asOf\": \"" + between + "\"")).isEqualTo("44.00");
    }

    @Test
    void shouldNeverRewriteARow() {
        var id = till.price("base", null, "{\"model\": \"FLAT\", \"amount\": \"45\"}");
        till.change("/prices/" + id + "/corrections", "{\"terms\": {\"model\": \"FLAT\", \"amount\": \"44\"}}");
        till.change("/prices/" + id + "/ends", "{\"validTo\": \"2030-01-01\"}");
        till.change("/prices/" + id + "/withdrawals", "");
        assertThat(Sql.column(
                        "SELECT concat_ws(' ', revision, terms ->> 'amount', valid_to, recorded_to = lead(recorded_from)"
                                + " OVER (ORDER BY revision)) FROM price WHERE id = ? ORDER BY revision",
                        UUID.fromString(id)))
                .containsExactly("0 45 t", "1 44 t", "2 44 2030-01-01");
    }
}
