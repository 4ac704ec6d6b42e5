package dev.rivulet.subscription.usage;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.usage.domain.Aggregation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The feature as billing sees it, and what it tells. */
@ApplicationScoped
public class Counting {

    private final Tenants tenants;
    private final UsageCount count;
    private final UsageReading reading;
    private final UsageBilling billing;
    private final Queue<UsageGrew> told = new ConcurrentLinkedQueue<>();

    Counting(Tenants tenants, UsageCount count, UsageReading reading, UsageBilling billing) {
        this.tenants = tenants;
        this.count = count;
        this.reading = reading;
        this.billing = billing;
    }

    void heard(@Observes UsageGrew grew) {
        told.add(grew);
    }

    List<UsageGrew> told(UUID account) {
        return told.stream().filter(grew -> grew.accountId().equals(account)).toList();
    }

    <T> T in(String tenant, Supplier<T> work) {
        return tenants.as(tenant, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    /** As one batch of the consumer. */
    void count(String tenant, List<UsageFact> facts) {
        in(tenant, () -> count.add(facts)).run();
    }

    Reading read(String tenant, UUID account, Aggregation aggregation, String from, String to) {
        return in(
                tenant, () -> reading.read(account, "calls", aggregation, LocalDate.parse(from), LocalDate.parse(to)));
    }

    List<Reading> read(String tenant, List<Question> questions) {
        return in(tenant, () -> reading.read(questions));
    }

    Reading take(String tenant, UUID account, String from, String to) {
        var question = new Question(account, "calls", Aggregation.SUM, LocalDate.parse(from), LocalDate.parse(to));
        return in(tenant, () -> billing.take(List.of(question))).getFirst();
    }

    void billedThrough(String tenant, UUID account, String metric, LocalDate to) {
        in(tenant, () -> {
            billing.billedThrough(account, metric, to);
            return true;
        });
    }

    List<Correction> claim(String tenant, UUID account) {
        return in(tenant, () -> billing.claimCorrections(account));
    }

    List<UUID> toCorrect(String tenant) {
        return in(tenant, () -> billing.accountsToCorrect(new UUID(0, 0), 10));
    }

    /** Like another account of the tenant in everything but its id and zone. */
    static void open(UUID id, UUID like, String zone) {
        Sql.run("INSERT INTO account SELECT (jsonb_populate_record(a, jsonb_build_object('id', '" + id + "', 'zone', '"
                + zone + "'))).* FROM account a WHERE id = '" + like + "'");
    }

    static void move(UUID id, String zone) {
        Sql.run("UPDATE account SET zone = '" + zone + "' WHERE id = '" + id + "'");
    }
}
