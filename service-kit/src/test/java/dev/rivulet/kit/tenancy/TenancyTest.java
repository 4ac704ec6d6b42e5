package dev.rivulet.kit.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.sample.Note;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.local.StackResource;
import dev.rivulet.local.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class TenancyTest {

    @Inject
    Tenants tenants;

    @Inject
    EntityManager em;

    @Inject
    AgroalDataSource database;

    @Inject
    dev.rivulet.kit.sql.Sql statements;

    private final String mine = "mine-" + UUID.randomUUID();
    private final String theirs = "theirs-" + UUID.randomUUID();
    private String theirNote;

    @BeforeEach
    void theyHaveANote() {
        theirNote = given().header("Authorization", Tokens.bearer(theirs, "sales"))
                .contentType("application/json")
                .body("{\"title\":\"secret\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}")
                .post("/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private <T> T asMine(Supplier<T> work) {
        return tenants.as(mine, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    @Test
    void shouldAnswerNotFoundForAnotherTenantsResource() {
        var me = Tokens.bearer(mine, "sales", "admin");
        given().header("Authorization", me).get("/notes/" + theirNote).then().statusCode(404);
        given().header("Authorization", me)
                .header("If-Match", "\"0\"")
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"mine now\"}")
                .patch("/notes/" + theirNote)
                .then()
                .statusCode(404);
        given().header("Authorization", me).get("/notes").then().statusCode(200).body("items", hasSize(0));
        given().header("Authorization", Tokens.bearer(theirs, "sales"))
                .get("/notes/" + theirNote)
                .then()
                .statusCode(200)
                .body("title", equalTo("secret"));
    }

    @Test
    void shouldHideAnotherTenantsRowFromNativeSql() {
        var sql = "SELECT count(*) FROM note WHERE tenant_id = '" + theirs + "'";
        Number seen = asMine(() -> (Number) em.createNativeQuery(sql).getSingleResult());
        assertThat(seen.longValue()).isZero();
        Number own = tenants.as(
                theirs,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> (Number) em.createNativeQuery(sql).getSingleResult()));
        assertThat(own.longValue()).isEqualTo(1);
    }

    @Test
    void shouldNotChangeOrWriteAnotherTenantsRowByNativeSql() {
        int changed =
                asMine(() -> em.createNativeQuery("UPDATE note SET title = 'x' WHERE tenant_id = '" + theirs + "'")
                        .executeUpdate());
        assertThat(changed).isZero();
        assertThatThrownBy(() -> asMine(() -> em.createNativeQuery("INSERT INTO note_fact (tenant_id, note_id, title)"
                                + " VALUES ('" + theirs + "', gen_random_uuid(), 'x')")
                        .executeUpdate()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void shouldHideEntitiesEvenWithoutRowLevelSecurity() {
        Sql.run("ALTER TABLE note NO FORCE ROW LEVEL SECURITY; ALTER TABLE note DISABLE ROW LEVEL SECURITY");
        try {
            assertThat(asMine(() -> java.util.Optional.ofNullable(em.find(Note.class, UUID.fromString(theirNote)))))
                    .isEmpty();
        } finally {
            Sql.run("ALTER TABLE note ENABLE ROW LEVEL SECURITY; ALTER TABLE note FORCE ROW LEVEL SECURITY");
        }
    }

    @Test
    void shouldSeeNothingOutsideATransactionOrATenant() throws Exception {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("SELECT count(*) FROM note")) {
            row.next();
            assertThat(row.getLong(1)).isZero();
        }
        Number seen = tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(() ->
                (Number) em.createNativeQuery("SELECT count(*) FROM note").getSingleResult()));
        assertThat(seen.longValue()).isZero();
    }

    /** Often enough for PostgreSQL to keep the plan of the statement, with tenants in turn on the same connections. */
    @Test
    void shouldReadOnlyTheTenantsRowsInOneRoundTrip() throws Exception {
        for (var i = 0; i < 20; i++) {
            assertThat(tenants.as(theirs, this::notesOfTheirs)).isEqualTo(1);
            assertThat(tenants.as(mine, this::notesOfTheirs)).isZero();
            assertThat(tenants.as(theirs, this::notesOfTheirsOrOfNull))
                    .as("round %s", i)
                    .isEqualTo(1);
            assertThatThrownBy(this::notesOfTheirs).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> tenants.asSystem(this::notesOfTheirs)).isInstanceOf(IllegalStateException.class);
            try (var connection = database.getConnection();
                    var row = connection
                            .createStatement()
                            .executeQuery("SELECT current_setting('rivulet.tenant', true), count(*) FROM note")) {
                row.next();
                assertThat(row.getString(1)).isNullOrEmpty();
                assertThat(row.getLong(2)).isZero();
            }
        }
    }

    @Test
    void shouldReadWhatTheTransactionItIsInHasDone() {
        tenants.as(mine, () -> {
            QuarkusTransaction.begin();
            statements.update(
                    "INSERT INTO note_fact (tenant_id, note_id, title) VALUES (?, gen_random_uuid(), 'new')", mine);
            var seen = statements.read("SELECT title FROM note_fact", row -> row.getString(1));
            QuarkusTransaction.rollback();
            assertThat(seen).containsExactly("new");
            return true;
        });
        assertThat(tenants.as(mine, () -> statements.read("SELECT title FROM note_fact", row -> row.getString(1))))
                .isEmpty();
    }

    @Test
    void shouldScopeAReadThatFails() {
        for (var i = 0; i < 20; i++) {
            assertThatThrownBy(() -> tenants.as(
                            theirs, () -> statements.read("SELECT 1 / (id IS NULL)::int FROM note", row -> true)))
                    .hasMessageContaining("division by zero");
            assertThat(tenants.as(mine, this::notesOfTheirs)).isZero();
        }
    }

    private long notesOfTheirs() {
        return statements
                .read("SELECT count(*) FROM note WHERE tenant_id = ?", row -> row.getLong(1), theirs)
                .getFirst();
    }

    /** Whether or not the driver asks for the type of the null, and however often it has. */
    private long notesOfTheirsOrOfNull() {
        return statements
                .read(
                        "SELECT count(*), min(title) FROM note WHERE tenant_id = ? OR title = ?",
                        row -> row.getLong(1),
                        theirs,
                        null)
                .getFirst();
    }

    @Test
    void shouldProtectEveryTableThatHasATenant() {
        assertThat(Sql.column("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'"
                        + " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')"
                        + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"))
                .isEmpty();
    }

    @Test
    void shouldRunAsARoleThatRowLevelSecurityBinds() throws Exception {
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT rolsuper OR rolbypassrls OR EXISTS (SELECT FROM pg_class c"
                                + " WHERE c.relname = 'note' AND pg_has_role(current_user, c.relowner, 'USAGE'))"
                                + " FROM pg_roles WHERE rolname = current_user")) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }
}
