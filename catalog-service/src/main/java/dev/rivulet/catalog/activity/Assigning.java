package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.ActivityAssignmentChanged;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Says which activity the sale of a product is, seller by seller. */
@ApplicationScoped
@Transactional
class Assigning {

    private final AssignmentRepository assignments;
    private final Sellers sellers;
    private final CodeTable codes;
    private final Portfolio portfolio;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Outbox outbox;

    Assigning(
            AssignmentRepository assignments,
            Sellers sellers,
            CodeTable codes,
            Portfolio portfolio,
            MergePatch mergePatch,
            TenantClock clock,
            Outbox outbox) {
        this.assignments = assignments;
        this.sellers = sellers;
        this.codes = codes;
        this.portfolio = portfolio;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.outbox = outbox;
    }

    List<Assignment> list(UUID after, int count, @Nullable UUID seller, @Nullable UUID product) {
        return assignments.after(after, count, seller, product);
    }

    Assignment get(UUID id) {
        return assignments.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("activity assignment", id));
    }

    Assignment assign(AssignmentRequest request) {
        var assignment = new Assignment();
        assignment.createdAt = clock.now();
        fill(assignment, request, "");
        try {
            assignments.persistAndFlush(assignment);
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("activity-assigned", request.productId(), request.sellerId());
        }
        return announced(assignment);
    }

    Assignment change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var assignment = get(id);
        Etag.require(ifMatch, assignment.version);
        word(assignment, mergePatch.apply(AssignmentChange.of(assignment), patch), "");
        return announced(assignment);
    }

    void remove(UUID id, @Nullable String ifMatch) {
        var assignment = get(id);
        Etag.require(ifMatch, assignment.version);
        assignments.delete(assignment);
        assignments.flush();
        outbox.tombstone(ActivityAssignmentChanged.TYPE, id, assignment.version + 1);
    }

    /** Fills an assignment in; {@code within} is where the request stands in what was sent. */
    @Transactional(dontRollbackOn = Rejected.class)
    void fill(Assignment assignment, AssignmentRequest request, String within) {
        if (sellers.find(request.sellerId()).isEmpty()) {
            throw Rejected.unprocessable("seller-unknown", within + "/sellerId", request.sellerId());
        }
        if (!portfolio.has(request.productId())) {
            throw Rejected.unprocessable("product-unknown", within + "/productId", request.productId());
        }
        assignment.sellerId = request.sellerId();
        assignment.productId = request.productId();
        word(assignment, request.terms(), within);
    }

    private void word(Assignment assignment, AssignmentChange terms, String within) {
        var edition = sellers.get(assignment.sellerId).editionId;
        codes.require(edition, terms.code(), within + "/code");
        var channels = new HashSet<>();
        for (var i = 0; i < terms.channelCodes().size(); i++) {
            var one = terms.channelCodes().get(i);
            codes.require(edition, one.code(), within + "/channelCodes/" + i + "/code");
            if (!channels.add(one.channel())) {
                throw Rejected.unprocessable(
                        "channel-repeated", within + "/channelCodes/" + i + "/channel", one.channel());
            }
        }
        assignment.code = terms.code();
        assignment.channelCodes = terms.channelCodes();
        assignment.goods = terms.goods();
        assignment.serviceLines =
                Set.copyOf(terms.serviceLines()).stream().sorted().toList();
    }

    /** Tells everyone of an assignment as it stands. */
    Assignment announced(Assignment assignment) {
        assignments.flush();
        outbox.publish(
                ActivityAssignmentChanged.TYPE,
                assignment.id,
                assignment.version,
                new ActivityAssignmentChanged(
                        assignment.id, assignment.sellerId, assignment.productId, assignment.code));
        return assignment;
    }
}
