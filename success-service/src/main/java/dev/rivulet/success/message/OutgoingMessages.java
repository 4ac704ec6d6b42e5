package dev.rivulet.success.message;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.message.MessageTable.Due;
import dev.rivulet.success.message.Outlet.Letter;
import dev.rivulet.success.webhook.Deliveries;
import dev.rivulet.success.webhook.Delivery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Delivers the messages that are due and may go out now. */
@Singleton
class OutgoingMessages implements Deliveries.Queue<OutgoingMessages.Outgoing> {

    private final ClockedTenants clocked;
    private final Deliveries deliveries;
    private final MessageTable messages;
    private final SettingsTable settings;
    private final WebhookOutlet webhook;
    private final MailFolderOutlet folder;
    private final TenantClock clock;

    OutgoingMessages(
            ClockedTenants clocked,
            Deliveries deliveries,
            MessageTable messages,
            SettingsTable settings,
            WebhookOutlet webhook,
            MailFolderOutlet folder,
            TenantClock clock) {
        this.clocked = clocked;
        this.deliveries = deliveries;
        this.messages = messages;
        this.settings = settings;
        this.webhook = webhook;
        this.folder = folder;
        this.clock = clock;
    }

    /** A message, and the way it leaves on. */
    record Outgoing(Letter letter, int attempt, Outlet outlet, MessageSettings rules) {}

    @Scheduled(every = "${rivulet.message.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        clocked.visit("messages", () -> deliveries.round(this));
    }

    /** What is not to be sent now is decided on the way, each in a transaction of its own. */
    @Override
    public Optional<Outgoing> claim(Instant now, Instant until, Set<String> failing) {
        while (failing.isEmpty()) {
            var decision = QuarkusTransaction.requiringNew().call(() -> decide(now, until));
            if (decision.isLast()) {
                return decision.outgoing();
            }
        }
        return Optional.empty();
    }

    /** All leave on one way, so that none is tried any more once one has failed. */
    @Override
    public String channel(Outgoing message) {
        return "messages";
    }

    @Override
    public int attempt(Outgoing message) {
        return message.attempt();
    }

    @Override
    public Delivery handOver(Outgoing message) {
        return message.outlet().deliver(message.letter(), message.rules());
    }

    @Override
    public void delivered(Outgoing message) {
        messages.end(message.letter().id(), MessageStatus.SENT, null, clock.now());
    }

    @Override
    public void retry(Outgoing message, String reason, Instant at) {
        messages.retry(message.letter().id(), reason, at);
    }

    @Override
    public void giveUp(Outgoing message, String reason) {
        messages.end(message.letter().id(), MessageStatus.FAILED, reason, null);
    }

    /** About the next one: there is none, it goes out, or it does not and there may be another. */
    private record Decision(boolean isLast, Optional<Outgoing> outgoing) {}

    private Decision decide(Instant system, Instant until) {
        var now = clock.now();
        var due = messages.due(now, system).orElse(null);
        if (due == null) {
            return new Decision(true, Optional.empty());
        }
        var outgoing = outgoing(due, now, system);
        outgoing.ifPresent(message -> messages.claim(message.letter().id(), until));
        return new Decision(outgoing.isPresent(), outgoing);
    }

    private Optional<Outgoing> outgoing(Due due, Instant now, Instant system) {
        var letter = due.letter();
        messages.lock(letter.recipient());
        if (messages.hasOptedOut(letter.recipient())) {
            messages.end(letter.id(), MessageStatus.SUPPRESSED, "unsubscribed", null);
            return Optional.empty();
        }
        if (!now.isBefore(due.expiresAt())) {
            messages.end(letter.id(), MessageStatus.EXPIRED, null, null);
            return Optional.empty();
        }
        var rules = settings.settings();
        var outlet = rules.webhookUrl() != null ? webhook : folder.isOpen() ? folder : null;
        if (outlet == null) {
            messages.end(letter.id(), MessageStatus.FAILED, "no-channel", null);
            return Optional.empty();
        }
        var allowed = messages.freeAt(
                        letter.id(), letter.recipient(), rules.most(), Duration.ofDays(rules.withinDays()), now, system)
                .orElse(now);
        var next = rules.quiet().next(allowed, due.zone());
        if (next.isAfter(now)) {
            messages.postpone(letter.id(), next);
            return Optional.empty();
        }
        return Optional.of(new Outgoing(letter, due.attempts() + 1, outlet, rules));
    }
}
