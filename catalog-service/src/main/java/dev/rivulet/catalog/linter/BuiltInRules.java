package dev.rivulet.catalog.linter;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.catalog.linter.domain.Field;
import dev.rivulet.catalog.linter.domain.LintRule;
import dev.rivulet.catalog.linter.domain.Phrase;
import dev.rivulet.catalog.linter.domain.Place;
import dev.rivulet.catalog.linter.domain.Severity;
import dev.rivulet.catalog.segment.domain.Everyone;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rules every tenant has, in lint-rules.json. */
@Singleton
class BuiltInRules {

    /**
     * A rule as the file has it; phrases are texts.
     *
     * @param everyone whether it is met also by a text that no segment may have because it means everyone
     */
    record Written(
            String code,
            Severity severity,
            Place place,
            Set<Field> fields,
            List<String> functions,
            boolean unlessProven,
            List<String> phrases,
            List<String> except,
            boolean everyone,
            Map<String, String> advice) {

        LintRule rule() {
            return new LintRule(
                    code,
                    severity,
                    place,
                    fields,
                    functions.stream().map(Phrase::of).toList(),
                    unlessProven,
                    phrases.stream().map(Phrase::of).toList(),
                    except.stream().map(Phrase::of).toList(),
                    everyone ? Everyone::isMeantBy : text -> false,
                    advice);
        }
    }

    private final List<Written> written;
    private final List<LintRule> rules;

    BuiltInRules(ObjectMapper json) {
        try (var file = BuiltInRules.class.getResourceAsStream("/lint-rules.json")) {
            this.written = List.of(json.readValue(Objects.requireNonNull(file), Written[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.rules = written.stream().map(Written::rule).toList();
    }

    List<Written> written() {
        return written;
    }

    List<LintRule> rules() {
        return rules;
    }
}
