package dev.rivulet.success.request;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.success.feedback.Ask;
import dev.rivulet.success.feedback.FeedbackItems;
import dev.rivulet.success.request.domain.RequestStatus;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts requests and words of customers together, and apart again. */
@ApplicationScoped
@Transactional
class RequestMerging {

    private final RequestRepository requests;
    private final RequestMergeRepository merges;
    private final Requests service;
    private final Askers askers;
    private final FeedbackItems feedback;
    private final TenantClock clock;
    private final SecurityIdentity identity;

    RequestMerging(
            RequestRepository requests,
            RequestMergeRepository merges,
            Requests service,
            Askers askers,
            FeedbackItems feedback,
            TenantClock clock,
            SecurityIdentity identity) {
        this.requests = requests;
        this.merges = merges;
        this.service = service;
        this.askers = askers;
        this.feedback = feedback;
        this.clock = clock;
        this.identity = identity;
    }

    /** What a merge or its undoing has left: the request and its version are new. */
    record Merged(MergeView merge, long version) {}

    List<MergeView> of(UUID id, UUID after, int limit) {
        requests.existing(id);
        return merges.into(id, after, limit).stream().map(MergeView::of).toList();
    }

    Merged merge(UUID id, @Nullable String ifMatch, MergeOrder order) {
        var source = order.requestId();
        var words = order.feedbackIds();
        if ((source == null) == (words == null)) {
            throw Rejected.invalid("merge-one", "/requestId");
        }
        if (words != null) {
            requireKnown(words);
        }
        var locked = requests.locked(Stream.of(id, source == null ? id : source).toList());
        var request = standing(locked, id);
        Etag.require(ifMatch, request.version);
        var merge = new RequestMerge();
        if (source != null) {
            merge.feedbackIds = ids(absorb(request, other(locked, request, source)));
        } else if (words != null) {
            merge.feedbackIds = ids(add(request, words));
        }
        merge.requestId = id;
        merge.mergedRequestId = source;
        merge.mergedBy = identity.getPrincipal().getName();
        merge.mergedAt = clock.now();
        merges.persist(merge);
        request.merges++;
        return new Merged(MergeView.of(merge), service.told(request).version());
    }

    /** Locks the customers of these words, all of which the caller must see. */
    private void requireKnown(List<UUID> words) {
        var asks = feedback.asksInSight(words);
        var known = new HashSet<>(ids(asks));
        for (var i = 0; i < words.size(); i++) {
            if (!known.contains(words.get(i))) {
                throw Rejected.unprocessable("feedback-unknown", "/feedbackIds/" + i);
            }
        }
        service.lockCustomers(asks);
    }

    private static ProductRequest standing(Map<UUID, ProductRequest> locked, UUID id) {
        var request = locked.get(id);
        if (request == null) {
            throw Rejected.notFound("request", id);
        }
        Requests.requireStanding(request);
        if (request.status == RequestStatus.RELEASED) {
            throw Rejected.conflict("request-released");
        }
        return request;
    }

    private static ProductRequest other(Map<UUID, ProductRequest> locked, ProductRequest request, UUID source) {
        var other = locked.get(source);
        if (other == null) {
            throw Rejected.unprocessable("request-unknown", "/requestId");
        }
        if (other.id.equals(request.id) || other.mergedInto != null || other.status == RequestStatus.RELEASED) {
            throw Rejected.unprocessable("request-unfit", "/requestId");
        }
        if (!other.productId.equals(request.productId)) {
            throw Rejected.unprocessable("request-product", "/requestId");
        }
        return other;
    }

    private List<Ask> absorb(ProductRequest request, ProductRequest other) {
        var asks = feedback.lockMerged(other.id);
        feedback.merge(ids(asks), request.id);
        askers.count(other.id, asks, -1);
        askers.count(request.id, asks, 1);
        other.mergedInto = request.id;
        service.told(other);
        return asks;
    }

    private List<Ask> add(ProductRequest request, List<UUID> words) {
        var asks = feedback.lock(words);
        for (var ask : asks) {
            var pointer = "/feedbackIds/" + words.indexOf(ask.id());
            Requests.requireFree(ask, pointer);
            if (!ask.product().equals(request.productId)) {
                throw Rejected.unprocessable("request-product", pointer);
            }
        }
        service.take(request, asks);
        return asks;
    }

    /** What it put together and is still there goes back to where it was. */
    Merged undo(UUID id, UUID mergeId, @Nullable String ifMatch) {
        var merge = merges.findByIdOptional(mergeId)
                .filter(found -> found.requestId.equals(id))
                .orElseThrow(() -> Rejected.notFound("merge", mergeId));
        var source = merge.mergedRequestId;
        var locked = requests.locked(Stream.of(id, source == null ? id : source).toList());
        var request = standing(locked, id);
        Etag.require(ifMatch, request.version);
        if (merge.undoneAt != null) {
            throw Rejected.conflict("merge-undone");
        }
        var asks = feedback.lock(merge.feedbackIds).stream()
                .filter(ask -> id.equals(ask.request()))
                .toList();
        feedback.merge(ids(asks), source);
        askers.count(id, asks, -1);
        var other = source == null ? null : locked.get(source);
        if (other != null) {
            askers.count(other.id, asks, 1);
            other.mergedInto = null;
            service.told(other);
        }
        merge.undoneBy = identity.getPrincipal().getName();
        merge.undoneAt = clock.now();
        request.merges--;
        return new Merged(MergeView.of(merge), service.told(request).version());
    }

    private static List<UUID> ids(List<Ask> asks) {
        return asks.stream().map(Ask::id).toList();
    }
}
