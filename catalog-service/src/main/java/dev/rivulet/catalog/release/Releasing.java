package dev.rivulet.catalog.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.ReleaseAnnounced;
import dev.rivulet.catalog.product.Features;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.catalog.search.SearchIndex;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drafts releases and announces them once. */
@ApplicationScoped
@Transactional
class Releasing {

    private final ReleaseRepository releases;
    private final Portfolio portfolio;
    private final Features features;
    private final MergePatch mergePatch;
    private final SecurityIdentity user;
    private final TenantClock clock;
    private final Outbox outbox;
    private final SearchIndex search;

    Releasing(
            ReleaseRepository releases,
            Portfolio portfolio,
            Features features,
            MergePatch mergePatch,
            SecurityIdentity user,
            TenantClock clock,
            Outbox outbox,
            SearchIndex search) {
        this.releases = releases;
        this.portfolio = portfolio;
        this.features = features;
        this.mergePatch = mergePatch;
        this.user = user;
        this.clock = clock;
        this.outbox = outbox;
        this.search = search;
    }

    List<Release> list(UUID after, int count, @Nullable UUID product, @Nullable ReleaseStatus status) {
        return releases.after(after, count, product, status);
    }

    Release get(UUID id) {
        return releases.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("release", id));
    }

    Release draft(ReleaseRequest request) {
        if (!portfolio.has(request.productId())) {
            throw Rejected.unprocessable("product-unknown", "/productId", request.productId());
        }
        var release = new Release();
        release.productId = request.productId();
        release.status = ReleaseStatus.DRAFT;
        release.createdAt = clock.now();
        write(release, request.text(), "");
        releases.persist(release);
        return indexed(release);
    }

    Release change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var release = editable(id, ifMatch);
        write(release, mergePatch.apply(ReleaseChange.of(release), patch), "");
        return indexed(release);
    }

    Release announce(UUID id, @Nullable String ifMatch) {
        var release = editable(id, ifMatch);
        var now = clock.now();
        release.status = ReleaseStatus.ANNOUNCED;
        release.announcedAt = now;
        release.announcedBy = user.getPrincipal().getName();
        indexed(release);
        outbox.publish(ReleaseAnnounced.TYPE, release.id, release.version, fact(release, now));
        return release;
    }

    private Release editable(UUID id, @Nullable String ifMatch) {
        var release = get(id);
        Etag.require(ifMatch, release.version);
        if (!release.status.isEditable()) {
            throw Rejected.conflict("release-announced", id);
        }
        return release;
    }

    /** Fills a release in; {@code within} is where the text stands in what was sent. */
    @Transactional(dontRollbackOn = Rejected.class)
    void write(Release release, ReleaseChange text, String within) {
        var known = features.known(release.productId, text.features());
        for (var i = 0; i < text.features().size(); i++) {
            var key = text.features().get(i);
            if (!known.contains(key)) {
                throw Rejected.unprocessable("feature-unknown", within + "/features/" + i, key);
            }
        }
        release.title = text.title();
        release.notes = text.notes();
        release.features = text.features();
        release.requesters = text.requesters();
    }

    /** Lets a release be found as it stands. */
    Release indexed(Release release) {
        releases.flush();
        search.put("release", release.id, release.title, release.notes, String.join("\n", release.features));
        return release;
    }

    private static ReleaseAnnounced fact(Release release, Instant announcedAt) {
        return new ReleaseAnnounced(
                release.id,
                release.productId,
                release.title,
                release.notes,
                release.features,
                release.requesters.stream()
                        .map(requester -> new ReleaseAnnounced.Requester(requester.accountId(), requester.feedbackId()))
                        .toList(),
                announcedAt);
    }
}
