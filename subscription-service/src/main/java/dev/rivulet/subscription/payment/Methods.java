package dev.rivulet.subscription.payment;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.PayerMethodChanged;
import dev.rivulet.subscription.account.domain.CollectionMethod;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.payment.provider.Providers;
import dev.rivulet.subscription.payment.provider.SandboxCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds, prefers and removes ways to pay, and finds the one to collect by. */
@ApplicationScoped
@Transactional
class Methods {

    private final MethodRepository methods;
    private final Providers providers;
    private final Accounts accounts;
    private final Invoicing invoicing;
    private final CollectingTenants collecting;
    private final TenantClock clock;
    private final Sql sql;
    private final Tenants tenants;
    private final Event<PayerMethodChanged> changes;

    Methods(
            MethodRepository methods,
            Providers providers,
            Accounts accounts,
            Invoicing invoicing,
            CollectingTenants collecting,
            TenantClock clock,
            Sql sql,
            Tenants tenants,
            Event<PayerMethodChanged> changes) {
        this.methods = methods;
        this.providers = providers;
        this.accounts = accounts;
        this.invoicing = invoicing;
        this.collecting = collecting;
        this.clock = clock;
        this.sql = sql;
        this.tenants = tenants;
        this.changes = changes;
    }

    MethodView add(UUID account, MethodRequest request) {
        var payer = accounts.hold(account).orElseThrow(() -> Rejected.notFound("account", account));
        requireUsable(request);
        invoicing.lockPayer(account);
        var method = new Method();
        method.accountId = account;
        method.type = request.type();
        method.token = request.token();
        method.customerToken = request.customerToken();
        method.label = request.label();
        method.automatic =
                Objects.requireNonNullElse(request.automatic(), request.type() != PaymentMethod.BANK_TRANSFER);
        method.createdAt = clock.now();
        // The first is what is used; a later one only when it is preferred.
        method.preferred = methods.preferred(account).isEmpty();
        methods.persistAndFlush(method);
        collecting.remember();
        if (method.preferred) {
            tell(method, payer.currency());
        }
        return view(method);
    }

    private void requireUsable(MethodRequest request) {
        var bank = request.type() == PaymentMethod.BANK_TRANSFER;
        var token = request.token();
        if (bank && token != null) {
            throw Rejected.invalid("token-not-for-bank", "/token");
        }
        if (!bank && token == null) {
            throw Rejected.invalid("token-needed", "/token");
        }
        if (bank && Boolean.TRUE.equals(request.automatic())) {
            throw Rejected.unprocessable("bank-not-automatic", "/automatic");
        }
        if (!bank && !providers.of(request.type()).orElseThrow().isAvailable()) {
            throw Rejected.unprocessable("provider-not-available", "/type", request.type());
        }
        if (request.type() == PaymentMethod.CARD_SANDBOX && !SandboxCard.knows(String.valueOf(token))) {
            throw Rejected.invalid("sandbox-token-unknown", "/token");
        }
    }

    MethodView prefer(UUID account, UUID id, @Nullable String ifMatch) {
        var method = locked(account, id);
        Etag.require(ifMatch, method.version);
        methods.preferred(account).filter(other -> !other.id.equals(id)).ifPresent(other -> {
            other.preferred = false;
            // Gone before the next is written: one only is preferred at any moment.
            methods.flush();
        });
        method.preferred = true;
        methods.flush();
        tell(method, accounts.look(account).orElseThrow().currency());
        return view(method);
    }

    void remove(UUID account, UUID id, @Nullable String ifMatch) {
        var method = locked(account, id);
        Etag.require(ifMatch, method.version);
        var wasPreferred = method.preferred;
        method.preferred = false;
        method.removedAt = clock.now();
        if (wasPreferred) {
            // Without a default there is only what the customer sends by itself.
            var currency = accounts.look(account).orElseThrow().currency();
            changes.fire(new PayerMethodChanged(account, CollectionMethod.BANK_TRANSFER, new Money(1, currency)));
        }
    }

    private Method locked(UUID account, UUID id) {
        if (accounts.hold(account).isEmpty()) {
            throw Rejected.notFound("payment-method", id);
        }
        invoicing.lockPayer(account);
        return mine(account, id).orElseThrow(() -> Rejected.notFound("payment-method", id));
    }

    private Optional<Method> mine(UUID account, UUID id) {
        return methods.findByIdOptional(id)
                .filter(method -> method.accountId.equals(account) && method.removedAt == null);
    }

    List<MethodView> list(UUID account, UUID after, int limit) {
        if (accounts.look(account).isEmpty()) {
            throw Rejected.notFound("account", account);
        }
        return methods.ofAccount(account, after, limit).stream().map(this::view).toList();
    }

    /** The method somebody wants to collect by. */
    Method forCollection(UUID account, @Nullable UUID id) {
        var method = id == null
                ? methods.preferred(account)
                        .orElseThrow(() -> Rejected.unprocessable("payment-method-missing", "/accountId"))
                : mine(account, id)
                        .orElseThrow(() -> Rejected.unprocessable("payment-method-unknown", "/methodId", id));
        if (method.type == PaymentMethod.BANK_TRANSFER) {
            throw Rejected.unprocessable("method-not-collectable", "/methodId");
        }
        return method;
    }

    @Nullable
    Method automatic(UUID account) {
        return methods.preferred(account).filter(method -> method.automatic).orElse(null);
    }

    /** Of some payers those who pay by themselves. */
    List<UUID> amongAutomatic(List<UUID> payers) {
        return sql.query(
                "SELECT account_id FROM payment_method WHERE tenant_id = ? AND preferred AND automatic"
                        + " AND account_id = ANY (?::uuid[]) ORDER BY account_id",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                payers.stream().map(UUID::toString).toArray(String[]::new));
    }

    boolean isDisputed(UUID account) {
        return !sql.query(
                        "SELECT 1 FROM payment_dispute WHERE tenant_id = ? AND account_id = ? AND status = 'OPEN' LIMIT 1",
                        row -> row.getInt(1),
                        tenants.current(),
                        account)
                .isEmpty();
    }

    private MethodView view(Method method) {
        var currency = accounts.look(method.accountId).orElseThrow().currency();
        return MethodView.of(method, providers.minimum(method.type, currency));
    }

    private void tell(Method method, Currency currency) {
        changes.fire(new PayerMethodChanged(
                method.accountId, collectedBy(method.type), providers.minimum(method.type, currency)));
    }

    private static CollectionMethod collectedBy(PaymentMethod type) {
        return switch (type) {
            case BANK_TRANSFER -> CollectionMethod.BANK_TRANSFER;
            case CARD_SANDBOX, STRIPE -> CollectionMethod.CARD;
        };
    }
}
