package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Texts;
import dev.rivulet.subscription.imports.FindingTable.Kept;
import dev.rivulet.subscription.imports.domain.Cause;
import dev.rivulet.subscription.imports.domain.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a comparison found of a period. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ComparisonFinding")
record FindingView(
        @Nullable @Schema(examples = "17", description = "The line of the body; absent where nobody expected it")
        Long line,

        @Nullable @Schema(examples = "S-41", description = "External id of the subscription")
        String subscription,

        @Nullable @Schema(examples = "C-17", description = "External id of the account, of what is compared by payer")
        String account,

        @Schema(examples = "2026-01-31") LocalDate periodStart,

        @Schema(examples = "2026-02-28", description = "First day not in the period any more")
        LocalDate periodEnd,

        Verdict verdict,

        @Nullable @Schema(examples = "PRICE", description = "The first that explains a difference")
        Cause cause,

        @Nullable @Schema(description = "The cause in the caller's language (en, ru)")
        String detail,

        @Nullable @Schema(description = "With tax, less discounts")
        Money expected,

        @Nullable @Schema(description = "With tax, less discounts")
        Money billed,

        @Schema(description = "What would be billed, each line with its explanation")
        List<ShadowLine> lines) {

    static FindingView of(Kept kept, Texts texts) {
        var content = kept.content();
        return new FindingView(
                kept.line(),
                content.subscription(),
                content.account(),
                content.periodStart(),
                content.periodEnd(),
                kept.verdict(),
                kept.cause(),
                kept.cause() == null ? null : texts.of(code(kept.cause()), List.of()),
                kept.expected(),
                kept.billed(),
                content.lines());
    }

    private static String code(Cause cause) {
        return "comparison-" + cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
