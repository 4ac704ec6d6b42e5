package dev.rivulet.catalog.competitor;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.CompetitorChanged;
import dev.rivulet.catalog.search.SearchIndex;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Knows whom and what a product is weighed against. */
@ApplicationScoped
@Transactional
public class Rivals {

    private final CompetitorRepository competitors;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Outbox outbox;
    private final SearchIndex search;

    Rivals(
            CompetitorRepository competitors,
            MergePatch mergePatch,
            TenantClock clock,
            Outbox outbox,
            SearchIndex search) {
        this.competitors = competitors;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.outbox = outbox;
        this.search = search;
    }

    /** Whether the tenant has such a competitor or alternative. */
    public boolean has(UUID id) {
        return competitors.findByIdOptional(id).isPresent();
    }

    /** What competitors are called, by id; unknown ones are left out. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : competitors.find("id in ?1", ids).stream().collect(toMap(found -> found.id, found -> found.name));
    }

    List<Competitor> list(UUID after, int count, @Nullable CompetitorKind kind) {
        return competitors.after(after, count, kind);
    }

    Competitor get(UUID id) {
        return competitors.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("competitor", id));
    }

    Competitor add(CompetitorRequest request) {
        var competitor = new Competitor();
        competitor.createdAt = clock.now();
        describe(competitor, request);
        competitors.persist(competitor);
        return announced(competitor);
    }

    Competitor change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var competitor = get(id);
        Etag.require(ifMatch, competitor.version);
        describe(competitor, mergePatch.apply(CompetitorRequest.of(competitor), patch));
        return announced(competitor);
    }

    static void describe(Competitor competitor, CompetitorRequest request) {
        competitor.name = request.name();
        competitor.kind = request.kind();
        competitor.website = request.website();
        competitor.description = request.description();
    }

    /** Tells everyone of a competitor as it stands. */
    Competitor announced(Competitor competitor) {
        try {
            competitors.flush();
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("name-taken", competitor.name);
        }
        search.put("competitor", competitor.id, competitor.name, competitor.description);
        outbox.publish(
                CompetitorChanged.TYPE,
                competitor.id,
                competitor.version,
                new CompetitorChanged(competitor.id, competitor.name, competitor.kind.name(), competitor.website));
        return competitor;
    }
}
