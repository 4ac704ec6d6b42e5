package dev.rivulet.catalog.casestudy;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.input.PastDays;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.catalog.segment.Segmentation;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes customers' stories, and tells none further than its customer agreed. */
@ApplicationScoped
@Transactional
public class CaseStudies {

    /** Where a story counts; no segment means all of the product's. */
    public record Told(UUID productId, @Nullable UUID segmentId) {}

    private final CaseStudyRepository studies;
    private final Portfolio portfolio;
    private final Segmentation segmentation;
    private final MergePatch mergePatch;
    private final PastDays pastDays;
    private final TenantClock clock;
    private final CaseStudyNews news;

    CaseStudies(
            CaseStudyRepository studies,
            Portfolio portfolio,
            Segmentation segmentation,
            MergePatch mergePatch,
            PastDays pastDays,
            TenantClock clock,
            CaseStudyNews news) {
        this.studies = studies;
        this.portfolio = portfolio;
        this.segmentation = segmentation;
        this.mergePatch = mergePatch;
        this.pastDays = pastDays;
        this.clock = clock;
        this.news = news;
    }

    /** Whether the tenant has such a case study. */
    public boolean has(UUID id) {
        return studies.findByIdOptional(id).isPresent();
    }

    /** What may be told in public of these case studies; drafts and those without consent are left out. */
    public List<Story> tellable(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : studies.find("id in ?1 and status = ?2 order by id", ids, CaseStudyStatus.PUBLISHED).stream()
                        .filter(study -> study.consent.isPublic())
                        .map(study -> new Story(study.title, study.tellableCustomer(), study.result))
                        .toList();
    }

    /** Where there is a published case study, be it for our own people only. */
    public List<Told> told() {
        return studies.getEntityManager()
                .createQuery(
                        "select distinct productId, segmentId from CaseStudy where status = :published", Told.class)
                .setParameter("published", CaseStudyStatus.PUBLISHED)
                .getResultList();
    }

    /** Makes a draft of a confirmed value, once for each promise; somebody has to write it and to ask the customer. */
    public void draftFrom(ConfirmedValue value) {
        if (studies.hasOf(value.promiseId())) {
            return;
        }
        var study = started(clock.now());
        study.productId = value.productId();
        study.segmentId = value.segmentId();
        study.propositionId = value.propositionId();
        study.promiseId = value.promiseId();
        study.accountId = value.accountId();
        study.title = value.metric() + ": " + value.figures();
        study.result = value.figures();
        studies.persist(study);
        announced(study);
    }

    /** The customer no longer stands by the value that a story was made of: nobody tells it any more. */
    public void withdrawOf(UUID promise) {
        studies.ofPromise(promise)
                .filter(study -> study.status.mayBecome(CaseStudyStatus.WITHDRAWN))
                .ifPresent(study -> {
                    study.status = CaseStudyStatus.WITHDRAWN;
                    announced(study);
                });
    }

    List<CaseStudy> list(
            UUID after, int count, @Nullable UUID product, @Nullable UUID segment, @Nullable CaseStudyStatus status) {
        return studies.after(after, count, product, segment, status);
    }

