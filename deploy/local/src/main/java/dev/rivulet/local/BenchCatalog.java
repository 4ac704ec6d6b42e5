package dev.rivulet.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A tenant with many prices: one plan with ten prices in and out of five books made over HTTP, and then copied in the
 * database, because a hundred thousand requests would take longer than what is measured.
 */
final class BenchCatalog {

    private static final int PRICES_OF_A_PLAN = 10;
    private static final int REQUESTS = 10_000;
    private static final List<String> BUYERS = List.of(
            "\"country\":\"DE\"",
            "\"channel\":\"PARTNER\"",
            "\"channel\":\"PARTNER\",\"partnerTier\":\"gold\",\"country\":\"DE\"",
            "\"country\":\"FR\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String tenant;
    private final String token;
    private final List<String> plans = new ArrayList<>();

    private BenchCatalog(int port, String tenant, String token) {
        this.port = port;
        this.tenant = tenant;
        this.token = token;
    }

    static BenchCatalog of(int prices, int port, Endpoints endpoints, String tenant, String token)
            throws IOException, InterruptedException {
        var catalog = new BenchCatalog(port, tenant, token);
        var template = catalog.template();
        catalog.copy(endpoints, template, prices / PRICES_OF_A_PLAN);
        return catalog;
    }

    /** A question about each plan by each of several buyers. */
    List<byte[]> quotes() {
        return plans.stream()
                .limit(REQUESTS)
                .flatMap(plan -> BUYERS.stream().map(buyer -> quote(plan, buyer)))
                .toList();
    }

    private byte[] quote(String plan, String buyer) {
        var quantity = 1 + ThreadLocalRandom.current().nextInt(50);
        return HttpLoad.request("POST /price-quotes", token, """
                {"planId":"%s","quantity":%d,"usage":{"api-calls":12000},"currency":"EUR","date":"2026-06-15",%s}""".formatted(plan, quantity, buyer));
    }

    /** A read of each plan. */
    List<byte[]> reads() {
        return plans.stream()
                .limit(REQUESTS)
                .map(plan -> HttpLoad.request("GET /plans/" + plan, token, ""))
                .toList();
    }

    private String template() throws IOException, InterruptedException {
        var product = create("/products", "{\"name\":\"Bench\",\"kind\":\"SAAS\"}");
        var plan = create("/plans", """
                {"productId":"%s","name":"Bench","period":"MONTH","price":{"amount":"49.00","currency":"EUR"}}""".formatted(product));
        send("/plans/" + plan + "/publications", "", Map.of("If-Match", "\"0\""));
        var euro = create("/price-books", "{\"key\":\"euro\",\"currency\":\"EUR\"}");
        var germany =
                create("/price-books", "{\"key\":\"germany\",\"country\":\"DE\",\"parentId\":\"%s\"}".formatted(euro));
        var partners = create("/price-books", "{\"key\":\"partners\",\"channel\":\"PARTNER\",\"percent\":-10}");
        create(
                "/price-books",
                "{\"key\":\"gold\",\"channel\":\"PARTNER\",\"partnerTier\":\"gold\",\"parentId\":\"%s\",\"percent\":-5}"
                        .formatted(partners));
        create(
                "/price-books",
                "{\"key\":\"austria\",\"country\":\"AT\",\"parentId\":\"%s\",\"percent\":2}".formatted(germany));
        var flat = "{\"model\":\"FLAT\",\"amount\":\"45\"}";
        var seats =
                "{\"model\":\"GRADUATED\",\"tiers\":[{\"upTo\":10,\"unitPrice\":\"9.90\"},{\"unitPrice\":\"7.90\"}]}";
        var calls =
                "{\"model\":\"USAGE\",\"metric\":\"api-calls\",\"rating\":\"PACKAGE\",\"packageSize\":100,\"amount\":\"0.95\"}";
        price(plan, "base", euro, flat, "\"validFrom\":\"2025-01-01\",\"validTo\":\"2026-01-01\"");
        price(plan, "base", euro, flat, "\"validFrom\":\"2026-01-01\"");
        price(plan, "base", germany, flat, "\"validFrom\":\"2026-01-01\",\"validTo\":\"2027-01-01\"");
        price(plan, "base", partners, flat, "\"validFrom\":\"2026-01-01\",\"minimumQuantity\":10");
        price(plan, "seat", null, seats, "\"validFrom\":\"2026-01-01\"");
        price(plan, "seat", germany, seats, "\"validFrom\":\"2026-01-01\"");
        price(plan, "seat", partners, seats, "\"validFrom\":\"2026-01-01\"");
        price(plan, "calls", null, calls, "\"validFrom\":\"2025-01-01\",\"validTo\":\"2026-01-01\"");
        price(plan, "calls", null, calls, "\"validFrom\":\"2026-01-01\"");
        return plan;
    }

    private void copy(Endpoints endpoints, String template, int wanted) {
        var id = "md5('%s' || n)::uuid".formatted(tenant);
        var source = new PGSimpleDataSource();
        source.setUrl(endpoints.superuserJdbcUrl("catalog"));
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO plan SELECT (jsonb_populate_record(p, jsonb_build_object('id', " + id
                    + "))).* FROM plan p, generate_series(2, " + wanted + ") n WHERE p.id = '" + template + "'");
            statement.execute("INSERT INTO plan_version SELECT (jsonb_populate_record(v, jsonb_build_object('plan_id', "
                    + id + ", 'id', md5(v.id::text || n)::uuid))).* FROM plan_version v, generate_series(2, " + wanted
                    + ") n WHERE v.plan_id = '" + template + "'");
            statement.execute("INSERT INTO price SELECT (jsonb_populate_record(p, jsonb_build_object('plan_id', " + id
                    + ", 'id', md5(p.id::text || n)::uuid))).* FROM price p, generate_series(2, " + wanted
                    + ") n WHERE p.plan_id = '" + template + "' AND p.recorded_to IS NULL");
            statement.execute("VACUUM ANALYZE plan, plan_version, price, price_book");
            try (var rows = statement.executeQuery("SELECT id FROM plan WHERE tenant_id = '" + tenant + "'")) {
                while (rows.next()) {
                    plans.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new LocalStackException("The prices could not be copied: " + e.getMessage(), e);
        }
    }

    private void price(
            String plan, String component, @org.jspecify.annotations.Nullable String book, String terms, String more)
            throws IOException, InterruptedException {
        create("/prices", """
                {"planId":"%s","component":"%s","currency":"EUR","terms":%s,%s%s}""".formatted(
                        plan, component, terms, more, book == null ? "" : ",\"priceBookId\":\"" + book + "\""));
    }

    private String create(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(send(path, body, Map.of())).path("id").asText();
    }

    private String send(String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new LocalStackException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
