package dev.rivulet.catalog.segment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.SegmentChanged;
import dev.rivulet.catalog.segment.domain.Everyone;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says for whom the products are, and refuses "everyone". */
@ApplicationScoped
@Transactional
public class Segmentation {

    private final SegmentRepository segments;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Outbox outbox;

    Segmentation(SegmentRepository segments, MergePatch mergePatch, TenantClock clock, Outbox outbox) {
        this.segments = segments;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Whether the tenant has such a segment. */
    public boolean has(UUID id) {
        return segments.findByIdOptional(id).isPresent();
    }

    /** All segments, in the order they were added. */
    public List<Target> targets() {
        return segments.listAll(Sort.by("id")).stream().map(Target::of).toList();
    }

    /** A segment of the tenant's. */
    public Optional<Target> target(UUID id) {
        return segments.findByIdOptional(id).map(Target::of);
    }

    List<Segment> list(UUID after, int count) {
        return segments.after(after, count);
    }

    Segment get(UUID id) {
        return segments.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("segment", id));
    }

    Segment add(SegmentRequest request) {
        var segment = new Segment();
        segment.createdAt = clock.now();
        describe(segment, request, "");
        segments.persist(segment);
        return published(segment);
    }

    Segment change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var segment = get(id);
        Etag.require(ifMatch, segment.version);
        describe(segment, mergePatch.apply(SegmentRequest.of(segment), patch), "");
        return published(segment);
    }

    /** Fills a segment in; {@code within} is where the request stands in what was sent. */
    static void describe(Segment segment, SegmentRequest request, String within) {
        refuseEveryone(request.name(), within + "/name");
        refuseEveryone(request.function(), within + "/function");
        if (Everyone.isProblemIn(request.problem())) {
            throw everyone(request.problem(), within + "/problem");
        }
        for (var i = 0; i < request.industries().size(); i++) {
            refuseEveryone(request.industries().get(i), within + "/industries/" + i);
        }
        segment.name = request.name();
        segment.function = request.function();
        segment.problem = request.problem();
        segment.companySize = request.companySize();
        segment.industries = request.industries();
    }

    private static void refuseEveryone(String text, String pointer) {
        if (Everyone.isMeantBy(text)) {
            throw everyone(text, pointer);
        }
    }

    private static Rejected everyone(String text, String pointer) {
        return Rejected.unprocessable("segment-everyone", pointer, text);
    }

    /** Tells everyone of a segment as it stands. */
    Segment published(Segment segment) {
        segments.flush();
        outbox.publish(
                SegmentChanged.TYPE,
                segment.id,
                segment.version,
                new SegmentChanged(
                        segment.id,
                        segment.name,
                        segment.function,
                        segment.problem,
                        segment.companySize.name(),
                        segment.industries));
        return segment;
    }
}
