package dev.rivulet.catalog.segment;

import java.util.List;
import java.util.UUID;

/** A segment as other features see it. */
public record Target(
        UUID id, String name, String function, String problem, CompanySize companySize, List<String> industries) {

    static Target of(Segment segment) {
        return new Target(
                segment.id, segment.name, segment.function, segment.problem, segment.companySize, segment.industries);
    }
}
