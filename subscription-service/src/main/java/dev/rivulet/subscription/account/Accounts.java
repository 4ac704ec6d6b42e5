package dev.rivulet.subscription.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.subscription.events.AccountChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens and changes accounts. */
@ApplicationScoped
@Transactional
public class Accounts {

    /** What is needed to bill an account. */
    public record Payer(UUID id, ZoneId zone, Currency currency) {}

    private final AccountRepository accounts;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final TenantClock clock;
    private final Event<ZoneChanged> zoneChanges;

    Accounts(
            AccountRepository accounts,
            MergePatch mergePatch,
            Outbox outbox,
            TenantClock clock,
            Event<ZoneChanged> zoneChanges) {
        this.accounts = accounts;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
        this.clock = clock;
        this.zoneChanges = zoneChanges;
    }

    AccountView open(AccountRequest request) {
        var account = new Account();
        account.name = request.name();
        account.zone = request.zone();
        account.currency = request.currency();
        account.email = request.email();
        account.createdAt = clock.now();
        accounts.persist(account);
        return published(account);
    }

    AccountView change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var account = accounts.get(id);
        Etag.require(ifMatch, account.version);
        var changed = mergePatch.apply(account.asRequested(), patch);
        if (!changed.currency().equals(account.currency)) {
            throw Rejected.unprocessable("currency-fixed", "/currency", account.currency);
        }
        var moved = !changed.zone().equals(account.zone);
        account.name = changed.name();
        account.zone = changed.zone();
        account.email = changed.email();
        var view = published(account);
        if (moved) {
            zoneChanges.fire(new ZoneChanged(id, ZoneId.of(account.zone)));
        }
        return view;
    }

    /**
     * The account as it is to be billed, empty if there is none. Its zone and currency stay as returned until the
     * transaction ends.
     */
    public Optional<Payer> payer(UUID id) {
        return accounts.findByIdOptional(id, LockModeType.PESSIMISTIC_READ)
                .map(account -> new Payer(id, ZoneId.of(account.zone), Currency.getInstance(account.currency)));
    }

    private AccountView published(Account account) {
        accounts.flush();
        outbox.publish(AccountChanged.TYPE, account.id, account.version, account.asChanged());
        return AccountView.of(account);
    }
}
