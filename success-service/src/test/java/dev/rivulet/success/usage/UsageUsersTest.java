package dev.rivulet.success.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Persons go, figures stay. */
@QuarkusTest
class UsageUsersTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final Caller success = Caller.fresh();
    private final Uses uses = new Uses(success.tenant());

    @Inject
    UsageUsers users;

    @Inject
    Tenants tenants;

    @Test
    void shouldReplaceAUserEverywhereAndForGood() {
        var account = success.customer(10);
        var other = success.customer(10);
        Uses.send(
                uses.event("1", account, "anna@acme", "m", "f", "2", NOW),
                uses.event("1", account, "anna@acme", "m", "f", "20", NOW),
                uses.event("2", account, "boris", "m", "f", "1", NOW),
                uses.event("3", other, "anna@acme", "m", "f", "1", NOW));
        success.http()
                .contentType("application/json")
                .body("{\"userIds\":[\"anna@acme\",\"boris\"]}")
                .put("/customers/" + account + "/licence-assignments")
                .then()
                .statusCode(204);
        var path = "/customers/" + account + "/consumption?by=user";
        success.eventually(
                path, consumption -> assertThat(consumption.path("users")).hasSize(2));
        success.eventually(
                "/usage-conflicts", page -> assertThat(page.path("items")).hasSize(1));

        pseudonymise(account, "anna@acme", "erased-1");
        Uses.send(
                uses.event("1", account, "anna@acme", "m", "f", "2", NOW),
                uses.event("4", account, "anna@acme", "m", "f", "4", NOW),
                uses.event("4", account, "anna@acme", "m", "f", "40", NOW));

        success.eventually(path, consumption -> {
            assertThat(consumption.at("/users/0/userId").asText()).isEqualTo("erased-1");
            assertThat(consumption.at("/users/0/quantity").asText()).isEqualTo("6");
            assertThat(consumption.at("/users/0/events").asInt()).isEqualTo(2);
        });
        success.eventually(
                "/usage-conflicts", page -> assertThat(page.path("items")).hasSize(2));
        for (var table :
                List.of("usage_event", "usage_day", "usage_user_month", "usage_conflict", "licence_assignment")) {
            assertThat(Sql.column(
                            "SELECT t::text FROM " + table + " t WHERE tenant_id = ? AND account_id = ?",
                            success.tenant(),
                            account))
                    .as(table)
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("anna"));
        }
        assertThat(Sql.column(
                        "SELECT user_id FROM usage_day WHERE tenant_id = ? AND account_id = ?",
                        success.tenant(),
                        other))
                .containsExactly("anna@acme");
        // Released under the old name as well: that is how the customer's directory knows the user.
        success.http()
                .delete("/customers/" + account + "/licence-assignments/anna@acme")
                .then()
                .statusCode(204);

        pseudonymise(account, "boris", "erased-1");
        assertThat(success.json(path).path("users")).hasSize(1);
        assertThat(success.json("/customers/" + account + "/consumption?by=month")
                        .at("/months/0/users")
                        .asInt())
                .isEqualTo(1);
    }

    private void pseudonymise(UUID account, String user, String pseudonym) {
        tenants.as(
                success.tenant(),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    users.pseudonymise(account, user, pseudonym);
                    return true;
                }));
    }
}
