package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.account.HeldAccounts;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.lifecycle.Agreeing.Prices;
import dev.rivulet.subscription.lifecycle.Keeping.Signed;
import dev.rivulet.subscription.lifecycle.Keeping.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs subscriptions: pins plan and promise, and charges what is due at once in the same transaction. */
@ApplicationScoped
@Transactional
public class Subscribing {

    private final Accounts accounts;
    private final HeldAccounts held;
    private final Agreeing agreeing;
    private final Keeping keeping;
    private final Billing billing;

    Subscribing(Accounts accounts, HeldAccounts held, Agreeing agreeing, Keeping keeping, Billing billing) {
        this.accounts = accounts;
        this.held = held;
        this.agreeing = agreeing;
        this.keeping = keeping;
        this.billing = billing;
    }

    /** Signs at the plan's price and the proposition's promise of today. */
    SubscriptionView subscribe(SubscriptionRequest request) {
        var payer = known(accounts.payer(request.accountId()).orElse(null), request);
        return sign(agreeing.today(request, payer, new Prices()));
    }

    /** Signs what was quoted and promised earlier, whatever the catalog says today. */
    public SubscriptionView subscribe(SubscriptionRequest request, Quoted quoted) {
        var payer = known(accounts.payer(request.accountId()).orElse(null), request);
        return sign(agreeing.quoted(request, payer, quoted));
    }

    private SubscriptionView sign(Agreement agreement) {
        billing.lock(agreement.payer().payerId());
        return begin(List.of(wanted(agreement))).getFirst();
    }

    /**
     * Signs as many as it can at once, each as if it were alone, in about as few statements as one. Of several for the
     * same payer, the first: each has an invoice of its own. The others are left without an answer.
     */
    void sign(List<Signing> all) {
        var agreements = agree(all);
        billing.lock(
                agreements.values().stream().map(each -> each.payer().payerId()).toList());
        var ready = new LinkedHashMap<Signing, Wanted>();
        agreements.forEach((signing, agreement) -> {
            var wanted = signing.attempt(() -> wanted(agreement));
            if (wanted != null) {
                ready.put(signing, wanted);
            }
        });
        if (ready.isEmpty()) {
            return;
        }
        var begun = begin(List.copyOf(ready.values())).iterator();
        ready.keySet().forEach(signing -> signing.signed(begun.next()));
    }

    private Map<Signing, Agreement> agree(List<Signing> all) {
        var payers = held.payers(
                all.stream().map(signing -> signing.request().accountId()).toList());
        var prices = new Prices();
        var taken = new HashSet<UUID>();
        var agreements = new LinkedHashMap<Signing, Agreement>();
        for (var signing : all) {
            var request = signing.request();
            var agreement = signing.attempt(
                    () -> agreeing.today(request, known(payers.get(request.accountId()), request), prices));
            if (agreement != null && taken.add(agreement.payer().payerId())) {
                agreements.put(signing, agreement);
            }
        }
        return agreements;
    }

    private static Payer known(@Nullable Payer payer, SubscriptionRequest request) {
        if (payer == null) {
            throw Rejected.unprocessable("account-unknown", "/accountId", request.accountId());
        }
        return payer;
    }

    private Wanted wanted(Agreement agreement) {
        var timeline = agreeing.timeline(agreement.request(), agreement.plan(), agreement.start());
        return new Wanted(agreement, timeline, null);
    }

    /** Their payers are held. */
    private List<SubscriptionView> begin(List<Wanted> wanted) {
        var signed = keeping.keep(wanted);
        billing.begin(signed.stream().map(Signed::beginning).toList());
        return signed.stream()
                .map(each -> SubscriptionView.of(each.subscription()))
                .toList();
    }
}
