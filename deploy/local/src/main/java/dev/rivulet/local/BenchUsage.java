package dev.rivulet.local;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The usage of a tenant's accounts: three metrics, twenty users an account, over three days. Made anew from its number
 * whenever it is needed, so that a million events need no memory.
 */
record BenchUsage(String tenant, List<String> accounts, Instant until) {

    static final String LOG = "usage.events.v1";

    /** One event of the log. */
    record Use(String id, String account, String user, String metric, String quantity, Instant occurredAt) {}

    Use use(int number) {
        var random = new SplittableRandom(number);
        return new Use(
                "evt-" + number,
                accounts.get(random.nextInt(accounts.size())),
                "user-" + random.nextInt(20),
                List.of("api-calls", "storage-gb", "lessons").get(random.nextInt(3)),
                (1 + random.nextInt(99)) + "." + (1 + random.nextInt(9)),
                until.minus(random.nextInt(3 * 86_400_000), ChronoUnit.MILLIS));
    }

    ProducerRecord<String, String> record(int number) {
        var use = use(number);
        var record = new ProducerRecord<>(LOG, use.account(), """
                {"accountId":"%s","userId":"%s","metric":"%s","quantity":"%s","occurredAt":"%s"}""".formatted(
                        use.account(), use.user(), use.metric(), use.quantity(), use.occurredAt()));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", use.id());
        header(record, "ce_source", "/bench");
        header(record, "ce_type", "dev.rivulet.usage.usage.recorded.v1");
        header(record, "ce_time", use.occurredAt().toString());
        header(record, "ce_subject", use.account());
        header(record, "ce_tenant", tenant);
        header(record, "ce_aggregateversion", "0");
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** As wide as the key by which the service knows an event. */
    static UUID key(Use use) {
        return UUID.nameUUIDFromBytes(use.id().getBytes(StandardCharsets.UTF_8));
    }
}
