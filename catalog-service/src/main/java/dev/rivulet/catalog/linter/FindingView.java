package dev.rivulet.catalog.linter;

import dev.rivulet.catalog.linter.domain.Finding;
import dev.rivulet.catalog.linter.domain.Severity;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule met in a text, with what to do about it. */
@Schema(name = "LintFinding")
public record FindingView(
        @Schema(description = "The rule", examples = "jargon")
        String code,

        Severity severity,

        @Schema(description = "JSON pointer to the text", examples = "/solution")
        String pointer,

        @Schema(description = "The words it was met in", examples = "end-to-end platform")
        String excerpt,

        @Schema(
                examples = "Say what changes for the customer, and by how much.",
                description = "What to do instead, in the language asked for; a tenant's own rule has one language")
        String text) {

    /** Findings in a language, in their order. */
    public static List<FindingView> of(List<Finding> findings, Language language) {
        return findings.stream().map(finding -> of(finding, language)).toList();
    }

    private static FindingView of(Finding finding, Language language) {
        var rule = finding.rule();
        return new FindingView(
                rule.code(),
                rule.severity(),
                finding.pointer(),
                finding.excerpt(),
                rule.advice().getOrDefault(language.code(), rule.code()));
    }
}
