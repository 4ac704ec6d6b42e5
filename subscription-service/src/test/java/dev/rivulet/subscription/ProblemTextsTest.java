package dev.rivulet.subscription;

import dev.rivulet.kit.testing.ProblemTextsContract;
import dev.rivulet.subscription.imports.domain.Cause;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

class ProblemTextsTest extends ProblemTextsContract {

    @Override
    protected Set<String> madeUp() {
        return Arrays.stream(Cause.values())
                .map(cause ->
                        "comparison-" + cause.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }
}
