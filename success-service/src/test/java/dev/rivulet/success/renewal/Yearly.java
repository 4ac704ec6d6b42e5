package dev.rivulet.success.renewal;

import dev.rivulet.success.Producer;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A subscription paid by the year, or by another period, as the subscription service tells of it. */
record Yearly(Producer producer, UUID id, UUID account, LocalDate start, String period) {

    /** The subscription of the account's id, as its movements of revenue are of. */
    static Yearly of(Producer producer, UUID account, LocalDate start) {
        return new Yearly(producer, account, account, start, "YEAR");
    }

    Yearly every(String other) {
        return new Yearly(producer, id, account, start, other);
    }

    ProducerRecord<String, String> state(long version, String price, LocalDate end) {
        return state(version, price, end, start);
    }

    ProducerRecord<String, String> state(long version, String price, LocalDate end, LocalDate anchor) {
        return producer.fact(Producer.SUBSCRIPTIONS, "subscription.changed", id, version, """
                {"id":"%s","accountId":"%s","productId":"%s","planId":"%s","planName":"Team, yearly","planVersion":1,
                "price":{"amount":"%s","currency":"EUR"},"period":"%s","propositionId":"%s","propositionVersion":1,
                "seats":10,"status":"ACTIVE","phase":"RUNNING","startDate":"%s"%s,
                "anchor":{"first":"%s","day":%d}}""".formatted(
                        id,
                        account,
                        Producer.named("product"),
                        Producer.named("plan"),
                        price,
                        period,
                        Producer.named("proposition"),
                        start,
                        end == null ? "" : ",\"endDate\":\"" + end + "\"",
                        anchor,
                        anchor.getDayOfMonth()));
    }
}
