package dev.rivulet.success.request;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import dev.rivulet.success.events.RequestChanged;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.feedback.Ask;
import dev.rivulet.success.feedback.FeedbackItems;
import dev.rivulet.success.feedback.FeedbackKind;
import dev.rivulet.success.request.domain.RequestStatus;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes requests of customers' wishes and follows them until they are released or declined. */
@ApplicationScoped
public class Requests {

    private final RequestRepository requests;
    private final Askers askers;
    private final AskerRevenue revenue;
    private final FeedbackItems feedback;
    private final Customers customers;
    private final Portfolio portfolio;
    private final Outbox outbox;
    private final TenantClock clock;
    private final ClockGate gate;
    private final SecurityIdentity identity;

    Requests(
            RequestRepository requests,
            Askers askers,
            AskerRevenue revenue,
            FeedbackItems feedback,
            Customers customers,
            Portfolio portfolio,
            Outbox outbox,
            TenantClock clock,
            ClockGate gate,
            SecurityIdentity identity) {
        this.requests = requests;
        this.askers = askers;
        this.revenue = revenue;
        this.feedback = feedback;
        this.customers = customers;
        this.portfolio = portfolio;
        this.outbox = outbox;
        this.clock = clock;
        this.gate = gate;
        this.identity = identity;
    }

    @Transactional
    RequestView create(RequestDraft draft) {
        var ids = List.of(draft.feedbackId());
        var seen = feedback.asksInSight(ids);
        lockCustomers(seen);
        var ask =
                seen.isEmpty() ? null : feedback.lock(ids).stream().findFirst().orElse(null);
        if (ask == null) {
            throw Rejected.unprocessable("feedback-unknown", "/feedbackId");
        }
        requireFree(ask, "/feedbackId");
        var request = new ProductRequest();
        request.title = draft.title().strip();
        request.description = draft.description();
        request.productId = ask.product();
        request.feature = ask.feature();
        request.createdBy = identity.getPrincipal().getName();
        request.createdAt = clock.now();
        requests.persistAndFlush(request);
        take(request, List.of(ask));
        return told(request);
    }

    /** The order of locks everywhere: clock, customers, the rest. */
    void lockCustomers(Collection<Ask> asks) {
        gate.hold();
        if (!asks.isEmpty()) {
            customers.lock(asks.stream().map(Ask::account).collect(Collectors.toSet()));
        }
    }

    /** Refuses what is no wish, or is in a request already. */
    static void requireFree(Ask ask, String pointer) {
        if (ask.kind() != FeedbackKind.WISH) {
            throw Rejected.unprocessable("feedback-no-wish", pointer);
        }
        if (ask.request() != null) {
            throw Rejected.unprocessable("feedback-taken", pointer, ask.request());
        }
    }

    /** Lets words count for a request; their customers are locked. */
    void take(ProductRequest request, List<Ask> asks) {
        feedback.merge(asks.stream().map(Ask::id).toList(), request.id);
        askers.count(request.id, asks, 1);
        revenue.know(asks.stream().map(Ask::account).toList());
    }

    @Transactional
    RequestView get(UUID id) {
        return RequestView.of(requests.existing(id), askers.figures(id));
    }

    /** Those who ask for it, as far as the caller may see them. */
    @Transactional
    List<AskerView> askers(UUID id, UUID after, int limit) {
        requests.existing(id);
        var page = askers.page(id, portfolio.accounts().orElse(null), after, limit);
        var names = customers.names(page.stream().map(AskerView::accountId).toList());
        return page.stream()
                .map(asker -> asker.named(names.get(asker.accountId())))
                .toList();
    }

    @Transactional
    RequestView move(UUID id, @Nullable String ifMatch, RequestMove move) {
        var request = requests.locked(List.of(id)).get(id);
        if (request == null) {
            throw Rejected.notFound("request", id);
        }
        Etag.require(ifMatch, request.version);
        requireStanding(request);
        if (!request.status.mayBecome(move.status())) {
            throw Rejected.conflict("request-move", request.status, move.status());
        }
        if (move.status() == RequestStatus.DECLINED && move.cleanReason() == null) {
            throw Rejected.invalid("reason-needed", "/reason");
        }
        request.move(move.status(), move.cleanReason(), clock.now());
        return told(request);
    }

    static void requireStanding(ProductRequest request) {
        if (request.mergedInto != null) {
            throw Rejected.conflict("request-merged", request.mergedInto);
        }
    }

    /**
     * A release came out that answers these words of customers: the requests they are merged into are released.
     *
     * @return who asked for them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Collection<UUID> release(UUID release, Collection<UUID> words) {
        var asked = feedback.asks(words).stream()
                .map(Ask::request)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        for (var request : requests.locked(asked).values()) {
            if (request.status != RequestStatus.RELEASED) {
                request.move(RequestStatus.RELEASED, null, clock.now());
                request.releaseId = release;
                told(request);
            }
        }
        return askers.of(asked);
    }

    /**
     * What customers asked for who had not asked for it before, from the first time on and before the second: first
     * what most of them asked for.
     */
    @Transactional
    public List<Risen> risen(Instant from, Instant until, int limit) {
        var figures = askers.risen(from, until);
        return requests.list("id in ?1 and mergedInto is null", figures.keySet()).stream()
                .map(request -> {
                    var worth = figures.getOrDefault(request.id, Askers.Figures.NONE);
                    return new Risen(request.id, request.title, request.productId, worth.accounts(), worth.mrr());
                })
                .sorted(Comparator.comparingLong(Risen::accounts)
                        .reversed()
                        .thenComparing(Risen::title)
                        .thenComparing(Risen::request))
                .limit(limit)
                .toList();
    }

    /** Titles and reasons are our own words, and may name whoever asked. */
    void erase(@Observes PersonErased person) {
        for (var request : requests.locked(askers.wanted(person.account())).values()) {
            var title = Objects.requireNonNull(person.without(request.title));
            var description = person.without(request.description);
            var reason = person.without(request.reason);
            if (!title.equals(request.title)
                    || !Objects.equals(description, request.description)
                    || !Objects.equals(reason, request.reason)) {
                request.title = title;
                request.description = description;
                request.reason = reason;
                told(request);
            }
        }
    }

    void export(@Observes PersonExport export) {
        export.add(
                "requests",
                requests.list("id in ?1 order by id", askers.wanted(export.account())).stream()
                        .flatMap(request -> Stream.of(
                                        export.naming(request.id, "title", request.title),
                                        export.naming(request.id, "description", request.description),
                                        export.naming(request.id, "reason", request.reason))
                                .flatMap(named -> named))
                        .toList());
    }

    /** Published as it stands, and shown. */
    RequestView told(ProductRequest request) {
        requests.flush();
        outbox.publish(SuccessEvents.REQUEST_CHANGED, request.id, request.version, changed(request));
        return RequestView.of(request, askers.figures(request.id));
    }

    private static RequestChanged changed(ProductRequest request) {
        return new RequestChanged(
                request.id,
                request.title,
                request.productId,
                request.feature,
                request.status.name(),
                request.reason,
                request.mergedInto,
                request.releaseId,
                request.createdAt,
                request.movedAt);
    }
}
