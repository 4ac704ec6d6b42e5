package dev.rivulet.success.value;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.page.PageLinks;
import dev.rivulet.success.page.PageToken;
import dev.rivulet.success.value.domain.PromiseStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Lets customers decide on what was measured by themselves, over a link that works once. */
@ApplicationScoped
@Transactional
class PromiseLinks {

    /** Where the pages are. */
    static final String PAGE = "promise-pages";

    private static final Duration VALID = Duration.ofDays(30);

    private final PromiseRepository promises;
    private final PromiseLinkRepository links;
    private final PromiseLedger ledger;
    private final TenantClock clock;
    private final Tenants tenants;
    private final PageLinks pages;

    PromiseLinks(
            PromiseRepository promises,
            PromiseLinkRepository links,
            PromiseLedger ledger,
            TenantClock clock,
            Tenants tenants,
            PageLinks pages) {
        this.promises = promises;
        this.links = links;
        this.ledger = ledger;
        this.clock = clock;
        this.tenants = tenants;
        this.pages = pages;
    }

    /** What whoever follows a link is shown. */
    sealed interface Shown {

        /** The customer's word is asked for; figures are decimal texts in the promise's unit. */
        record Question(
                String metric, String unit, String baseline, String target, String measured, LocalDate measuredOn)
                implements Shown {}

        /** The link was used, or the measurement it is about no longer stands. */
        record Decided() implements Shown {}

        record Expired() implements Shown {}

        record Unknown() implements Shown {}
    }

    PromiseLinkView make(UUID id) {
        var promise = ledger.locked(id, null);
        if (promise.status.isDecided()) {
            throw Rejected.conflict("promise-closed", promise.status);
        }
        var measured = promise.measured;
        var measuredOn = promise.measuredOn;
        if (measured == null || measuredOn == null) {
            throw Rejected.conflict("promise-not-measured");
        }
        var token = PageToken.issue(tenants.current());
        var link = new PromiseLink();
        link.promiseId = id;
        link.tokenHash = token.hash();
        link.measured = measured;
        link.measuredOn = measuredOn;
        link.expiresAt = clock.now().plus(VALID);
        links.persistAndFlush(link);
        return new PromiseLinkView(pages.to(PAGE, token), link.expiresAt);
    }

    Shown show(PageToken token) {
        return links.byToken(token.hash())
                .map(found -> standing(
                        Objects.requireNonNull(links.findById(found.id())),
                        Objects.requireNonNull(promises.findById(found.promiseId()))))
                .orElseGet(Shown.Unknown::new);
    }

    /**
     * Takes the customer's word, if it is still asked for.
     *
     * @return what was shown just before: the word counts only where that is the question
     */
    Shown confirm(PageToken token, String name) {
        return decide(token, promise -> ledger.confirm(promise, name));
    }

    /** Takes the customer's objection, likewise. */
    Shown contest(PageToken token, String name, String reason) {
        return decide(token, promise -> ledger.contest(promise, name, reason));
    }

    private Shown decide(PageToken token, Consumer<Promise> decision) {
        var found = links.byToken(token.hash()).orElse(null);
        if (found == null) {
            return new Shown.Unknown();
        }
        var promise = ledger.locked(found.promiseId(), null);
        var link = links.locked(found.id());
        var shown = standing(link, promise);
        if (shown instanceof Shown.Question) {
            link.used = true;
            decision.accept(promise);
        }
        return shown;
    }

    private Shown standing(PromiseLink link, Promise promise) {
        if (link.used || !promise.status.allows(PromiseStep.CONFIRM, false) || !isOf(link, promise)) {
            return new Shown.Decided();
        }
        if (!clock.now().isBefore(link.expiresAt)) {
            return new Shown.Expired();
        }
        return new Shown.Question(
                promise.metric,
                promise.unit,
                PromiseView.plain(promise.baseline),
                PromiseView.plain(promise.target),
                PromiseView.plain(link.measured),
                link.measuredOn);
    }

    /** The promise may have been measured again, and nobody confirms what they have not seen. */
    private static boolean isOf(PromiseLink link, Promise promise) {
        return promise.measured != null
                && promise.measured.compareTo(link.measured) == 0
                && link.measuredOn.equals(promise.measuredOn);
    }
}
