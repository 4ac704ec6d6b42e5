package dev.rivulet.subscription.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever works on an import may vanish at any point: another goes on, and everything is there once. */
@QuarkusTest
class ImportCrashTest {

    private static final int CUSTOMERS = 13;

    private Shop shop;
    private Migration migration;

    @BeforeEach
    void fill() {
        shop = Shop.at("2026-01-20T10:00:00Z");
        var catalog = Catalog.of(shop);
        var plan = catalog.plan("31.00");
        migration = new Migration(shop);
        for (var i = 0; i < CUSTOMERS; i++) {
            migration
                    .account("C-" + i)
                    .subscription("S-" + i, "C-" + i, plan, "2025-01-31", "2026-01-31")
                    .row(
                            "balance",
                            Map.of("externalId", "B-" + i, "account", "C-" + i, "amount", catalog.money("1.00")));
        }
    }

    @Test
    void shouldGoOnWhereAWorkerWasStopped() throws SQLException {
        var tried = migration.tried();
        var url = ConfigProvider.getConfig().getValue("rivulet.test.superuser-jdbc-url", String.class);
        try (var other = DriverManager.getConnection(url)) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                // The worker waits here, in the middle, for a name that somebody else is about to take.
                statement.execute("INSERT INTO import_reference VALUES ('" + shop.tenant + "', 'account', 'C-7', '"
                        + UUID.randomUUID() + "', 'x', '" + UUID.randomUUID() + "')");
                migration.activate(tried, Map.of()).statusCode(202);
                await().atMost(60, SECONDS)
                        .until(() -> Sql.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                        + " AND query LIKE 'INSERT INTO import_reference%'")
                                > 0);
                assertThat(taken()).isBetween(1L, CUSTOMERS - 1L);
                // Its lease is another's, who dies at once.
                Sql.run("UPDATE import_job SET lease_owner = '" + UUID.randomUUID()
                        + "', lease_until = now() + interval '2 seconds' WHERE tenant_id = '" + shop.tenant + "'");
            }
            other.rollback();
        }

        var active = migration.rested(Migration.path(tried));

        assertThat(active.get("status").asText()).isEqualTo("ACTIVE");
        assertThat(active.get("counts").get("TAKEN").asInt()).isEqualTo(3 * CUSTOMERS);
        thereOnce();
    }

    /** As if every note of how far it had come were lost. */
    @Test
    void shouldTakeNothingTwiceThoughItBeganAnew() {
        var active = migration.active();
        for (var status : new String[] {"ACTIVATING", "CHECKING"}) {
            Sql.run("UPDATE import_line SET status = '" + (status.equals("CHECKING") ? "READ" : "CHECKED")
                    + "' WHERE tenant_id = '" + shop.tenant + "' AND status = 'TAKEN'");
            Sql.run("UPDATE import_job SET status = '" + status
                    + "', cursor = 0, finished_at = NULL WHERE tenant_id = '" + shop.tenant + "'");
            migration.rested(Migration.path(active));
            thereOnce();
        }
    }

    @Test
    void shouldGiveUpAfterTakingManyReplicasDownAndGoOnWhenAsked() {
        var tried = migration.tried();
        Sql.run("UPDATE import_job SET status = 'ACTIVATING', cursor = 0, attempts = 5 WHERE tenant_id = '"
                + shop.tenant + "'");
        var failed = migration.rested(Migration.path(tried));
        assertThat(failed.get("status").asText()).isEqualTo("FAILED");
        assertThat(failed.get("reason").asText()).isEqualTo("import-interrupted");

        shop.as("admin")
                .header("If-Match", '"' + failed.get("version").asText() + '"')
                .post(Migration.path(tried) + "/restarts")
                .then()
                .statusCode(200);

        var active = migration.rested(Migration.path(tried));
        assertThat(active.get("status").asText()).isEqualTo("ACTIVE");
        thereOnce();
    }

    private long taken() {
        return Sql.number(
                "SELECT count(*) FROM import_reference WHERE tenant_id = ? AND type = 'account'", shop.tenant);
    }

    private void thereOnce() {
        for (var type : new String[] {"account", "subscription", "balance"}) {
            assertThat(Sql.number(
                            "SELECT count(*) FROM import_reference WHERE tenant_id = ? AND type = ?",
                            shop.tenant,
                            type))
                    .isEqualTo(CUSTOMERS);
        }
        assertThat(Sql.number("SELECT count(*) FROM account WHERE tenant_id = ?", shop.tenant))
                .isEqualTo(CUSTOMERS);
        assertThat(Sql.number("SELECT count(*) FROM subscription WHERE tenant_id = ?", shop.tenant))
                .isEqualTo(CUSTOMERS);
        assertThat(Sql.number("SELECT sum(minor) FROM customer_balance WHERE tenant_id = ?", shop.tenant))
                .isEqualTo(CUSTOMERS * 100L);
        new Invariants(shop).shouldHold();
    }
}
