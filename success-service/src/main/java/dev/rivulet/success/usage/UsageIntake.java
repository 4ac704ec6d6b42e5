package dev.rivulet.success.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.problem.Texts;
import dev.rivulet.success.usage.UsageReceipt.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Takes batches in: the good events go to the usage log, the others are returned with the reason. */
@Singleton
class UsageIntake {

    private final UsageLog log;

    UsageIntake(UsageLog log) {
        this.log = log;
    }

    /** Returns when Kafka has acknowledged every accepted event. */
    UsageReceipt take(List<JsonNode> events, Texts texts) {
        var accepted = new ArrayList<UsageEvent>(events.size());
        var rejected = new ArrayList<Refusal>();
        for (var index = 0; index < events.size(); index++) {
            try {
                accepted.add(UsageEvent.read(events.get(index)));
            } catch (Rejected fault) {
                rejected.add(new Refusal(
                        index,
                        fault.code(),
                        "/events/" + index + fault.pointer(),
                        texts.of(fault.code(), fault.arguments())));
            }
        }
        log.append(accepted);
        return new UsageReceipt(accepted.size(), rejected);
    }
}
