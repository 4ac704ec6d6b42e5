package dev.rivulet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rivulet.local.Invariant.Kind;
import dev.rivulet.local.Invariant.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvariantTest {

    @Test
    void shouldBeReadFromAnSqlFile() {
        var invariant = Invariant.parse("x.sql", """
                -- Every account is a customer,
                -- and no other.
                -- same on subscription
                SELECT id FROM account
                -- same on success
                SELECT id
                FROM customer;
                """);

        assertEquals("Every account is a customer, and no other.", invariant.says());
        assertEquals(
                List.of(
                        new Query(Kind.SAME, "subscription", "SELECT id FROM account"),
                        new Query(Kind.SAME, "success", "SELECT id\nFROM customer;")),
                invariant.queries());
        assertThrows(IllegalArgumentException.class, () -> Invariant.parse("x.sql", "SELECT 1"));
    }

    @Test
    void shouldTakeTheFiguresOfTheLoadWhenItNeedsThem() {
        var invariant = new Invariant(
                "x.sql", "", List.of(new Query(Kind.NONE, "success", "SELECT 1 HAVING sum(events) <> ${usageEvents}")));

        assertEquals(Optional.empty(), invariant.with(Map.of()));
        assertEquals(
                "SELECT 1 HAVING sum(events) <> 42",
                invariant
                        .with(Map.of("usageEvents", "42"))
                        .orElseThrow()
                        .queries()
                        .getFirst()
                        .sql());
    }

    @Test
    void shouldNameRowsThatAreWrongMissingOrDouble() throws Exception {
        var check = new InvariantCheck(TestStack.endpoints());

        assertEquals(
                List.of("catalog: 1 | null"),
                check.violations(new Invariant(
                        "x.sql",
                        "",
                        List.of(
                                new Query(Kind.NONE, "catalog", "SELECT 1, null"),
                                new Query(Kind.NONE, "success", "SELECT 1 WHERE false")))));
        assertEquals(
                List.of("success: 1 rows twice", "not in success: a", "not in catalog: c"),
                check.violations(new Invariant(
                        "x.sql",
                        "",
                        List.of(
                                new Query(Kind.SAME, "catalog", "VALUES ('a'), ('b')"),
                                new Query(Kind.SAME, "success", "VALUES ('b'), ('c'), ('c')")))));
    }
}
