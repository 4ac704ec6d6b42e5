package dev.rivulet.success.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.contact.Contacts;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import dev.rivulet.success.input.Happened;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what customers say of products. */
@ApplicationScoped
public class FeedbackItems {

    private final FeedbackRepository items;
    private final Customers customers;
    private final Contacts contacts;
    private final Portfolio portfolio;
    private final Timeline timeline;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final SecurityIdentity identity;
    private final Event<AskWithdrawn> withdrawals;

    FeedbackItems(
            FeedbackRepository items,
            Customers customers,
            Contacts contacts,
            Portfolio portfolio,
            Timeline timeline,
            MergePatch mergePatch,
            TenantClock clock,
            SecurityIdentity identity,
            Event<AskWithdrawn> withdrawals) {
        this.items = items;
        this.customers = customers;
        this.contacts = contacts;
        this.portfolio = portfolio;
        this.timeline = timeline;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.identity = identity;
        this.withdrawals = withdrawals;
    }

    @Transactional
    FeedbackView record(FeedbackRequest request) {
        var account = request.accountId();
        portfolio.require(account);
        if (!customers.knows(account)) {
            throw Rejected.unprocessable("account-unknown", "/accountId");
        }
        checkContact(account, request.contactId());
        var givenAt = Happened.at(request.givenAt(), clock.now(), "/givenAt");
        var feedback = new Feedback();
        feedback.accountId = account;
        feedback.take(request.content());
        var mrr = customers.mrr(List.of(account)).get(account);
        feedback.mrrMinor = mrr == null ? 0 : mrr.minor();
        feedback.mrrCurrency =
                mrr == null ? customers.get(account).currency() : mrr.currency().getCurrencyCode();
        feedback.givenAt = givenAt;
        feedback.recordedBy = identity.getPrincipal().getName();
        items.persistAndFlush(feedback);
        tell(feedback);
        return FeedbackView.of(feedback);
    }

    @Transactional
    FeedbackView change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var feedback = locked(id);
        Etag.require(ifMatch, feedback.version);
        var wanted = mergePatch.apply(feedback.asChange(), patch);
        checkContact(feedback.accountId, wanted.contactId());
        // What it is merged into asks for the same of the same product.
        if (feedback.requestId != null
                && (wanted.kind() != feedback.kind || !wanted.productId().equals(feedback.productId))) {
            throw Rejected.conflict("feedback-merged");
        }
        feedback.take(wanted);
        items.flush();
        tell(feedback);
        return FeedbackView.of(feedback);
    }

    /** Its words are taken back. */
    @Transactional
    void remove(UUID id, @Nullable String ifMatch) {
        var feedback = locked(id);
        Etag.require(ifMatch, feedback.version);
        timeline.replace(feedback.accountId, id, List.of());
        items.delete(feedback);
        if (feedback.requestId != null) {
            withdrawals.fire(new AskWithdrawn(feedback.requestId, feedback.accountId));
        }
    }

    private void tell(Feedback feedback) {
        var facts = new HashMap<String, String>();
        facts.put("kind", feedback.kind.name());
        facts.put("productId", feedback.productId.toString());
        if (feedback.feature != null) {
            facts.put("feature", feedback.feature);
        }
        timeline.append(
                TimelineEntry.of(feedback.accountId, EntryKind.FEEDBACK_GIVEN, feedback.givenAt, feedback.id, facts)
                        .about(feedback.contactId)
                        .saying(feedback.text));
    }

    private void checkContact(UUID account, @Nullable UUID contact) {
        if (contact != null
                && contacts.find(contact)
                        .filter(person -> person.account().equals(account))
                        .isEmpty()) {
            throw Rejected.unprocessable("contact-unknown", "/contactId");
        }
    }

    @Transactional
    FeedbackView get(UUID id) {
        return FeedbackView.of(existing(id, items.findById(id)));
    }

    @Transactional
    List<FeedbackView> page(FeedbackFilter filter, UUID after, int limit) {
        return items.page(filter, portfolio.accounts().orElse(null), after, limit).stream()
                .map(FeedbackView::of)
                .toList();
    }

    /** The latest words of a customer. */
    @Transactional
    public List<FeedbackView> latest(UUID account, int limit) {
        return items.latest(account, limit).stream().map(FeedbackView::of).toList();
    }

    /** Those of them that are known, in the order of their ids; whoever asks. */
    @Transactional
    public List<Ask> asks(Collection<UUID> ids) {
        return items.asks(ids);
    }

    /** Those of them that are known and that the caller may see, in the order of their ids. */
    @Transactional
    public List<Ask> asksInSight(Collection<UUID> ids) {
        var only = portfolio.accounts().orElse(null);
        return items.asks(ids).stream()
                .filter(ask -> only == null || only.contains(ask.account()))
                .toList();
    }

    /** Given from the first time on and before the second, in that order; whoever asks. */
    @Transactional
    public List<FeedbackView> between(Instant from, Instant until) {
        return items.list("givenAt >= ?1 and givenAt < ?2 order by givenAt, id", from, until).stream()
                .map(FeedbackView::of)
                .toList();
    }

    /** Nobody else changes these until the end of the transaction; their customers are locked before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Ask> lock(Collection<UUID> ids) {
        return items.locked(ids).stream().map(Ask::of).toList();
    }

    /** Nobody else changes what is merged into this request until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Ask> lockMerged(UUID request) {
        return items.lockedOfRequest(request).stream().map(Ask::of).toList();
    }

    /** Of words that are locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void merge(Collection<UUID> ids, @Nullable UUID request) {
        items.locked(ids).forEach(feedback -> feedback.requestId = request);
    }

    /** That something was asked for stays, who asked and in which words goes. */
    void erase(@Observes PersonErased person) {
        for (var feedback : items.list("accountId", person.account())) {
            feedback.text = Objects.requireNonNull(person.without(feedback.text));
            if (person.contact().equals(feedback.contactId)) {
                feedback.contactId = null;
                feedback.text = PersonErased.GONE;
            }
        }
    }

    void export(@Observes PersonExport export) {
        export.add(
                "feedback",
                items.list("contactId = ?1 order by id", export.contact()).stream()
                        .map(FeedbackView::of)
                        .toList());
        export.add(
                "feedbackOfOthers",
                items
                        .list(
                                "accountId = ?1 and (contactId is null or contactId <> ?2) order by id",
                                export.account(),
                                export.contact())
                        .stream()
                        .flatMap(feedback -> export.naming(feedback.id, "text", feedback.text))
                        .toList());
    }

    private Feedback locked(UUID id) {
        return existing(id, items.findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Feedback existing(UUID id, @Nullable Feedback feedback) {
        if (feedback == null) {
            throw Rejected.notFound("feedback", id);
        }
        portfolio.require(feedback.accountId);
        return feedback;
    }
}
