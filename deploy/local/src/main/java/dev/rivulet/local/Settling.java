package dev.rivulet.local;

import dev.rivulet.local.Invariant.Kind;
import dev.rivulet.local.Invariant.Query;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Whether every event has left its outbox and has been taken by all its consumers. */
final class Settling {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int QUIET_LOOKS = 3;

    private final Endpoints endpoints;

    Settling(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** Waits; an empty list means settled, otherwise it says what is still under way at the deadline. */
    List<String> await(Duration patience) throws InterruptedException, ExecutionException, SQLException {
        Instant deadline = Instant.now().plus(patience);
        int quiet = 0;
        try (var admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, endpoints.bootstrapServers()))) {
            while (true) {
                var underWay = new ArrayList<>(waitingInOutboxes());
                underWay.addAll(notYetTaken(admin));
                // A consumer may be about to answer an event with one of its own.
                quiet = underWay.isEmpty() ? quiet + 1 : 0;
                if (quiet == QUIET_LOOKS || Instant.now().isAfter(deadline)) {
                    return underWay;
                }
                Thread.sleep(POLL);
            }
        }
    }

    private List<String> waitingInOutboxes() throws SQLException {
        var check = new InvariantCheck(endpoints);
        var waiting = new ArrayList<String>();
        for (String database : Databases.SERVICES) {
            var count = new Query(Kind.NONE, database, "SELECT count(*) FROM outbox HAVING count(*) > 0");
            check.rows(count).forEach(rows -> waiting.add(rows + " events in the outbox of " + database));
        }
        return waiting;
    }

    private static List<String> notYetTaken(Admin admin) throws InterruptedException, ExecutionException {
        var lagging = new ArrayList<String>();
        for (var group : admin.listGroups().all().get()) {
            var committed = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            committed.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
            var ends = admin.listOffsets(latest).all().get();
            committed.forEach((partition, taken) -> {
                var end = ends.get(partition);
                if (end != null && end.offset() > taken.offset()) {
                    lagging.add(end.offset() - taken.offset() + " events of " + partition + " for " + group.groupId());
                }
            });
        }
        return lagging;
    }
}
