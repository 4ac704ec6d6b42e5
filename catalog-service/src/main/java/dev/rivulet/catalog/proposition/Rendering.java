package dev.rivulet.catalog.proposition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms a proposition is told in. */
enum Rendering {
    ONE_LINER,
    /** A sheet to leave with the customer. */
    ONE_PAGE,
    /** Geoffrey Moore's form: for whom, who, the product is a, that, unlike. */
    POSITIONING_STATEMENT;

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Rendering> at(String path) {
        return Arrays.stream(values())
                .filter(rendering -> rendering.path().equals(path))
                .findFirst();
    }
}
