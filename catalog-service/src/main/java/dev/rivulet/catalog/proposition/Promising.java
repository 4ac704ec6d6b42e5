package dev.rivulet.catalog.proposition;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.PropositionChanged;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.catalog.search.SearchIndex;
import dev.rivulet.catalog.segment.Segmentation;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drafts value propositions and approves them; what is approved never changes. */
@ApplicationScoped
@Transactional
class Promising {

    private final PropositionRepository propositions;
    private final Portfolio portfolio;
    private final Segmentation segmentation;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Outbox outbox;
    private final SearchIndex search;

    Promising(
            PropositionRepository propositions,
            Portfolio portfolio,
            Segmentation segmentation,
            MergePatch mergePatch,
            TenantClock clock,
            Outbox outbox,
            SearchIndex search) {
        this.propositions = propositions;
        this.portfolio = portfolio;
        this.segmentation = segmentation;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.outbox = outbox;
        this.search = search;
    }

    List<Proposition> list(UUID after, int count, @Nullable UUID product, @Nullable UUID segment) {
        return propositions.after(after, count, product, segment);
    }

    Proposition get(UUID id) {
        return propositions.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("value proposition", id));
    }

    Proposition draft(PropositionRequest request) {
        var proposition = new Proposition();
        proposition.status = PropositionStatus.DRAFT;
        proposition.propositionVersion = 1;
        proposition.createdAt = clock.now();
        word(proposition, request, "");
        propositions.persist(proposition);
        return announced(proposition);
    }

    Proposition change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var proposition = editable(id, ifMatch);
        word(proposition, mergePatch.apply(PropositionRequest.of(proposition), patch), "");
        return announced(proposition);
    }

    Proposition approve(UUID id, @Nullable String ifMatch) {
        var proposition = editable(id, ifMatch);
        proposition.status = PropositionStatus.APPROVED;
        proposition.approvedAt = clock.now();
        return announced(proposition);
    }

    private Proposition editable(UUID id, @Nullable String ifMatch) {
        var proposition = get(id);
        Etag.require(ifMatch, proposition.version);
        if (proposition.status != PropositionStatus.DRAFT) {
            throw Rejected.conflict("proposition-approved", id);
        }
        return proposition;
    }

    /** Fills a proposition in; {@code within} is where the request stands in what was sent. */
    @Transactional(dontRollbackOn = Rejected.class)
    void word(Proposition proposition, PropositionRequest request, String within) {
        if (!portfolio.has(request.productId())) {
            throw Rejected.unprocessable("product-unknown", within + "/productId", request.productId());
        }
        if (!segmentation.has(request.segmentId())) {
            throw Rejected.unprocessable("segment-unknown", within + "/segmentId", request.segmentId());
        }
        if (request.benefit().changesNothing()) {
            throw Rejected.unprocessable("benefit-unchanged", within + "/benefit/target");
        }
        proposition.productId = request.productId();
        proposition.segmentId = request.segmentId();
        proposition.oneLiner = request.oneLiner();
        proposition.pains = request.pains();
        proposition.solution = request.solution();
        proposition.arguments = request.arguments();
        proposition.proof = request.proof();
        proposition.benefit = request.benefit();
    }

    /** Tells everyone of a proposition as it stands. */
    Proposition announced(Proposition proposition) {
        propositions.flush();
        search.put(
                "value-proposition",
                proposition.id,
                proposition.oneLiner,
                String.join("\n", proposition.pains),
                proposition.solution,
                proposition.arguments.stream().map(Argument::text).collect(joining("\n")),
                String.join("\n", proposition.proof));
        var benefit = proposition.benefit;
        outbox.publish(
                PropositionChanged.TYPE,
                proposition.id,
                proposition.version,
                new PropositionChanged(
                        proposition.id,
                        proposition.productId,
                        proposition.segmentId,
                        proposition.status.name(),
                        proposition.propositionVersion,
                        proposition.oneLiner,
                        new PropositionChanged.Benefit(
                                benefit.metric(),
                                benefit.unit(),
                                benefit.baseline().toPlainString(),
                                benefit.target().toPlainString(),
                                benefit.withinDays())));
        return proposition;
    }
}
