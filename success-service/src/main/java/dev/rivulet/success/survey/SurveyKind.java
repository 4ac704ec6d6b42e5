package dev.rivulet.success.survey;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.survey.domain.Scale;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The question that is asked. */
public enum SurveyKind {
    /** "How likely are you to recommend us?", 0 to 10; up to 6 is low. */
    NPS(0),
    /** "How satisfied are you?", from 1, usually to 5; the lower half is low. */
    CSAT(1),
    /** "It was easy to get done what I wanted", from 1, usually to 7, higher is easier; the lower half is low. */
    CES(1);

    private static final int DETRACTS = 6;

    private final int min;

    SurveyKind(int min) {
        this.min = min;
    }

    /** How many points its scales may have, the usual one first. */
    private List<Integer> points() {
        return switch (this) {
            case NPS -> List.of(11);
            case CSAT -> List.of(5, 3, 4, 6, 7, 10);
            case CES -> List.of(7, 5);
        };
    }

    /** The usual one. */
    public Scale scale() {
        return scale(points().getFirst());
    }

    Scale scale(int of) {
        return new Scale(min, min + of - 1);
    }

    /** How many points, the usual number where nothing is said; refuses what is not asked on. */
    int points(@Nullable Integer given, String pointer) {
        if (given == null) {
            return points().getFirst();
        }
        if (!points().contains(given)) {
            var those = points().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            throw Rejected.invalid("survey-scale", pointer, this, those);
        }
        return given;
    }

    /** Whether somebody should see to whoever answers so on a scale of so many points. */
    boolean isLow(int value, int of) {
        return this == NPS ? value <= DETRACTS : 2 * value <= of;
    }
}
