package dev.rivulet.success;

import dev.rivulet.kit.testing.Topic;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Movements of recurring revenue of one tenant, as the subscription service tells them. */
public final class MrrStory {

    private final Producer producer;
    private final List<ProducerRecord<String, String>> records = new ArrayList<>();

    public MrrStory(Producer producer) {
        this.producer = producer;
    }

    public List<ProducerRecord<String, String>> records() {
        return records;
    }

    /** Recorded on the day itself. */
    public MrrStory moved(UUID account, String kind, LocalDate on, String amount) {
        return moved(account, kind, on, amount, "EUR", on, "");
    }

    public MrrStory moved(
            UUID account, String kind, LocalDate on, String amount, String currency, LocalDate recorded, String more) {
        records.add(producer.mrr(UUID.randomUUID(), account, kind, on, amount, currency, recorded, more));
        return this;
    }

    /** So many customers of 100.00 that start in a month; of each following month, so many that go. */
    public List<UUID> cohort(YearMonth start, int customers, int... lost) {
        var accounts = new ArrayList<UUID>();
        for (var i = 0; i < customers; i++) {
            var account = UUID.randomUUID();
            accounts.add(account);
            moved(account, "NEW", start.atDay(1 + i % 28), "100.00");
        }
        var next = 0;
        for (var age = 1; age <= lost.length; age++) {
            for (var i = 0; i < lost[age - 1]; i++) {
                moved(accounts.get(next++), "CHURN", start.plusMonths(age).atDay(1 + i % 28), "-100.00");
            }
        }
        return accounts;
    }

    public void send() {
        Topic.send(records);
        records.clear();
    }

    static String at(LocalDate day) {
        return day.atTime(9, 0).toInstant(ZoneOffset.UTC).toString();
    }
}
