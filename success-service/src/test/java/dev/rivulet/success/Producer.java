package dev.rivulet.success;

import dev.rivulet.kit.outbox.Envelope;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.testing.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Plays the subscription service towards one tenant. */
public record Producer(String tenant) {

    public static final String ACCOUNTS = "subscription.account.state.v1";
    public static final String SUBSCRIPTIONS = "subscription.subscription.state.v1";
    public static final String INVOICES = "subscription.invoice.events.v1";
    public static final String MRR = "subscription.mrr.events.v1";
    public static final String CLOCKS = "subscription.clock.state.v1";
    public static final String CONTACTS = "subscription.contact.state.v1";
    public static final String DEALS = "subscription.deal.state.v1";
    public static final String DEAL_FACTS = "subscription.deal.events.v1";
    public static final String PAYMENTS = "subscription.payment.events.v1";
    public static final String CREDIT_NOTES = "subscription.credit-note.events.v1";
    public static final String DUNNING = "subscription.dunning.events.v1";
    public static final String RELEASES = "catalog.release.events.v1";
    public static final List<String> TOPICS = List.of(
            ACCOUNTS,
            SUBSCRIPTIONS,
            INVOICES,
            MRR,
            CLOCKS,
            CONTACTS,
            DEALS,
            DEAL_FACTS,
            PAYMENTS,
            CREDIT_NOTES,
            DUNNING,
            RELEASES);
    public static final String BENEFIT = """
        {"metric":"soft-skills-score","unit":"points","baseline":"52","target":"70","withinDays":90}\
        """;

    public ProducerRecord<String, String> account(UUID id, long version, String name, String zone) {
        return record(ACCOUNTS, "account.changed", id, version, """
            {"id":"%s","name":"%s","zone":"%s","currency":"EUR","new":true}\
            """.formatted(id, name, zone));
    }

    public ProducerRecord<String, String> subscription(
            UUID id, UUID account, long version, int seats, LocalDate start) {
        return subscription(id, account, version, seats, start, "ACTIVE", null, BENEFIT);
    }

    public ProducerRecord<String, String> subscription(
            UUID id,
            UUID account,
            long version,
            int seats,
            LocalDate start,
            String status,
            LocalDate end,
            String benefit) {
        return record(SUBSCRIPTIONS, "subscription.changed", id, version, """
            {"id":"%s","accountId":"%s","productId":"%s","planId":"%s","planName":"Team","planVersion":1,
            "price":{"amount":"49.00","currency":"EUR"},"period":"MONTH",
            "propositionId":"%s","propositionVersion":3,"benefit":%s,
            "seats":%d,"status":"%s","startDate":"%s","endDate":%s}\
            """.formatted(
                        id,
                        account,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.nameUUIDFromBytes("proposition".getBytes(StandardCharsets.UTF_8)),
                        benefit,
                        seats,
                        status,
                        start,
                        end == null ? "null" : "\"" + end + "\""));
    }

    /** Of this product, for 49.00 a month; to the end, unless that is null. */
    public ProducerRecord<String, String> holding(
            UUID id, UUID account, UUID product, LocalDate start, LocalDate end, String currency) {
        return record(SUBSCRIPTIONS, "subscription.changed", id, 0, """
            {"id":"%s","accountId":"%s","productId":"%s","planName":"Team","price":{"amount":"49.00","currency":"%s"},
            "period":"MONTH","propositionVersion":0,"seats":5,"status":"%s","startDate":"%s","endDate":%s}\
            """.formatted(
                        id,
                        account,
                        product,
                        currency,
                        end == null ? "ACTIVE" : "CANCELLED",
                        start,
                        end == null ? "null" : "\"" + end + "\""));
    }

    /** What the catalog announces; requesters as JSON. */
    public ProducerRecord<String, String> release(
            UUID id, UUID product, String title, String features, String requesters, Instant at) {
        var event = new Event(
                UUID.randomUUID().toString(),
                "/rivulet/catalog",
                "dev.rivulet.catalog.release.announced.v1",
                tenant,
                id.toString(),
                1,
                """
                {"id":"%s","productId":"%s","title":"%s","notes":"It is **out**.","features":%s,"requesters":%s,
                "announcedAt":"%s"}""".formatted(id, product, title, features, requesters, at),
                null);
        return Envelope.write(RELEASES, event, Instant.now());
    }

    public ProducerRecord<String, String> contact(UUID id, UUID account, long version, String name, String email) {
        return record(CONTACTS, "contact.changed", id, version, """
            {"id":"%s","accountId":"%s","name":"%s","email":"%s","function":"HR head","locale":"de-DE"}\
            """.formatted(id, account, name, email));
    }

    /** The person is no contact any more. */
    public ProducerRecord<String, String> contactGone(UUID id, long version) {
        return record(CONTACTS, "contact.changed", id, version, null);
    }

