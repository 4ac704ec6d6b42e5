package dev.rivulet.success.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TimelineTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final UUID SOURCE = UUID.randomUUID();

    @Inject
    Timeline timeline;

    @Inject
    Tenants tenants;

    private final Caller success = Caller.fresh();

    @Test
    void shouldReadWhatEveryFeatureTellsLatestFirstPageByPage() {
        var account = success.customer(10);
        var first = NOON.minusSeconds(3_600_000);
        var told = new ArrayList<TimelineEntry>();
        for (var hour = 0; hour < 25; hour++) {
            told.add(entry(account, EntryKind.SCORE_CHANGED, first.plusSeconds(3_600L * (hour / 2)), hour, "" + hour));
        }
        told.add(entry(account, EntryKind.TASK_OPENED, NOON, 0, "task"));
        tell(told);

        var path = "/customers/" + account + "/timeline?limit=7&until=2025-03-02T00:00:00Z&from=2025-01-01T00:00:00Z";
        var read = new ArrayList<String>();
        for (var page = success.json(path); ; ) {
            page.path("items").forEach(item -> read.add(item.at("/facts/n").asText()));
            if (!page.has("nextCursor")) {
                break;
            }
            page = success.json(path + "&cursor=" + page.path("nextCursor").asText());
        }
        assertThat(read).hasSize(26).doesNotHaveDuplicates().startsWith("task");
        assertThat(read.subList(1, 26).stream()
                        .map(n -> Integer.parseInt(n) / 2)
                        .toList())
                .isSortedAccordingTo((one, other) -> other - one);

        var hours = "from=" + first + "&until=" + first.plusSeconds(3_600);
        assertThat(numbers(success.json("/customers/" + account + "/timeline?" + hours)))
                .containsExactlyInAnyOrder("0", "1");
        assertThat(numbers(success.json("/customers/" + account + "/timeline?kind=TASK_OPENED")))
                .containsExactly("task");
    }

    @Test
    void shouldTakeTheSameThingToldAgainForTheSame() {
        var account = success.customer(10);
        tell(List.of(
                entry(account, EntryKind.TASK_OPENED, NOON, 0, "old"),
                entry(account, EntryKind.TASK_OPENED, NOON, 0, "new")));
        tell(List.of(entry(account, EntryKind.TASK_OPENED, NOON, 0, "newest")));
        assertThat(numbers(success.json("/customers/" + account + "/timeline?kind=TASK_OPENED")))
                .containsExactly("newest");
    }

    @Test
    void shouldForgetWhatASnapshotTellsNoMore() {
        var account = success.customer(10);
        tell(List.of(
                entry(account, EntryKind.TASK_OPENED, NOON, 0, "a"),
                entry(account, EntryKind.TASK_OPENED, NOON, 1, "b"),
                TimelineEntry.of(account, EntryKind.TASK_OPENED, NOON, UUID.randomUUID(), Map.of("n", "other"))));
        tenants.as(
                success.tenant(),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    timeline.replace(account, SOURCE, List.of(entry(account, EntryKind.TASK_OPENED, NOON, 1, "c")));
                    return true;
                }));
        assertThat(numbers(success.json("/customers/" + account + "/timeline?kind=TASK_OPENED")))
                .containsExactlyInAnyOrder("c", "other");
    }

    @Test
    void shouldBeHiddenFromOtherTenants() {
        var account = success.customer(10);
        Caller.fresh().get("/customers/" + account + "/timeline").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=GOSSIP, ?kind, parameter-invalid",
        "from=yesterday, ?from, parameter-invalid",
        "from=2025-03-02T00:00:00Z&until=2025-03-01T00:00:00Z, ?until, range-backwards",
        "cursor=nonsense, ?cursor, cursor-invalid",
        "limit=0, ?limit, limit-invalid",
        "sort=kind, ?sort, unknown-parameter",
    })
    void shouldPointAtTheFault(String query, String pointer, String code) {
        var account = success.customer(10);
        success.get("/customers/" + account + "/timeline?" + query)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    private static TimelineEntry entry(UUID account, EntryKind kind, Instant at, int key, String number) {
        return TimelineEntry.of(account, kind, at, SOURCE, Map.of("n", number)).keyed("" + key);
    }

    private void tell(List<TimelineEntry> entries) {
        tenants.as(
                success.tenant(),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    timeline.append(entries);
                    return true;
                }));
    }

    private static List<String> numbers(JsonNode page) {
        var numbers = new ArrayList<String>();
        page.path("items").forEach(item -> numbers.add(item.at("/facts/n").asText()));
        return numbers;
    }
}
