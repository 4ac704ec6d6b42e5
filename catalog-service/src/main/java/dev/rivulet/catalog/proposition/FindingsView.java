package dev.rivulet.catalog.proposition;

import dev.rivulet.catalog.linter.FindingView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands between a proposition and its approval, and what else could be better. */
@Schema(name = "PropositionFindings")
record FindingsView(
        @Schema(description = "Whether nothing is missing and no finding is an ERROR")
        boolean approvable,

        List<Gap> missing,

        @Schema(description = "Errors first") List<FindingView> findings) {

    /** What every approved proposition has. */
    @Schema(name = "PropositionGap")
    record Gap(
            @Schema(examples = "argument-traditional-missing")
            String code,

            @Schema(examples = "/arguments") String pointer) {}
}