    /** A deal, with a prospect while the account is null. */
    public ProducerRecord<String, String> deal(UUID id, UUID account, long version, String stage, Instant since) {
        return record(DEALS, "deal.changed", id, version, """
            {"id":"%s","stage":"%s",%s"customerName":"Northwind","productId":"%s","segmentId":"%s",
            "owner":"mila@acme.example","expectedAmount":{"amount":"2988.00","currency":"EUR"},
            "expectedClose":"2026-05-31","seats":25,"subscriptionIds":[],"openedAt":"%s","stageSince":"%s"%s}\
            """.formatted(
                        id,
                        stage,
                        account == null ? "" : "\"accountId\":\"" + account + "\",",
                        named("product"),
                        named("segment"),
                        since,
                        since,
                        stage.equals("LOST") ? ",\"lossReason\":\"PRICE\"" : ""));
    }

    /** The same for the same name: of a product, a segment, a plan. */
    public static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** A fact about money, on one of the topics of facts. */
    public ProducerRecord<String, String> fact(String topic, String type, UUID key, long version, String payload) {
        return record(topic, type, key, version, payload);
    }

    public ProducerRecord<String, String> paymentFailed(UUID payment, UUID account, LocalDate day) {
        return record(PAYMENTS, "payment.failed", payment, 1, """
            {"id":"%s","accountId":"%s","amount":{"amount":"49.00","currency":"EUR"},"method":"STRIPE",
            "code":"insufficient_funds","invoiceIds":[],"failedOn":"%s"}\
            """.formatted(payment, account, day));
    }

    public ProducerRecord<String, String> finalized(UUID id, UUID account, LocalDate due) {
        return record(INVOICES, "invoice.finalized", id, 0, """
            {"id":"%s","number":"INV-1","accountId":"%s","subscriptionId":"%s",
            "total":{"amount":"49.00","currency":"EUR"},"issueDate":"%s","dueDate":"%s",
            "periodStart":"%s","periodEnd":"%s"}\
            """.formatted(
                        id, account, UUID.randomUUID(), due.minusDays(14), due, due.minusDays(14), due.plusDays(16)));
    }

    public ProducerRecord<String, String> paid(UUID id, UUID account, LocalDate due, LocalDate paidOn) {
        return record(INVOICES, "invoice.paid", id, 1, """
            {"id":"%s","number":"INV-1","accountId":"%s","subscriptionId":"%s",
            "total":{"amount":"49.00","currency":"EUR"},"dueDate":"%s","paidOn":"%s"}\
            """.formatted(id, account, UUID.randomUUID(), due, paidOn));
    }

    /** {@code more} is further properties, each with a comma before it. */
    public ProducerRecord<String, String> mrr(
            UUID id,
            UUID account,
            String kind,
            LocalDate on,
            String amount,
            String currency,
            LocalDate recorded,
            String more) {
        return record(MRR, "mrr.moved", account, 0, """
            {"id":"%s","accountId":"%s","subscriptionId":"%s","kind":"%s",
            "amount":{"amount":"%s","currency":"%s"},"date":"%s","recordedAt":"%s"%s}\
            """.formatted(
                        id, account, account, kind, amount, currency, on, MrrStory.at(recorded), more));
    }

    /** A deal in the contract stage; of a prospect without an account. */
    public ProducerRecord<String, String> contracting(UUID deal, UUID account) {
        return record(DEAL_FACTS, "deal.contracting-started", deal, 3, """
                {"dealId":"%s",%s"customerName":"Acme","productId":"%s","segmentId":"%s","propositionId":"%s",
                "propositionVersion":1,"seats":10,"expectedClose":"2026-05-31","owner":"mila"}""".formatted(
                        deal,
                        account == null ? "" : "\"accountId\":\"" + account + "\",",
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID()));
    }

    public ProducerRecord<String, String> won(UUID deal, UUID account) {
        return record(DEAL_FACTS, "deal.won", deal, 4, """
                {"dealId":"%s","accountId":"%s","productId":"%s","segmentId":"%s","propositionId":"%s",
                "propositionVersion":1,"subscriptionId":"%s","subscriptionIds":[],"wonAt":"2026-04-02T12:00:00Z"}""".formatted(
                        deal, account, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
    }

    public ProducerRecord<String, String> lost(UUID deal) {
        return record(DEAL_FACTS, "deal.lost", deal, 4, """
                {"dealId":"%s","productId":"%s","segmentId":"%s","reason":"PRICE","lostAt":"2026-04-02T12:00:00Z"}""".formatted(deal, UUID.randomUUID(), UUID.randomUUID()));
    }

    public ProducerRecord<String, String> suspended(UUID account, LocalDate day) {
        return record(DUNNING, "account.suspended", account, 1, """
                {"accountId":"%s","episode":1,"owed":{"amount":"79.00","currency":"EUR"},"suspendedOn":"%s"}""".formatted(account, day));
    }

    public ProducerRecord<String, String> clock(Instant now) {
        var id = UUID.nameUUIDFromBytes(tenant.getBytes(StandardCharsets.UTF_8));
        return record(CLOCKS, "clock.moved", id, now.toEpochMilli(), "{\"now\":\"" + now + "\"}");
    }

    private ProducerRecord<String, String> record(String topic, String type, UUID key, long version, String payload) {
        var event = new Event(
                UUID.randomUUID().toString(),
                "/rivulet/subscription",
                "dev.rivulet.subscription." + type + ".v1",
                tenant,
                key.toString(),
                version,
                payload,
                null);
        return Envelope.write(topic, event, Instant.now());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final void send(ProducerRecord<String, String>... records) {
        Topic.send(List.of(records));
    }
}
