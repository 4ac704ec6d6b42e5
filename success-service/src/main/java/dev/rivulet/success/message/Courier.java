package dev.rivulet.success.message;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.message.MessageTable.Due;
import dev.rivulet.success.message.Outlet.Letter;
import dev.rivulet.success.webhook.Delivery;
import dev.rivulet.success.webhook.domain.Retries;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what is due: one transaction that decides and claims, the delivery outside of any, and one that notes how it
 * went. What a killed replica had claimed is delivered again when the claim has run out, under the same id.
 */
@Singleton
class Courier {

    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final ClockedTenants clocked;
    private final MessageTable messages;
    private final SettingsTable settings;
    private final WebhookOutlet webhook;
    private final MailFolderOutlet folder;
    private final TenantClock clock;

    Courier(
            ClockedTenants clocked,
            MessageTable messages,
            SettingsTable settings,
            WebhookOutlet webhook,
            MailFolderOutlet folder,
            TenantClock clock) {
        this.clocked = clocked;
        this.messages = messages;
        this.settings = settings;
        this.webhook = webhook;
        this.folder = folder;
        this.clock = clock;
    }

    @Scheduled(every = "${rivulet.message.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        clocked.visit("messages", this::deliverAll);
    }

    private void deliverAll() {
        var rules = settings.settings();
        var outlet = outlet(rules);
        while (true) {
            var decision = QuarkusTransaction.requiringNew().call(() -> decide(rules, outlet != null));
            if (!decision.more()) {
                return;
            }
            decision.letter().ifPresent(letter -> {
                if (outlet != null) {
                    var delivery = outlet.deliver(letter, rules);
                    QuarkusTransaction.requiringNew().run(() -> note(letter, delivery));
                }
            });
        }
    }

    private @Nullable Outlet outlet(MessageSettings rules) {
        return rules.webhookUrl() != null ? webhook : folder.isOpen() ? folder : null;
    }

    /** What to do with the next one; without a letter there was one that is not to be sent now. */
    private record Decision(boolean more, Optional<Letter> letter) {}

    private Decision decide(MessageSettings rules, boolean open) {
        var now = clock.now();
        var system = clock.systemTime();
        var due = messages.due(now, system).orElse(null);
        if (due == null) {
            return new Decision(false, Optional.empty());
        }
        return new Decision(true, mayGo(due, rules, open, now, system) ? Optional.of(due.letter()) : Optional.empty());
    }

    private boolean mayGo(Due due, MessageSettings rules, boolean open, Instant now, Instant system) {
        var letter = due.letter();
        messages.lock(letter.recipient());
        if (messages.hasOptedOut(letter.recipient())) {
            messages.end(letter.id(), MessageStatus.SUPPRESSED, "unsubscribed", null);
            return false;
        }
        if (!now.isBefore(due.expiresAt())) {
            messages.end(letter.id(), MessageStatus.EXPIRED, null, null);
            return false;
        }
        if (!open) {
            messages.end(letter.id(), MessageStatus.FAILED, "no-channel", null);
            return false;
        }
        var allowed = messages.freeAt(
                        letter.id(), letter.recipient(), rules.most(), Duration.ofDays(rules.withinDays()), now, system)
                .orElse(now);
        var next = rules.quiet().next(allowed, due.zone());
        if (next.isAfter(now)) {
            messages.postpone(letter.id(), next);
            return false;
        }
        messages.claim(letter.id(), system.plus(CLAIM));
        return true;
    }

    private void note(Letter letter, Delivery delivery) {
        switch (delivery) {
            case Delivery.Done done -> messages.end(letter.id(), MessageStatus.SENT, null, clock.now());
            case Delivery.Failed failed -> {
                var attempts =
                        messages.find(letter.id()).map(MessageView::attempts).orElse(Retries.MOST);
                failed.pause(attempts)
                        .ifPresentOrElse(
                                wait -> messages.retry(
                                        letter.id(),
                                        failed.reason(),
                                        clock.systemTime().plus(wait)),
                                () -> messages.end(letter.id(), MessageStatus.FAILED, failed.reason(), null));
            }
        }
    }
}
