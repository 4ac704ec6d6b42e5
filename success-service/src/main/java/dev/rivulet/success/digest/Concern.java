package dev.rivulet.success.digest;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a week a function is to look at. */
@Schema(name = "DigestConcern")
public record Concern(
        Part part,

        @Schema(examples = "[\"CRITICAL\",\"HIGH\"]", description = "Of these kinds; of all, where it is empty")
        List<String> kinds,

        @Schema(examples = "2", description = "How many there were")
        long count) {

    /** What concerns a function, whatever the week. */
    record Interest(Part part, List<String> kinds) {

        static Interest in(Part part, Enum<?>... kinds) {
            return new Interest(part, Arrays.stream(kinds).map(Enum::name).toList());
        }

        Concern of(Content content) {
            var count = part.counts(content).entrySet().stream()
                    .filter(entry -> kinds.isEmpty() || kinds.contains(entry.getKey()))
                    .mapToLong(entry -> entry.getValue())
                    .sum();
            return new Concern(part, kinds, count);
        }
    }
}
