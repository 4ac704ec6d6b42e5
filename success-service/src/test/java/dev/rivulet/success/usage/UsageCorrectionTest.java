package dev.rivulet.success.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Days that change after they were over. */
@QuarkusTest
class UsageCorrectionTest {

    private static final Instant NOON = Caller.today().atTime(12, 0).toInstant(ZoneOffset.UTC);

    private final Caller success = Caller.fresh();
    private final Uses uses = new Uses(success.tenant());

    @Test
    void shouldLogWhatComesLaterThanItsDayAndTheGrace() {
        var account = success.customer(10);
        Uses.send(
                uses.event("in-time", account, "anna", "m", null, "1", NOON.minus(2, ChronoUnit.DAYS)),
                uses.event("late", account, "anna", "m", null, "2.5", NOON.minus(3, ChronoUnit.DAYS)),
                uses.event("late-too", account, "boris", "m", null, "1.5", NOON.minus(3, ChronoUnit.DAYS)));
        var base = "/customers/" + account;

        success.eventually(base + "/consumption", consumption -> {
            assertThat(consumption.path("days")).hasSize(2);
            assertThat(consumption.at("/days/0/quantity").asText()).isEqualTo("4");
            assertThat(consumption.at("/days/0/correctedAt").isMissingNode()).isFalse();
            assertThat(consumption.at("/days/1/correctedAt").isMissingNode()).isTrue();
        });
        var log = success.json(base + "/usage-corrections").path("items");
        var quantity = 0.0;
        for (var entry : log) {
            assertThat(entry.path("cause").asText()).isEqualTo("LATE");
            assertThat(entry.path("day").asText())
                    .isEqualTo(Caller.today().minusDays(3).toString());
            quantity += entry.path("quantity").asDouble();
        }
        assertThat(quantity).isEqualTo(4.0);
        Caller.fresh().get(base + "/usage-corrections").then().statusCode(404);
    }

    @Test
    void shouldRecountTheDaysOfAnAccountInItsNewZone() {
        var account = UUID.randomUUID();
        var producer = success.producer();
        producer.send(producer.account(account, 0, "Acme", "Europe/Berlin"));
        var base = "/customers/" + account;
        success.eventually(
                base, customer -> assertThat(customer.path("zone").asText()).isNotEmpty());
        var end = Instant.parse("2025-03-01T04:30:00Z");
        Uses.send(
                uses.event("a", account, "anna", "m", "f", "1", end),
                uses.event("b", account, "anna", "m", "f", "2", end.plusSeconds(3_600)),
                uses.event("c", account, "boris", "n", "f", "4", end.plusSeconds(86_400)));
        var range = base + "/consumption?from=2025-02-28&to=2025-03-02";
        success.eventually(range, consumption -> {
            assertThat(consumption.path("days")).hasSize(2);
            assertThat(consumption.at("/days/0/day").asText()).isEqualTo("2025-03-01");
            assertThat(consumption.at("/days/0/quantity").asText()).isEqualTo("3");
        });

        producer.send(producer.account(account, 1, "Acme", "America/New_York"));

        success.eventually(range, consumption -> {
            assertThat(consumption.path("days")).hasSize(3);
            assertThat(consumption.at("/days/0/day").asText()).isEqualTo("2025-02-28");
            assertThat(consumption.at("/days/0/quantity").asText()).isEqualTo("1");
            assertThat(consumption.at("/days/1/day").asText()).isEqualTo("2025-03-01");
            assertThat(consumption.at("/days/1/quantity").asText()).isEqualTo("2");
            assertThat(consumption.at("/days/2/day").asText()).isEqualTo("2025-03-01");
            assertThat(consumption.at("/days/2/metric").asText()).isEqualTo("n");
        });
        var months = success.json(base + "/consumption?by=month&from=2025-02-01&to=2025-03-31")
                .path("months");
        assertThat(months).hasSize(2);
        assertThat(months.at("/0/month").asText()).isEqualTo("2025-02");
        assertThat(months.at("/0/users").asInt()).isEqualTo(1);
        assertThat(months.at("/1/users").asInt()).isEqualTo(2);
        assertThat(months.at("/1/activeDays").asInt()).isEqualTo(1);
        assertThat(success.json(base + "/usage-corrections").path("items"))
                .filteredOn(entry -> entry.path("cause").asText().equals("ZONE"))
                .hasSize(4)
                .anySatisfy(entry -> {
                    assertThat(entry.path("day").asText()).isEqualTo("2025-03-01");
                    assertThat(entry.path("quantity").asText()).isEqualTo("-1");
                    assertThat(entry.path("events").asInt()).isEqualTo(-1);
                });
        success.get(base + "/usage-corrections?limit=1").then().body("items", hasSize(1));
    }

    @Test
    void shouldLeaveRollupsWhereTheirEventsArePastTheirKeeping() {
        var account = success.customer(10);
        Uses.send(uses.event("a", account, "anna", "m", null, "1", NOON.minus(1, ChronoUnit.DAYS)));
        var path = "/customers/" + account + "/consumption";
        success.eventually(
                path, consumption -> assertThat(consumption.path("days")).hasSize(1));
        var name = "usage_event_"
                + Sql.column("SELECT to_char(current_date - 401, 'YYYYMMDD')").getFirst();
        Sql.run("CREATE TABLE " + name + " (LIKE usage_event INCLUDING CONSTRAINTS); ALTER TABLE " + name
                + " OWNER TO success_owner; ALTER TABLE usage_event ATTACH PARTITION " + name
                + " FOR VALUES FROM (current_date - 401) TO (current_date - 400);"
                + " UPDATE usage_event SET stored_on = current_date - 401 WHERE tenant_id = '" + success.tenant()
                + "'");
        assertThat(Sql.number("SELECT count(*) FROM " + name)).isEqualTo(1);

        Sql.run("SELECT usage_event_partitions(3, 400)");

        assertThat(Sql.column("SELECT to_regclass('" + name + "')").getFirst()).isNull();
        assertThat(success.json(path).at("/days/0/quantity").asText()).isEqualTo("1");
    }
}
