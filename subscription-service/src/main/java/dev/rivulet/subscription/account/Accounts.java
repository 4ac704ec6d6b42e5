package dev.rivulet.subscription.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.subscription.events.AccountChanged;
import dev.rivulet.subscription.tax.TaxRates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens and changes accounts. */
@ApplicationScoped
@Transactional
public class Accounts {

    /**
     * What is needed to bill an account.
     *
     * @param payerId who pays for it: itself, or an account above
     * @param country ISO 3166-1 alpha-2
     */
    public record Payer(
            UUID id,
            ZoneId zone,
            Currency currency,
            UUID payerId,
            @Nullable String country) {}

    private final AccountRepository accounts;
    private final Hierarchy hierarchy;
    private final LegalEntities legalEntities;
    private final TaxRates taxRates;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final TenantClock clock;
    private final Event<ZoneChanged> zoneChanges;
    private final Event<PayerChanged> payerChanges;
    private final Event<InvoicingChanged> invoicingChanges;

    Accounts(
            AccountRepository accounts,
            Hierarchy hierarchy,
            LegalEntities legalEntities,
            TaxRates taxRates,
            MergePatch mergePatch,
            Outbox outbox,
            TenantClock clock,
            Event<ZoneChanged> zoneChanges,
            Event<PayerChanged> payerChanges,
            Event<InvoicingChanged> invoicingChanges) {
        this.accounts = accounts;
        this.hierarchy = hierarchy;
        this.legalEntities = legalEntities;
        this.taxRates = taxRates;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
        this.clock = clock;
        this.zoneChanges = zoneChanges;
        this.payerChanges = payerChanges;
        this.invoicingChanges = invoicingChanges;
    }

    public AccountView open(AccountRequest request) {
        check(request);
        var account = new Account();
        account.currency = request.currency();
        account.createdAt = clock.now();
        account.take(request);
        accounts.persist(account);
        if (request.parentId() != null || Boolean.TRUE.equals(request.rollUp())) {
            accounts.flush();
            hierarchy.place(account, request.parentId(), Boolean.TRUE.equals(request.rollUp()));
            account.payerId = hierarchy.payerOf(account);
        }
        return published(account);
    }

    AccountView change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var account = accounts.get(id);
        Etag.require(ifMatch, account.version);
        var changed = mergePatch.apply(account.asRequested(), patch);
        if (!changed.currency().equals(account.currency)) {
            throw Rejected.unprocessable("currency-fixed", "/currency", account.currency);
        }
        check(changed);
        var moved = !changed.zone().equals(account.zone);
        var before = account.asRequested();
        account.take(changed);
        var rollUp = Boolean.TRUE.equals(changed.rollUp());
        if (!Objects.equals(changed.parentId(), account.parentId) || rollUp != account.rollUp) {
            var affected = hierarchy.place(account, changed.parentId(), rollUp);
            affected.forEach(each -> findPayer(each, !each.id.equals(id)));
        }
        var view = published(account);
        if (!Objects.equals(before.billingDay(), changed.billingDay())
                || !Objects.equals(before.minimum(), changed.minimum())) {
            invoicingChanges.fire(new InvoicingChanged(id));
        }
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
        return accounts.findByIdOptional(id, LockModeType.PESSIMISTIC_READ).map(Account::asPayer);
    }

    /** The names of accounts, for documents. */
    public List<Named> named(List<UUID> ids) {
        return accounts.list("id in ?1", ids).stream()
                .map(account -> new Named(account.id, account.name, account.country, account.taxId))
                .toList();
    }

    /** An account as documents show it. */
    public record Named(
            UUID id,
            String name,
            @Nullable String country,
            @Nullable String taxId) {}

    private void findPayer(Account account, boolean publish) {
        var before = account.payer();
        var now = hierarchy.payerOf(account);
        if (!now.equals(before)) {
            account.payerId = now;
            if (publish) {
                published(account);
            }
            payerChanges.fire(new PayerChanged(account.id, before, now));
        }
    }

    private void check(AccountRequest request) {
        var minimum = request.minimum();
        if (minimum != null && !minimum.amount().currency().getCurrencyCode().equals(request.currency())) {
            throw Rejected.unprocessable(
                    "currency-mismatch",
                    "/minimum/amount/currency",
                    minimum.amount().currency(),
                    request.currency());
        }
        if (minimum != null && minimum.amount().isNegative()) {
            throw Rejected.invalid("amount-negative", "/minimum/amount/amount");
        }
        if (request.legalEntity() != null) {
            legalEntities.require(request.legalEntity());
        }
        if (request.tax() != null && request.tax().code() != null) {
            taxRates.requireCode(request.tax().code(), "/tax/code");
        }
    }

    /** How it is invoiced follows how it pays: by card, say, what is too small for the card's provider is carried on. */
    void onMethodChanged(@Observes PayerMethodChanged change) {
        var account = accounts.get(change.accountId());
        var before = account.collectionMethod;
        account.payBy(change.method(), change.minimum());
        if (account.collectionMethod != before) {
            published(account);
        } else {
            accounts.flush();
        }
        invoicingChanges.fire(new InvoicingChanged(account.id));
    }

    /** Waits for an account that is about to change; who locks its payer too does so afterwards. */
    public Optional<Payer> hold(UUID id) {
        return accounts.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(Account::asPayer);
    }

    /** The accounts that an account pays for, itself among them. */
    public List<UUID> paidBy(UUID payer) {
        return accounts.list("payerId = ?1 order by id", payer).stream()
                .map(account -> account.id)
                .toList();
    }

    /** What the account is called, empty if there is none. */
    public Optional<String> name(UUID id) {
        return accounts.findByIdOptional(id).map(account -> account.name);
    }

    /** The account as it is to be billed, which may change before the transaction ends; its currency never does. */
    public Optional<Payer> look(UUID id) {
        return accounts.findByIdOptional(id).map(Account::asPayer);
    }

    /** Names by account, of those that exist. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return accounts.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(account -> account.id, account -> account.name));
    }

    private AccountView published(Account account) {
        accounts.flush();
        outbox.publish(AccountChanged.TYPE, account.id, account.version, account.asChanged());
        return AccountView.of(account);
    }
}
