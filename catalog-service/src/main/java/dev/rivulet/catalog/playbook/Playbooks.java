package dev.rivulet.catalog.playbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.PlaybookChanged;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.catalog.search.SearchIndex;
import dev.rivulet.catalog.segment.Segmentation;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Writes playbooks, version after version; what is published never changes. */
@ApplicationScoped
@Transactional
public class Playbooks {

    private final PlaybookRepository playbooks;
    private final Portfolio portfolio;
    private final Segmentation segmentation;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Outbox outbox;
    private final Event<PlaybookPublished> publications;
    private final SearchIndex search;

    Playbooks(
            PlaybookRepository playbooks,
            Portfolio portfolio,
            Segmentation segmentation,
            MergePatch mergePatch,
            TenantClock clock,
            Outbox outbox,
            Event<PlaybookPublished> publications,
            SearchIndex search) {
        this.playbooks = playbooks;
        this.portfolio = portfolio;
        this.segmentation = segmentation;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.outbox = outbox;
        this.publications = publications;
        this.search = search;
    }

    /** All playbooks that products are sold by at present. */
    public List<PublishedPlaybook> published() {
        return playbooks.published().stream().map(PublishedPlaybook::of).toList();
    }

    /** The playbooks that these products are sold by at present. */
    public List<PublishedPlaybook> published(Collection<UUID> products) {
        return products.isEmpty()
                ? List.of()
                : playbooks.published(products).stream()
                        .map(PublishedPlaybook::of)
                        .toList();
    }

    /**
     * The version with this id, unless it is a draft, superseded, or nobody's. It stays published until the end of the
     * transaction, so that whoever is certified on it is there when the next version looks for them.
     */
    public Optional<PublishedPlaybook> holdPublished(UUID id) {
        return playbooks.holdPublished(id).map(PublishedPlaybook::of);
    }

    /** The version with this id, published at present or once; empty for a draft, and for nobody's. */
    public Optional<PublishedPlaybook> everPublished(UUID id) {
        return playbooks
                .findByIdOptional(id)
                .filter(playbook -> playbook.status != PlaybookStatus.DRAFT)
                .map(PublishedPlaybook::of);
    }

    /** Which of these versions no later one has superseded. */
    public Set<UUID> stillPublished(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : playbooks.stillPublished(ids).stream()
                        .map(playbook -> playbook.id)
                        .collect(Collectors.toUnmodifiableSet());
    }

    List<Playbook> list(
            UUID after, int count, @Nullable UUID product, @Nullable UUID segment, @Nullable PlaybookStatus status) {
        return playbooks.after(after, count, product, segment, status);
    }

    List<Playbook> versions(UUID id, UUID after, int count) {
        return playbooks.versions(get(id), after, count);
    }

    Playbook get(UUID id) {
        return playbooks.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("playbook", id));
    }

    Playbook draft(PlaybookRequest request) {
        if (!portfolio.has(request.productId())) {
            throw Rejected.unprocessable("product-unknown", "/productId", request.productId());
        }
        if (request.segmentId() != null && !segmentation.has(request.segmentId())) {
            throw Rejected.unprocessable("segment-unknown", "/segmentId", request.segmentId());
        }
        var playbook = new Playbook();
        playbook.productId = request.productId();
        playbook.segmentId = request.segmentId();
        if (playbooks.newest(playbook) != null) {
            throw Rejected.conflict("playbook-exists", request.productId());
        }
        try {
            return begun(playbook, 1, request.text());
        } catch (ConstraintViolationException twin) {
            throw Rejected.conflict("playbook-exists", request.productId());
        }
    }

    /** Drafts the next version with the text of this one, which may be an old one to go back to. */
    Playbook draftNext(UUID id) {
        var from = get(id);
        var newest = playbooks.newest(from);
        if (newest == null || newest.status == PlaybookStatus.DRAFT) {
            throw Rejected.conflict("playbook-draft-exists", newest == null ? id : newest.id);
        }
        var playbook = new Playbook();
        playbook.productId = from.productId;
        playbook.segmentId = from.segmentId;
        try {
            return begun(playbook, newest.playbookVersion + 1, PlaybookChange.of(from));
        } catch (ConstraintViolationException twin) {
            throw Rejected.conflict("playbook-draft-exists", id);
        }
    }

    Playbook change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var playbook = editable(id, ifMatch);
        word(playbook, mergePatch.apply(PlaybookChange.of(playbook), patch));
        return announced(playbook);
    }

    Playbook publish(UUID id, @Nullable String ifMatch) {
        var playbook = editable(id, ifMatch);
        if (playbook.steps.isEmpty()) {
            throw Rejected.unprocessable("playbook-incomplete", "/steps");
        }
        if (playbook.objections.isEmpty()) {
            throw Rejected.unprocessable("playbook-incomplete", "/objections");
        }
        var before = playbooks.published(playbook);
        if (before != null) {
            before.status = become(before, PlaybookStatus.SUPERSEDED);
            before.supersededAt = clock.now();
            // Before the next one is published: there is one at any moment, and an index that says so.
            announced(before);
        }
        playbook.status = become(playbook, PlaybookStatus.PUBLISHED);
        playbook.publishedAt = clock.now();
        announced(playbook);
        publications.fire(new PlaybookPublished(PublishedPlaybook.of(playbook), before == null ? null : before.id));
        return playbook;
    }

    private Playbook editable(UUID id, @Nullable String ifMatch) {
        var playbook = get(id);
        Etag.require(ifMatch, playbook.version);
        become(playbook, PlaybookStatus.PUBLISHED);
        return playbook;
    }

    private static PlaybookStatus become(Playbook playbook, PlaybookStatus next) {
        if (!playbook.status.mayBecome(next)) {
            throw Rejected.conflict("playbook-published", playbook.id);
        }
        return next;
    }

    private Playbook begun(Playbook playbook, int version, PlaybookChange text) {
        playbook.playbookVersion = version;
        playbook.status = PlaybookStatus.DRAFT;
        playbook.createdAt = clock.now();
        word(playbook, text);
        playbooks.persistAndFlush(playbook);
        return announced(playbook);
    }

    static void word(Playbook playbook, PlaybookChange text) {
        playbook.title = text.title();
        playbook.steps = text.steps();
        playbook.objections = text.objections();
    }

    /** Tells everyone of a version as it stands. */
    Playbook announced(Playbook playbook) {
        playbooks.flush();
        search.put("playbook", playbook.id, playbook.title, texts(playbook));
        outbox.publish(
                PlaybookChanged.TYPE,
                playbook.id,
                playbook.version,
                new PlaybookChanged(
                        playbook.id,
                        playbook.productId,
                        playbook.segmentId,
                        playbook.title,
                        playbook.status.name(),
                        playbook.playbookVersion,
                        playbook.steps.size(),
                        playbook.objections.size()));
        return playbook;
    }

    private static String[] texts(Playbook playbook) {
        return Stream.concat(
                        playbook.steps.stream()
                                .flatMap(step -> Stream.of(step.goal(), step.script(), step.exitCriterion())),
                        playbook.objections.stream()
                                .flatMap(objection -> Stream.of(objection.objection(), objection.answer())))
                .toArray(String[]::new);
    }
}
