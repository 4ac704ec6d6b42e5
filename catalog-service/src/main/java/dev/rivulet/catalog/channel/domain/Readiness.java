package dev.rivulet.catalog.channel.domain;

import java.util.List;

/** Whether a product is ready to be sold by partners, criterion by criterion. */
public record Readiness(List<Criterion> criteria) {

    public Readiness {
        criteria = List.copyOf(criteria);
    }

    public boolean isReady() {
        return criteria.stream().allMatch(Criterion::met);
    }

    /** What is still missing. */
    public List<Criterion> gaps() {
        return criteria.stream().filter(criterion -> !criterion.met()).toList();
    }
}