    CaseStudy get(UUID id) {
        return studies.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("case study", id));
    }

    CaseStudy add(CaseStudyRequest request) {
        var study = started(clock.now());
        write(study, request, "");
        studies.persist(study);
        return announced(study);
    }

    CaseStudy change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var study = get(id);
        Etag.require(ifMatch, study.version);
        if (study.status == CaseStudyStatus.PUBLISHED) {
            throw Rejected.conflict("case-study-published", id);
        }
        write(study, mergePatch.apply(CaseStudyRequest.of(study), patch), "");
        return announced(study);
    }

    /** Records what the customer said; a published story goes no further than that from the same moment. */
    CaseStudy consent(UUID id, @Nullable String ifMatch, ConsentRequest request) {
        var study = get(id);
        Etag.require(ifMatch, study.version);
        study.consent = request.consent();
        study.consentGivenBy = request.givenBy();
        study.consentGivenOn = pastDays.begun(request.givenOn(), "/givenOn");
        if (study.status == CaseStudyStatus.PUBLISHED) {
            if (study.consent == Consent.NONE || naming(study) != null) {
                // What is agreed holds at once; a story that says more is not told until it is written anew.
                study.status = CaseStudyStatus.WITHDRAWN;
            } else {
                refuseUntellable(study, "");
            }
        }
        return announced(study);
    }

    CaseStudy publish(UUID id, @Nullable String ifMatch) {
        var study = moved(id, ifMatch, CaseStudyStatus.PUBLISHED);
        if (study.consent == Consent.NONE) {
            throw Rejected.conflict("consent-missing", id);
        }
        refuseUntellable(study, "");
        study.publishedAt = clock.now();
        return news.published(study, study.publishedAt);
    }

    CaseStudy withdraw(UUID id, @Nullable String ifMatch) {
        return announced(moved(id, ifMatch, CaseStudyStatus.WITHDRAWN));
    }

    CaseStudy reopen(UUID id, @Nullable String ifMatch) {
        return announced(moved(id, ifMatch, CaseStudyStatus.DRAFT));
    }

    private CaseStudy moved(UUID id, @Nullable String ifMatch, CaseStudyStatus next) {
        var study = get(id);
        Etag.require(ifMatch, study.version);
        if (!study.status.mayBecome(next)) {
            throw Rejected.conflict("case-study-transition", study.status.name(), next.name());
        }
        study.status = next;
        return study;
    }

    private static CaseStudy started(Instant now) {
        var study = new CaseStudy();
        study.status = CaseStudyStatus.DRAFT;
        study.consent = Consent.NONE;
        study.createdAt = now;
        return study;
    }

    /** Fills a story in; {@code within} is where the request stands in what was sent. */
    @Transactional(dontRollbackOn = Rejected.class)
    void write(CaseStudy study, CaseStudyRequest request, String within) {
        if (!portfolio.has(request.productId())) {
            throw Rejected.unprocessable("product-unknown", within + "/productId", request.productId());
        }
        if (request.segmentId() != null && !segmentation.has(request.segmentId())) {
            throw Rejected.unprocessable("segment-unknown", within + "/segmentId", request.segmentId());
        }
        study.productId = request.productId();
        study.segmentId = request.segmentId();
        study.title = request.title();
        study.customer = request.customer();
        study.problem = request.problem();
        study.story = request.story();
        study.result = request.result();
    }

    /** Refuses to publish what is not written, or says more than its customer agreed to. */
    static void refuseUntellable(CaseStudy study, String within) {
        if (study.story == null || study.story.isBlank()) {
            throw Rejected.unprocessable("story-missing", within + "/story");
        }
        if (study.consent == Consent.NAMED && (study.customer == null || study.customer.isBlank())) {
            throw Rejected.unprocessable("customer-missing", within + "/customer");
        }
        var place = naming(study);
        if (place != null) {
            throw Rejected.unprocessable("customer-named", within + place, requireNonNullElse(study.customer, ""));
        }
    }

    /** Where an anonymous story has its customer's name all the same; null when it has it nowhere. */
    private static @Nullable String naming(CaseStudy study) {
        var customer = requireNonNullElse(study.customer, "").strip().toLowerCase(Locale.ROOT);
        if (study.consent != Consent.ANONYMOUS || customer.isEmpty()) {
            return null;
        }
        return Stream.of(
                        new Text("/title", study.title),
                        new Text("/story", study.story),
                        new Text("/problem", study.problem),
                        new Text("/result", study.result))
                .filter(text -> requireNonNullElse(text.said(), "")
                        .toLowerCase(Locale.ROOT)
                        .contains(customer))
                .map(Text::place)
                .findFirst()
                .orElse(null);
    }

    private record Text(String place, @Nullable String said) {}

    CaseStudy announced(CaseStudy study) {
        return news.announced(study);
    }
}
