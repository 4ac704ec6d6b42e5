package dev.rivulet.catalog.linter.domain;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The texts of a proposition; one that is not written is empty.
 *
 * @param function of the person it speaks to
 * @param arguments their texts
 * @param caseStudies how many stories it points to
 */
public record Pitch(
        String function,
        String audience,
        String oneLiner,
        List<String> pains,
        List<String> needs,
        String solution,
        List<String> arguments,
        List<String> proof,
        int caseStudies) {

    /** A text and its JSON pointer. */
    record Located(String pointer, String text) {}

    boolean isProven() {
        return !proof.isEmpty() || caseStudies > 0;
    }

    Stream<Located> texts(Field field) {
        return switch (field) {
            case AUDIENCE -> Stream.of(new Located("/audience", audience));
            case ONE_LINER -> Stream.of(new Located("/oneLiner", oneLiner));
            case PAINS -> located(pains, i -> "/pains/" + i);
            case NEEDS -> located(needs, i -> "/needs/" + i);
            case SOLUTION -> Stream.of(new Located("/solution", solution));
            case ARGUMENTS -> located(arguments, i -> "/arguments/" + i + "/text");
            case PROOF -> located(proof, i -> "/proof/" + i);
        };
    }

    private static Stream<Located> located(List<String> texts, IntFunction<String> pointer) {
        return IntStream.range(0, texts.size()).mapToObj(i -> new Located(pointer.apply(i), texts.get(i)));
    }
}
