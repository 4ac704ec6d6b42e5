package dev.rivulet.success.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Journeys are drafted, and published in editions that never change. */
@ApplicationScoped
@Transactional
class Journeys {

    private final JourneyRepository journeys;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Tenants tenants;
    private final Sql sql;
    private final ObjectMapper json;
    private final StepMessages messages;

    Journeys(
            JourneyRepository journeys,
            MergePatch mergePatch,
            TenantClock clock,
            Tenants tenants,
            Sql sql,
            ObjectMapper json,
            StepMessages messages) {
        this.journeys = journeys;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.tenants = tenants;
        this.sql = sql;
        this.json = json;
        this.messages = messages;
    }

    List<Journey> page(UUID after, int limit) {
        ensureReference();
        return journeys.page(after, limit);
    }

    Journey get(UUID id) {
        ensureReference();
        return journeys.get(id);
    }

    Optional<Journey> published(String key) {
        ensureReference();
        return journeys.published(key);
    }

    /** The latest published edition of each key. */
    List<Journey> published() {
        ensureReference();
        return journeys.published();
    }

    private void check(JourneyDefinition definition) {
        JourneyChecks.check(definition);
        messages.check(definition);
    }

    Journey draft(JourneyRequest request) {
        ensureReference();
        check(request.definition());
        if (journeys.latest(request.key()).isPresent()) {
            throw Rejected.unprocessable("journey-key-taken", "/key", request.key());
        }
        return draft(request.key(), 1, request.name().strip(), request.definition());
    }

    /** The next edition, as this one is. */
    Journey draftNext(UUID id) {
        var from = get(id);
        var latest = journeys.latest(from.key).orElseThrow();
        if (latest.status == JourneyStatus.DRAFT) {
            throw Rejected.conflict("journey-draft-exists", latest.edition);
        }
        return draft(from.key, latest.edition + 1, from.name, from.definition);
    }

    private Journey draft(String key, int edition, String name, JourneyDefinition definition) {
        var journey = new Journey();
        journey.key = key;
        journey.edition = edition;
        journey.name = name;
        journey.status = JourneyStatus.DRAFT;
        journey.definition = definition;
        journey.createdAt = clock.now();
        journeys.persistAndFlush(journey);
        return journey;
    }

    Journey change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var journey = draftOf(id, ifMatch);
        var changed = mergePatch.apply(new JourneyRequest(journey.key, journey.name, journey.definition), patch);
        if (!changed.key().equals(journey.key)) {
            throw Rejected.unprocessable("journey-key-stays", "/key");
        }
        check(changed.definition());
        journey.name = changed.name().strip();
        journey.definition = changed.definition();
        journeys.flush();
        return journey;
    }

    Journey publish(UUID id, @Nullable String ifMatch) {
        var journey = draftOf(id, ifMatch);
        journey.status = JourneyStatus.PUBLISHED;
        journey.publishedAt = clock.now();
        journeys.flush();
        return journey;
    }

    private Journey draftOf(UUID id, @Nullable String ifMatch) {
        ensureReference();
        var journey = journeys.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (journey == null) {
            throw Rejected.notFound("journey", id);
        }
        Etag.require(ifMatch, journey.version);
        if (journey.status != JourneyStatus.DRAFT) {
            throw Rejected.conflict("journey-published");
        }
        return journey;
    }

    private void ensureReference() {
        if (journeys.count("builtIn = true") > 0) {
            return;
        }
        var now = Timestamp.from(clock.now());
        sql.update(
                "INSERT INTO journey (tenant_id, id, version, key, edition, name, status, definition, built_in,"
                        + " created_at, published_at) VALUES (?, ?, 0, ?, 1, ?, 'PUBLISHED', ?::jsonb, true, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                tenants.current(),
                ReferenceJourney.ID,
                ReferenceJourney.KEY,
                ReferenceJourney.NAME,
                json(ReferenceJourney.DEFINITION),
                now,
                now);
    }

    private String json(JourneyDefinition definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
