package dev.rivulet.success.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import dev.rivulet.success.MrrStory;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a table says of cells that are not red, and whose customers it names. */
@QuarkusTest
class CohortVerdictsTest {

    private static final YearMonth LAST_CLOSED = YearMonth.of(2025, 8);

    private final Caller success = Caller.sandbox();
    private final MrrStory story = new MrrStory(success.producer());

    @BeforeEach
    void standInSeptember() {
        success.producer().send(success.producer().clock(Instant.parse("2025-09-01T13:00:00Z")));
    }

    @Test
    void shouldSayOfTwelveCustomersThatTheyAreTooFewAndOfTheOldestThatNobodyIsLikeThem() {
        story.cohort(YearMonth.of(2025, 1), 60, 3, 3, 3, 3, 3, 3, 3);
        story.cohort(YearMonth.of(2025, 2), 60, 3, 3, 3, 3, 3, 3);
        story.cohort(YearMonth.of(2025, 3), 60, 3, 3, 3, 3, 3);
        story.cohort(YearMonth.of(2025, 4), 12, 3);
        story.send();
        var table = "/cohorts?from=2025-01&to=2025-04&ages=7";
        success.eventually(
                table,
                found -> assertThat(found.at("/rows/0/cells/7/mark/verdict").asText())
                        .isEqualTo("NO_BASELINE"));

        var found = success.json(table);
        var few = found.at("/rows/3/cells/1/mark");
        assertThat(few.path("verdict").asText()).isEqualTo("TOO_SMALL_TO_SAY");
        assertThat(few.path("kept").asText()).isEqualTo("0.750000");
        assertThat(few.path("fewAccounts").asBoolean()).isTrue();
        assertThat(few.path("accounts").asText()).isEqualTo("12.0");
        assertThat(few.at("/interval/lower").asText()).isLessThan("0.500000");
        assertThat(few.has("reasons")).isFalse();
        var many = found.at("/rows/2/cells/1/mark");
        assertThat(many.path("verdict").asText()).isEqualTo("QUIET");
        assertThat(many.has("fewAccounts")).isFalse();
        var oldest = found.at("/rows/0/cells/7/mark");
        assertThat(oldest.path("verdict").asText()).isEqualTo("NO_BASELINE");
        assertThat(oldest.has("baseline")).isFalse();
        assertThat(oldest.has("q")).isFalse();
        assertThat(found.path("drifts")).isEmpty();
        assertThat(success.json("/cohort-cases").path("items")).isEmpty();
    }

    @Test
    void shouldTellOfASlowDriftThatNoCellShows() {
        var first = YearMonth.of(2024, 7);
        for (var start = first; start.isBefore(LAST_CLOSED); start = start.plusMonths(1)) {
            var lost = new int[(int) start.until(LAST_CLOSED, ChronoUnit.MONTHS)];
            for (var age = 1; age <= lost.length; age++) {
                lost[age - 1] = start.plusMonths(age).isBefore(YearMonth.of(2025, 4)) ? 2 : 6;
            }
            story.cohort(start, 100, lost);
        }
        story.send();
        success.eventually("/cohorts?from=2024-07&to=2025-07&ages=12", table -> {
            var drifts = table.path("drifts");
            assertThat(drifts.findValuesAsText("month")).containsExactly("2025-05", "2025-06", "2025-07", "2025-08");
            assertThat(drifts.findValuesAsText("direction")).containsOnly("DOWN");
            assertThat(drifts.at("/3/average").asText()).isEqualTo("-1.45");
            assertThat(drifts.at("/3/limit").asText()).isEqualTo("0.90");
            assertThat(table.findValuesAsText("verdict")).contains("QUIET").doesNotContain("RED_DOWN", "RED_UP");
        });
    }

    @Test
    void shouldNameAManagersOwnCustomersOnly() {
        story.cohort(YearMonth.of(2025, 1), 60, 3, 3, 3);
        story.cohort(YearMonth.of(2025, 2), 60, 3, 3, 3);
        var gone = story.cohort(YearMonth.of(2025, 3), 60, 30);
        story.send();
        success.eventually(
                "/cohort-cases",
                cases -> assertThat(cases.at("/items/0/findings")).isNotEmpty());
        var table = "/cohorts?from=2025-01&to=2025-03&ages=1";
        var named = accounts(success.json(table));
        assertThat(named).hasSize(5);
        var mine = UUID.fromString(named.getFirst());
        assertThat(gone).contains(mine);
        var admin = success.inRole("admin");
        var producer = new Producer(success.tenant());
        producer.send(producer.account(mine, 0, "Acme", "UTC"));
        success.eventually(
                "/customers/" + mine,
                customer -> assertThat(customer.path("name").asText()).isEqualTo("Acme"));
        admin.patch("/customers/" + mine + "/care", "\"0\"", "{\"manager\":\"success@" + success.tenant() + "\"}")
                .then()
                .statusCode(200);
        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200);

        var red = success.json("/cohort-cases").at("/items/0/id").asText();
        for (var path : List.of(table, "/cohort-cases", "/cohort-cases/" + red)) {
            assertThat(accounts(success.json(path))).as(path).isNotEmpty().containsOnly(mine.toString());
            assertThat(accounts(admin.json(path))).as(path).hasSizeGreaterThan(1);
        }
    }

    private static List<String> accounts(JsonNode answer) {
        return answer.findValuesAsText("accountId").stream().distinct().toList();
    }
}
