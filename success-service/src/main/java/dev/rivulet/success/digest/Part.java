package dev.rivulet.success.digest;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of a digest. */
@Schema(name = "DigestPart")
public enum Part {
    PROBLEMS,
    FEEDBACK,
    LOW_ANSWERS,
    PROMISES,
    RELEASES,
    REQUESTS;

    /** How many things there are of each kind; of what has no kinds under the empty one. */
    Map<String, Long> counts(Content content) {
        return switch (this) {
            case PROBLEMS -> content.problems().counts();
            case FEEDBACK -> content.feedback().counts();
            case LOW_ANSWERS -> content.lowAnswers().counts();
            case PROMISES -> content.promises().counts();
            case RELEASES -> Map.of("", (long) content.releases().size());
            case REQUESTS -> Map.of("", (long) content.requests().size());
        };
    }
}
