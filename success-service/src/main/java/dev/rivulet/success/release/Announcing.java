package dev.rivulet.success.release;

import dev.rivulet.success.release.ReleaseAnnounced.Requester;
import dev.rivulet.success.request.Requests;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What a release sets off: the requests it answers are released, and the timelines of those who asked say so. Who asked
 * is settled then; heard again, it only says so again.
 */
@Singleton
class Announcing {

    private final ReleaseTable releases;
    private final ReleaseAskers askers;
    private final Requests requests;
    private final Timeline timeline;

    Announcing(ReleaseTable releases, ReleaseAskers askers, Requests requests, Timeline timeline) {
        this.releases = releases;
        this.askers = askers;
        this.requests = requests;
        this.timeline = timeline;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void announce(ReleaseAnnounced fact) {
        if (releases.add(fact)) {
            var words = fact.requesters().stream()
                    .map(Requester::feedbackId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            var asked = new TreeSet<>(requests.release(fact.id(), words));
            fact.requesters().forEach(requester -> asked.add(requester.accountId()));
            askers.add(fact.id(), asked);
        }
        timeline.append(entries(fact));
    }

    private List<TimelineEntry> entries(ReleaseAnnounced fact) {
        var facts = Map.of("title", fact.title(), "productId", fact.productId().toString(), "asked", "true");
        return askers.all(fact.id()).stream()
                .map(account -> TimelineEntry.of(
                                account, EntryKind.RELEASE_ANNOUNCED, fact.announcedAt(), fact.id(), facts)
                        .keyed(account.toString()))
                .toList();
    }
}
