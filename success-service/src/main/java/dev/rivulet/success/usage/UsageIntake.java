package dev.rivulet.success.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.problem.Texts;
import dev.rivulet.success.input.Happened;
import dev.rivulet.success.usage.UsageReceipt.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Takes batches in: the good events go to the usage log, the others are returned with the reason. */
@Singleton
class UsageIntake {

    private final UsageLog log;
    private final TenantClock clock;

    UsageIntake(UsageLog log, TenantClock clock) {
        this.log = log;
        this.clock = clock;
    }

    private record Key(String source, String id) {}

    /**
     * Returns when Kafka has acknowledged every accepted event. An event that says something else than an earlier one
     * of the same id in the batch is not accepted; it goes to the log all the same, so that it is kept as a conflict.
     */
    UsageReceipt take(List<JsonNode> events, Texts texts) {
        var now = clock.now();
        // A test clock stands still, and comes here by an event that what is used after it may overtake.
        var sandbox = clock.isSandbox();
        var good = new ArrayList<UsageEvent>(events.size());
        var first = HashMap.<Key, UsageEvent>newHashMap(events.size());
        var rejected = new ArrayList<Refusal>();
        for (var index = 0; index < events.size(); index++) {
            try {
                var event = UsageEvent.read(events.get(index));
                if (!sandbox) {
                    Happened.at(event.occurredAt(), now, "/occurredAt");
                }
                good.add(event);
                var before = first.putIfAbsent(new Key(event.source(), event.id()), event);
                if (before != null && !before.saysTheSameAs(event)) {
                    throw Rejected.invalid("event-conflict", "/id", event.id());
                }
            } catch (Rejected fault) {
                rejected.add(new Refusal(
                        index,
                        fault.code(),
                        "/events/" + index + fault.pointer(),
                        texts.of(fault.code(), fault.arguments())));
            }
        }
        log.append(good, now);
        return new UsageReceipt(events.size() - rejected.size(), rejected);
    }
}
