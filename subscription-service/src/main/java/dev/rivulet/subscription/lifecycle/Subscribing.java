package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.subscription.account.HeldAccounts;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.lifecycle.Agreeing.Known;
import dev.rivulet.subscription.lifecycle.Keeping.Signed;
import dev.rivulet.subscription.lifecycle.Keeping.Wanted;
import dev.rivulet.subscription.rating.domain.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Signs subscriptions: pins plan and promise, and charges what is due at once in the same transaction. */
@ApplicationScoped
@Transactional
public class Subscribing {

    private final HeldAccounts held;
    private final Agreeing agreeing;
    private final Keeping keeping;
    private final Billing billing;
    private final TenantClock clock;

    Subscribing(HeldAccounts held, Agreeing agreeing, Keeping keeping, Billing billing, TenantClock clock) {
        this.held = held;
        this.agreeing = agreeing;
        this.keeping = keeping;
        this.billing = billing;
        this.clock = clock;
    }

    /** Signs at the plan's price and the proposition's promise of today. */
    SubscriptionView subscribe(SubscriptionRequest request) {
        var alone = new Signing(request, Optional.empty());
        sign(List.of(alone));
        return alone.subscription();
    }

    /** Signs what was quoted and promised earlier, whatever the catalog says today. */
    public SubscriptionView subscribe(SubscriptionRequest request, Quoted quoted) {
        var agreement = agreeing.quoted(request, agreeing.payer(request), quoted);
        billing.lock(agreement.payer().payerId());
        return begin(List.of(wanted(agreement))).getFirst();
    }

    /**
     * Signs as many as it can at once, each as if it were alone, in about as few statements as one. Of several for the
     * same payer, the first: each has an invoice of its own. Those are left without an answer, as are those that would
     * have to wait for somebody else.
     */
    void sign(List<Signing> all) {
        var agreements = all.size() == 1 ? agreeAlone(all.getFirst()) : agreeTogether(all);
        var ready = new LinkedHashMap<Signing, Wanted>();
        agreements.forEach((signing, agreement) -> {
            var wanted = signing.attempt(() -> wanted(agreement));
            if (wanted != null) {
                ready.put(signing, wanted);
            }
        });
        if (!ready.isEmpty()) {
            var begun = begin(List.copyOf(ready.values())).iterator();
            ready.keySet().forEach(signing -> signing.signed(begun.next()));
        }
    }

    private Map<Signing, Agreement> agreeAlone(Signing signing) {
        var request = signing.request();
        var agreement = signing.attempt(() -> agreeing.today(request, agreeing.payer(request), new Known()));
        if (agreement == null) {
            return Map.of();
        }
        billing.lock(agreement.payer().payerId());
        return Map.of(signing, agreement);
    }

    private Map<Signing, Agreement> agreeTogether(List<Signing> all) {
        var payers = held.payers(
                all.stream().map(signing -> signing.request().accountId()).toList());
        var known = new Known();
        var agreements = new LinkedHashMap<Signing, Agreement>();
        for (var signing : all) {
            var payer = payers.get(signing.request().accountId());
            if (payer == null) {
                // Unknown, or about to change: found out without keeping the others waiting.
                signing.leave();
                continue;
            }
            var agreement = signing.attempt(() -> agreeing.today(signing.request(), payer, known));
            if (agreement != null) {
                agreements.put(signing, agreement);
            }
        }
        return agreements.isEmpty() ? agreements : held(agreements);
    }

    /** Those whose payers nobody else holds, one of each payer. */
    private Map<Signing, Agreement> held(Map<Signing, Agreement> agreements) {
        var payers = billing.lockFree(agreements.values().stream()
                .map(agreement -> agreement.payer().payerId())
                .distinct()
                .toList());
        var taken = new HashSet<UUID>();
        var free = new LinkedHashMap<Signing, Agreement>();
        agreements.forEach((signing, agreement) -> {
            if (!payers.contains(agreement.payer().payerId())) {
                signing.leave();
            } else if (taken.add(agreement.payer().payerId())) {
                free.put(signing, agreement);
            }
        });
        return free;
    }

    private Wanted wanted(Agreement agreement) {
        var timeline = agreeing.timeline(agreement.request(), agreement.plan(), agreement.start());
        return new Wanted(agreement, timeline, null);
    }

    /** Their payers are held. */
    private List<SubscriptionView> begin(List<Wanted> wanted) {
        var signed = keeping.keep(wanted);
        billing.begin(signed.stream().map(Signed::beginning).toList());
        return signed.stream().map(this::view).toList();
    }

    private SubscriptionView view(Signed signed) {
        // What fell due by today has been charged with the signing.
        var today = clock.today(signed.agreement().payer().zone());
        return SubscriptionView.of(
                signed.subscription(), Standing.of(signed.kept().timeline(), today, today));
    }
}
