package dev.rivulet.catalog.linter;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.rivulet.catalog.linter.domain.Field;
import dev.rivulet.catalog.linter.domain.Place;
import dev.rivulet.catalog.linter.domain.Severity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of a tenant's own rule: all but its code. */
@Schema(name = "LintRuleChange")
record OwnRuleChange(
        @Schema(description = "An ERROR keeps a proposition from being approved") @NotNull
        Severity severity,

        @NotNull Place place,

        @Schema(examples = "[\"ONE_LINER\", \"SOLUTION\"]") @NotEmpty @Size(max = 7, message = "{list-too-long}")
        List<@NotNull Field> fields,

        @Schema(
                description = "Only for segments whose function has one of these phrases; empty for all",
                examples = "[\"hr\", \"персонал*\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 20, message = "{list-too-long}")
        List<@NotBlank @Size(max = 60, message = "{text-too-long}") String> functions,

        @Schema(description = "Not applied where the proposition has a proof") @Nullable
        Boolean unlessProven,

        @Schema(
                description = "Words in a row, without case and punctuation; a word that ends with * stands for all"
                        + " that begin like it, | stands between words of which any will do, … lets up to three others"
                        + " of the sentence stand between, ¶ behind the last wants the sentence to end there",
                examples = "[\"digital … transformation|transition\", \"цифров* трансформац*\"]")
        @NotEmpty
        @Size(max = 100, message = "{list-too-long}")
        List<@NotBlank @Size(max = 100, message = "{text-too-long}") String> phrases,

        @Schema(description = "What to write instead", examples = "Say what the customer sees change")
        @NotBlank
        @Size(max = 300, message = "{text-too-long}")
        String advice,

        @Schema(description = "A rule that is not active is not looked for; true when left out") @Nullable
        Boolean active) {

    static OwnRuleChange of(OwnRule rule) {
        return new OwnRuleChange(
                rule.severity,
                rule.place,
                rule.fields,
                rule.functions,
                rule.unlessProven,
                rule.phrases,
                rule.advice,
                rule.active);
    }
}
