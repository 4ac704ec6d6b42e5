package dev.rivulet.catalog.plan;

import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan kept in memory must not outlive its row, whoever has changed it. */
@QuarkusTest
class PlanReadingTest {

    private final Caller sales = Caller.as("sales");
    private String plan;

    @BeforeEach
    void draft() {
        plan = sales.plan(sales.product());
    }

    @Test
    void shouldReadWhatAnotherReplicaHasWritten() {
        shouldBeCalled("Team");
        for (var name : new String[] {"Renamed", "Renamed again"}) {
            Sql.run("UPDATE plan SET name = '" + name + "' WHERE id = '" + plan + "'");
            shouldBeCalled(name);
            shouldBeCalled(name);
        }
    }

    @Test
    void shouldReadAChangeAtOnce() {
        for (var version = 0; version < 5; version++) {
            var name = "Plan " + version;
            sales.patch("/plans/" + plan, String.valueOf(version), "{\"name\": \"" + name + "\"}")
                    .then()
                    .statusCode(200);
            shouldBeCalled(name);
        }
    }

    @Test
    void shouldMissWhatIsGoneAndWhatIsAnothers() {
        shouldBeCalled("Team");
        Caller.as("sales").get("/plans/" + plan).then().statusCode(404);
        for (var row : new String[] {"plan_version WHERE plan_id", "plan WHERE id"}) {
            Sql.run("DELETE FROM " + row + " = '" + plan + "'");
        }
        sales.get("/plans/" + plan).then().statusCode(404);
    }

    private void shouldBeCalled(String name) {
        sales.get("/plans/" + plan).then().statusCode(200).body("name", equalTo(name));
    }
}
