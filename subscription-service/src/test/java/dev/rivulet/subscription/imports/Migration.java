package dev.rivulet.subscription.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Shop;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The customers of another system, line by line, on their way into a shop. */
final class Migration {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Payers that the run has still to look at. */
    private static final String DUE = "SELECT count(*) FROM payer_cursor c LEFT JOIN tenant_clock k USING (tenant_id)"
            + " WHERE c.tenant_id = ? AND c.due_at <= coalesce(k.now, now())";

    private static final Set<String> AT_WORK = Set.of("READING", "CHECKING", "ACTIVATING", "COMPARING");

    final Shop shop;
    private final StringBuilder lines = new StringBuilder();

    Migration(Shop shop) {
        this.shop = shop;
    }

    Migration raw(String line) {
        lines.append(line).append('\n');
        return this;
    }

    Migration row(String type, Map<String, ?> row) {
        return raw(text(Map.of("type", type, "row", row)));
    }

    Migration account(String externalId) {
        return account(externalId, Map.of(), Map.of());
    }

    /** An account whose days are UTC's. */
    Migration account(String externalId, Map<String, ?> row, Map<String, ?> account) {
        var opened = new HashMap<String, Object>(Map.of("name", "Of " + externalId, "zone", "UTC", "currency", "EUR"));
        opened.putAll(account);
        var all = new HashMap<String, Object>(Map.of("externalId", externalId, "account", opened));
        all.putAll(row);
        return row("account", all);
    }

    /** One seat of a plan. */
    Migration subscription(String externalId, String account, UUID plan, String start, String charged) {
        return subscription(externalId, account, plan, start, Map.of("chargedThrough", charged));
    }

    Migration subscription(String externalId, String account, UUID plan, String start, Map<String, ?> more) {
        var row = new HashMap<String, Object>(
                Map.of("externalId", externalId, "account", account, "planId", plan, "seats", 1, "startDate", start));
        row.putAll(more);
        return row("subscription", row);
    }

    // ---- what is asked for

    static ValidatableResponse send(Shop shop, String role, String path, String body) {
        return shop.as(role)
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then();
    }

    ValidatableResponse send(String query) {
        return send(shop, "admin", "/subscription-imports" + query, lines.toString());
    }

    /** The import, when all of it has been tried. */
    JsonNode tried() {
        return tried("");
    }

    JsonNode tried(String query) {
        return rested("/subscription-imports/" + Shop.id(send(query).statusCode(202)));
    }

    /** The import when it is real; there is nothing wrong with it. */
    JsonNode active() {
        var tried = tried();
        assertThat(errors(tried)).isEmpty();
        assertThat(tried.get("status").asText()).isEqualTo("SHADOW");
        return activated(tried);
    }

    JsonNode activated(JsonNode tried) {
        activate(tried, Map.of("withoutRefused", true)).statusCode(202);
        var active = rested(path(tried));
        await().atMost(60, SECONDS).until(() -> Sql.number(DUE, shop.tenant) == 0);
        return active;
    }

    ValidatableResponse activate(JsonNode tried, Map<String, ?> body) {
        return shop.as("admin")
                .header("If-Match", '"' + tried.get("version").asText() + '"')
                .body(body)
                .post(path(tried) + "/activations")
                .then();
    }

    JsonNode read(String path) {
        return Contract.read(shop.as("ops").get(path).then().statusCode(200));
    }

    /** What nobody is at any more. */
    JsonNode rested(String path) {
        await().atMost(60, SECONDS)
                .until(() -> !AT_WORK.contains(read(path).get("status").asText()));
        return read(path);
    }

    static String path(JsonNode job) {
        return "/subscription-imports/" + job.get("id").asText();
    }

    /** Line, pointer and code of each error. */
    List<String> errors(JsonNode job) {
        return errors(path(job));
    }

    List<String> errors(String job) {
        var errors = new ArrayList<String>();
        read(job + "/errors?limit=200").get("items").forEach(error -> {
            assertThat(error.get("detail").asText())
                    .isNotEqualTo(error.get("code").asText());
            errors.add(error.get("line").asText() + " " + error.get("pointer").asText() + " "
                    + error.get("code").asText());
        });
        return errors;
    }

    /** Ids here, by external ids. */
    Map<String, UUID> ids(JsonNode job) {
        var ids = new HashMap<String, UUID>();
        shop.as("ops")
                .get(path(job) + "/result")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(Migration::tree)
                .forEach(line -> ids.put(
                        line.get("externalId").asText(),
                        UUID.fromString(line.get("id").asText())));
        return ids;
    }

    /** A subscription of an import that is real. */
    Contract contract(JsonNode job, String externalId) {
        var id = ids(job).get(externalId);
        var account = shop.subscription(id).extract().<String>path("accountId");
        return new Contract(shop, UUID.fromString(account), id);
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
