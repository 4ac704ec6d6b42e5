package dev.rivulet.catalog.proposition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.casestudy.CaseStudies;
import dev.rivulet.catalog.competitor.Rivals;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.catalog.segment.Segmentation;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Drafts value propositions and their next versions; only drafts change. */
@ApplicationScoped
@Transactional
class Promising {

    private static final String DEFAULT_LOCALE = "en";
    private static final int FULL_WEIGHT = 100;

    private final PropositionRepository propositions;
    private final Portfolio portfolio;
    private final Segmentation segmentation;
    private final Rivals rivals;
    private final CaseStudies studies;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final PropositionNews news;

    Promising(
            PropositionRepository propositions,
            Portfolio portfolio,
            Segmentation segmentation,
            Rivals rivals,
            CaseStudies studies,
            MergePatch mergePatch,
            TenantClock clock,
            PropositionNews news) {
        this.propositions = propositions;
        this.portfolio = portfolio;
        this.segmentation = segmentation;
        this.rivals = rivals;
        this.studies = studies;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.news = news;
    }

    List<Proposition> list(UUID after, int count, PropositionRepository.Filter filter) {
        return propositions.after(after, count, filter);
    }

    Proposition get(UUID id) {
        return propositions.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("value proposition", id));
    }

    List<Proposition> versions(UUID id) {
        return propositions.versions(get(id).lineId);
    }

    Proposition draft(PropositionRequest request) {
        var proposition = started(UuidVersion7Strategy.INSTANCE.generateUuid(null), 1);
        word(proposition, request, "");
        propositions.persist(proposition);
        return news.announced(proposition);
    }

    /** Starts the next version with the words of the approved one, which stays in force until the next is approved. */
    Proposition draftNext(UUID id) {
        var approved = get(id);
        if (approved.status != PropositionStatus.APPROVED) {
            throw Rejected.conflict("proposition-not-approved", id);
        }
        var next = started(approved.lineId, approved.propositionVersion + 1);
        next.weight = approved.weight;
        word(next, PropositionRequest.of(approved), "");
        try {
            propositions.persistAndFlush(next);
        } catch (ConstraintViolationException drafted) {
            throw Rejected.conflict("version-drafted", next.propositionVersion);
        }
        return news.announced(next);
    }

    Proposition change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var proposition = get(id);
        Etag.require(ifMatch, proposition.version);
        if (proposition.status == PropositionStatus.REVIEW) {
            throw Rejected.conflict("proposition-in-review", id);
        }
        if (proposition.status != PropositionStatus.DRAFT) {
            throw Rejected.conflict("proposition-approved", id);
        }
        var request = mergePatch.apply(PropositionRequest.of(proposition), patch);
        if (proposition.propositionVersion > 1) {
            refuseMove(proposition, request, "");
        }
        word(proposition, request, "");
        return news.announced(proposition);
    }

    private Proposition started(UUID line, int version) {
        var proposition = new Proposition();
        proposition.lineId = line;
        proposition.status = PropositionStatus.DRAFT;
        proposition.propositionVersion = version;
        proposition.weight = FULL_WEIGHT;
        proposition.createdAt = clock.now();
        return proposition;
    }

    /** A later version that spoke to somebody else would leave the place of the one before it empty. */
    static void refuseMove(Proposition proposition, PropositionRequest request, String within) {
        if (!request.productId().equals(proposition.productId)) {
            throw Rejected.unprocessable("version-place-fixed", within + "/productId");
        }
        if (!request.segmentId().equals(proposition.segmentId)) {
            throw Rejected.unprocessable("version-place-fixed", within + "/segmentId");
        }
        if (!locale(request).equals(proposition.locale)) {
            throw Rejected.unprocessable("version-place-fixed", within + "/locale");
        }
    }

    private static String locale(PropositionRequest request) {
        return Objects.requireNonNullElse(request.locale(), DEFAULT_LOCALE);
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
        for (var i = 0; i < request.arguments().size(); i++) {
            var competitor = request.arguments().get(i).competitorId();
            if (competitor != null && !rivals.has(competitor)) {
                throw Rejected.unprocessable(
                        "competitor-unknown", within + "/arguments/" + i + "/competitorId", competitor);
            }
        }
        for (var i = 0; i < request.caseStudyIds().size(); i++) {
            var study = request.caseStudyIds().get(i);
            if (!studies.has(study)) {
                throw Rejected.unprocessable("case-study-unknown", within + "/caseStudyIds/" + i, study);
            }
        }
        proposition.productId = request.productId();
        proposition.segmentId = request.segmentId();
        proposition.locale = locale(request);
        proposition.audience = request.audience();
        proposition.oneLiner = request.oneLiner();
        proposition.pains = request.pains();
        proposition.needs = request.needs();
        proposition.solution = request.solution();
        proposition.arguments = request.arguments();
        proposition.proof = request.proof();
        proposition.caseStudyIds = request.caseStudyIds();
        proposition.benefit = request.benefit();
    }
}
