package dev.rivulet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StackResourceTest {

    private Map<String, String> config;
    private String owner;
    private String app;

    @BeforeEach
    void startApplication() {
        config = start();
        owner = config.get("rivulet.test.owner-jdbc-url");
        app = config.get("quarkus.datasource.jdbc.url") + "?user=kit_app&password=kit_app";
    }

    @Test
    void shouldGiveEveryApplicationAFreshDatabaseOfTheSameServer() throws SQLException {
        Sql.execute(owner, "create table seen (word text)");

        Map<String, String> other = start();

        assertNotEquals(config.get("rivulet.test.database"), other.get("rivulet.test.database"));
        assertEquals(config.get("kafka.bootstrap.servers"), other.get("kafka.bootstrap.servers"));
        assertEquals(
                "0",
                Sql.one(
                        other.get("rivulet.test.owner-jdbc-url"),
                        "select count(*) from pg_tables where tablename = 'seen'"));
    }

    @Test
    void shouldNotLetTheApplicationRoleChangeTheSchema() {
        var refusal = assertThrows(SQLException.class, () -> Sql.execute(app, "create table mine (word text)"));

        assertEquals(
                "ERROR: permission denied for schema public",
                refusal.getMessage().lines().findFirst().orElseThrow());
    }

    @Test
    void shouldBindTheApplicationRoleByRowSecurity() throws SQLException {
        Sql.execute(
                owner,
                "create table things (id bigint generated always as identity, tenant_id text)",
                "create sequence numbers",
                "insert into things (tenant_id) values ('acme'), ('globex')",
                "alter table things enable row level security",
                "alter table things force row level security",
                "create policy tenant on things using (tenant_id = current_setting('rivulet.tenant', true))");

        assertEquals("0", Sql.one(app, "select count(*) from things"));
        assertEquals("1", Sql.one(app + "&options=-c%20rivulet.tenant=acme", "select count(*) from things"));
        assertEquals("1", Sql.one(app, "select nextval('numbers')"));
        assertThrows(SQLException.class, () -> Sql.execute(app, "insert into things (tenant_id) values ('acme')"));
    }

    @Test
    void shouldKeepOtherServicesOutOfADatabase() {
        var catalog = TestStack.endpoints().jdbcUrl("catalog") + "?user=kit_app&password=kit_app";

        var refusal = assertThrows(SQLException.class, () -> Sql.one(catalog, "select 1"));

        assertEquals("42501", refusal.getSQLState());
    }

    @Test
    void shouldProvisionAgainWithoutHarm() throws SQLException {
        String superuser = TestStack.endpoints().superuserJdbcUrl();

        Databases.create(superuser, "subscription");

        assertEquals(
                "subscription_owner",
                Sql.one(superuser, "select pg_get_userbyid(datdba) from pg_database where datname = 'subscription'"));
    }

    @Test
    void shouldRunThePostgresItNamesWithoutFsyncAndKnowCyrillic() throws SQLException {
        String superuser = config.get("rivulet.test.superuser-jdbc-url");

        assertEquals(
                PostgresServer.MAJOR_VERSION,
                Sql.one(superuser, "select current_setting('server_version_num')::int / 10000"));
        assertEquals("off", Sql.one(superuser, "show fsync"));
        assertEquals("я", Sql.one(superuser, "select lower('Я')"));
    }

    private static Map<String, String> start() {
        var resource = new StackResource();
        resource.init(Map.of("database", "kit"));
        return resource.start();
    }
}
