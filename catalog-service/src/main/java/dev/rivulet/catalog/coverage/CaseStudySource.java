package dev.rivulet.catalog.coverage;

import dev.rivulet.catalog.casestudy.CaseStudies;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;

@Singleton
class CaseStudySource implements CoverageSource {

    private final CaseStudies studies;

    CaseStudySource(CaseStudies studies) {
        this.studies = studies;
    }

    @Override
    public Asset asset() {
        return Asset.CASE_STUDY;
    }

    @Override
    public BiPredicate<UUID, UUID> covered() {
        var told = Set.copyOf(studies.told());
        return (product, segment) -> told.contains(new CaseStudies.Told(product, segment))
                || told.contains(new CaseStudies.Told(product, null));
    }
}
