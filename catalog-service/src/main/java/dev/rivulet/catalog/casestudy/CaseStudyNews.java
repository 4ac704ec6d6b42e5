package dev.rivulet.catalog.casestudy;

import dev.rivulet.catalog.events.CaseStudyChanged;
import dev.rivulet.catalog.events.CaseStudyPublished;
import dev.rivulet.catalog.search.SearchIndex;
import dev.rivulet.kit.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Tells everyone of a story as it stands. */
@Singleton
class CaseStudyNews {

    private final CaseStudyRepository studies;
    private final Outbox outbox;
    private final SearchIndex search;

    CaseStudyNews(CaseStudyRepository studies, Outbox outbox, SearchIndex search) {
        this.studies = studies;
        this.outbox = outbox;
        this.search = search;
    }

    /** Writes the changes so far, which gives it its version, and tells them. */
    CaseStudy announced(CaseStudy study) {
        studies.flush();
        findable(study);
        outbox.publish(
                CaseStudyChanged.TYPE,
                study.id,
                study.version,
                new CaseStudyChanged(
                        study.id,
                        study.productId,
                        study.segmentId,
                        study.propositionId,
                        study.status.name(),
                        study.consent.name(),
                        study.title,
                        study.tellableCustomer(),
                        study.result));
        return study;
    }

    /** That it may be told from now on. */
    CaseStudy published(CaseStudy study, Instant now) {
        announced(study);
        outbox.publish(
                CaseStudyPublished.TYPE,
                study.id,
                study.version,
                new CaseStudyPublished(
                        study.id,
                        study.productId,
                        study.segmentId,
                        study.consent.name(),
                        study.title,
                        study.tellableCustomer(),
                        now));
        return study;
    }

    /** What nobody tells any more, nobody finds. */
    private void findable(CaseStudy study) {
        if (study.status == CaseStudyStatus.WITHDRAWN) {
            search.remove(study.id);
        } else {
            search.put("case-study", study.id, study.title, study.customer, study.problem, study.story, study.result);
        }
    }
}
