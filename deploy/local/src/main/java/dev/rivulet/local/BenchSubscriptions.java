package dev.rivulet.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A tenant with many accounts of one monthly subscription each. The first is signed over HTTP and then copied in the
 * database, because a hundred thousand requests would take longer than what is measured.
 */
final class BenchSubscriptions {

    private static final String PLAN = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01";
    private static final String PRODUCT = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900";
    private static final String PROPOSITION = "0197a3f0-6c2d-7b4f-8c63-7a2a1d7c8b02";
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PGSimpleDataSource database;
    private final BenchService service;
    private final String tenant;
    private final String token;

    BenchSubscriptions(PGSimpleDataSource database, BenchService service, String tenant) {
        this.database = database;
        this.service = service;
        this.tenant = tenant;
        this.token = service.token(tenant);
    }

    String tenant() {
        return tenant;
    }

    String token() {
        return token;
    }

    /** Signed a month ago and charged up to yesterday, so that all of them are due once {@link #wake} says so. */
    void seed(int number) throws IOException, InterruptedException, SQLException {
        offer();
        var account =
                id(service.post(token, "/accounts", "{\"name\":\"Bench\",\"zone\":\"UTC\",\"currency\":\"EUR\"}"));
        var subscription = id(service.post(
                token,
                "/subscriptions",
                request(account, LocalDate.now(ZoneOffset.UTC).minusMonths(1))));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // In the order of their ids, as accounts come about.
            statement.execute("CREATE TEMPORARY TABLE copy AS SELECT n, " + id(1) + " AS account, " + id(2)
                    + " AS subscription FROM generate_series(1, " + number + ") n");
            copy(statement, "account", "id", account, "'id', c.account, 'payer_id', c.account");
            copy(statement, "subscription", "id", subscription, "'id', c.subscription, 'account_id', c.account");
            copy(statement, "subscription_term", "subscription_id", subscription, "'subscription_id', c.subscription");
            copy(
                    statement,
                    "billing_cursor",
                    "subscription_id",
                    subscription,
                    "'subscription_id', c.subscription, 'account_id', c.account, 'payer_id', c.account,"
                            + " 'billed_through', current_date - 1, 'next_due_on', current_date");
            copy(statement, "payer_cursor", "payer_id", account, "'payer_id', c.account, 'due_at', NULL");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }

    /** Makes all of them due. */
    private void wake() throws SQLException {
        execute("UPDATE payer_cursor p SET due_at = date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'"
                + " FROM billing_cursor b WHERE (b.tenant_id, b.payer_id) = (p.tenant_id, p.payer_id)"
                + " AND b.next_due_on <= current_date AND p.tenant_id = '" + tenant + "'");
    }

    /** Makes all of them due and waits for the timer's run over them; as {@code /billing-runs} tells it. */
    JsonNode billAll() throws IOException, InterruptedException, SQLException {
        wake();
        var begun = Instant.now();
        while (true) {
            var latest = JSON.readTree(service.get(token, "/billing-runs?limit=1"))
                    .path("items")
                    .path(0);
            if (latest.has("finishedAt")) {
                return latest;
            }
            if (Instant.now().isAfter(begun.plus(PATIENCE))) {
                throw new LocalStackException("The run took too long: " + latest);
            }
            Thread.sleep(LOOK);
        }
    }

    /** What can be signed. */
    void offer() throws SQLException {
        var plan = "'" + tenant + "', '" + PLAN + "'";
        execute("INSERT INTO offer_plan (tenant_id, id, product_id, name, status, plan_version, price_minor, currency,"
                + " period, trial_days) VALUES (" + plan + ", '" + PRODUCT
                + "', 'Bench, monthly', 'PUBLISHED', 1, 4900, 'EUR', 'MONTH', 0)");
        execute("INSERT INTO offer_plan_version (tenant_id, plan_id, number, name, price_minor, currency, period,"
                + " trial_days, billing, phases, rollout_policy, published_at) VALUES (" + plan
                + ", 1, 'Bench, monthly', 4900, 'EUR', 'MONTH', 0, 'IN_ADVANCE', '[]', 'NEW_ONLY', '2020-01-01')");
        execute("INSERT INTO offer_proposition (tenant_id, id, product_id, segment_id, status, proposition_version,"
                + " one_liner) VALUES ('" + tenant + "', '" + PROPOSITION + "', '" + PRODUCT + "', '"
                + UUID.randomUUID() + "', 'APPROVED', 1, 'Bench')");
    }

    static String request(String account, LocalDate start) {
        return """
                {"accountId":"%s","planId":"%s","propositionId":"%s","seats":1,"startDate":"%s"}""".formatted(account, PLAN, PROPOSITION, start);
    }

    List<String> texts(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void copy(Statement statement, String table, String key, String template, String changes)
            throws SQLException {
        statement.execute("INSERT INTO " + table + " SELECT (jsonb_populate_record(t, jsonb_build_object(" + changes
                + "))).* FROM " + table + " t, copy c WHERE t.tenant_id = '" + tenant + "' AND t." + key + " = '"
                + template + "' ORDER BY c.n");
    }

    /** As version 7 makes them: rising, with a random end. */
    private String id(int kind) {
        var noise = "md5('%s-%d-' || n)".formatted(tenant, kind);
        return "(lpad(to_hex(%d + n), 12, '0') || '7' || substr(%s, 1, 3) || '8' || substr(%s, 4, 15))::uuid"
                .formatted(System.currentTimeMillis(), noise, noise);
    }

    private static String id(String body) throws IOException {
        return JSON.readTree(body).path("id").asText();
    }
}
